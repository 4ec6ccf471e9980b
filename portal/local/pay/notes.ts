/** Says beside the payment block why it looks or works as it does, where that surprises. */
import * as l10n from '@vscode/l10n';
import { idIn, textIn } from '../shop/row.js';
import { activeMode } from './active-mode.js';
import type { Block } from './block.js';
import { codeNotes } from './code-notes.js';
import type { BlockContext } from './context.js';
import { isRelative, webOrigin, addressOf } from './endpoint.js';
import { inputNotes } from './input-notes.js';
import { modeNotes } from './mode-notes.js';

/** A remark, and the field it is about. */
export interface Note {
  readonly field?: string;
  readonly text: string;
}

/** All remarks on a block. */
export function notesOn(block: Block, context: BlockContext): readonly Note[] {
  const active = activeMode(context.handler.settings);
  return [
    ...paySystemNotes(context),
    ...shadowNotes(active?.shadowed ?? []),
    ...addressNotes(block),
    ...(active ? modeNotes(block, active.data) : [noModeNote()]),
    ...(active ? codeNotes(block, active.data, context) : []),
    ...(active ? inputNotes(block, active.data, context) : []),
  ];
}

/** REST calls find a payment only together with the payment system that stands in its row. */
function paySystemNotes({ payment, paySystem }: BlockContext): Note[] {
  const notes: Note[] = [];
  if (idIn(payment.row, 'PAY_SYSTEM_ID') !== paySystem.id) {
    notes.push({
      text: l10n.t(
        'The payment is not set to be paid by this payment system, so sale.paysystem.pay.payment does not find it with this PAY_SYSTEM_ID. Choose the payment system below.',
      ),
    });
  }
  if (textIn(paySystem.row, 'ACTIVE') === 'N') {
    notes.push({
      text: l10n.t('The payment system is not active (ACTIVE is N): a portal does not offer it to buyers.'),
    });
  }
  return notes;
}

function noModeNote(): Note {
  const text = l10n.t(
    'FORM_DATA, CHECKOUT_DATA and IFRAME_DATA are all empty, so nothing can be drawn. Fill in one of them.',
  );
  return { field: 'SETTINGS', text };
}

function shadowNotes(shadowed: readonly string[]): Note[] {
  return shadowed.map((mode) => ({
    field: mode,
    text: l10n.t('Never used: a portal acts on one mode only, IFRAME_DATA before CHECKOUT_DATA before FORM_DATA.'),
  }));
}

function addressNotes(block: Block): Note[] {
  const address = addressOf(block);
  if (address === undefined || address === '' || webOrigin(address) !== undefined) return [];
  const text = isRelative(address)
    ? l10n.t('There is no scheme and host. Write the whole address, with https://.')
    : l10n.t('This is no web address. The local portal does not open it; write an address with https://.');
  return [{ field: 'ACTION_URI', text }];
}
