/** Remarks on single fields. */
import * as l10n from '@vscode/l10n';
import { toText } from '../php/cast.js';
import { isArray, type PhpArray } from '../php/value.js';
import type { Block, DrawnInput } from './block.js';
import { givenByBuyer } from './checkout-block.js';
import { valuesOf, type BlockContext } from './context.js';
import { fieldsOf, type Field } from './fields.js';
import type { Note } from './notes.js';

/** PHP renames form fields with one of these. */
const RENAMED = /[ .[]/;

/** `data` is the mode in force. */
export function inputNotes(block: Block, data: PhpArray, context: BlockContext): readonly Note[] {
  const fields = fieldsOf(data);
  switch (block.kind) {
    case 'form':
      return drawnPairs(fields, block.inputs).flatMap(([field, input]) => formNotes(field, input));
    case 'ask':
      return drawnPairs(fields, block.inputs).flatMap(([field, input]) => askNotes(field, input));
    case 'checkout':
      return overriddenNotes(fields, context);
    case 'frame':
      return fields.filter(({ code }) => isArray(code)).map(({ name }) => ({ field: name, text: frameText() }));
    default:
      return [];
  }
}

/** Inputs of PARAMS have no field and need no remark. */
function drawnPairs(fields: readonly Field[], inputs: readonly DrawnInput[]): (readonly [Field, DrawnInput])[] {
  return inputs.flatMap((input) => {
    const field = fields.find(({ name }) => name === input.name);
    return field ? [[field, input] as const] : [];
  });
}

/** The portal does not tell a VISIBLE that is absent from one that hides. */
const adviceToShow = (): string => l10n.t('Set "VISIBLE": "Y".');

function formNotes({ name, code }: Field, input: DrawnInput): Note[] {
  if (isUndrawn(input)) {
    const advice = l10n.t('Use STRING or Y/N, or let your server read it with settings.payment.get.');
    return [{ field: name, text: `${lossOf(input)} ${advice}` }];
  }
  if (isArray(code) && !input.visible) {
    const what = l10n.t('The buyer is asked, but the field is hidden: it is always sent empty.');
    return [{ field: name, text: `${what} ${adviceToShow()}` }];
  }
  if (typeof code === 'string' && input.visible && input.kind === 'text') {
    const text = l10n.t('The buyer can change this value before paying. Check it on your server.');
    return [{ field: name, text }];
  }
  return [];
}

function askNotes({ name, code }: Field, input: DrawnInput): Note[] {
  if (typeof code === 'string') return [];
  if (isUndrawn(input)) {
    const advice = l10n.t('The form comes back for ever and the payment never starts. Use STRING or Y/N.');
    return [{ field: name, text: `${lossOf(input)} ${advice}` }];
  }
  if (RENAMED.test(name)) {
    const text = l10n.t(
      'The portal’s PHP renames a form field with a dot, blank or bracket: it never finds the answer, the form comes back for ever and the payment never starts. Use letters, digits and _.',
    );
    return [{ field: name, text }];
  }
  if (code === null) {
    const text = l10n.t(
      'The field names no code, so the portal asks the buyer, and the value is sent empty. Name a code.',
    );
    return [{ field: name, text }];
  }
  if (input.visible) return [];
  const what = l10n.t('The buyer gets a form with nothing to fill in, and the value is sent empty.');
  return [{ field: name, text: `${what} ${adviceToShow()}` }];
}

/** A form that asks the buyer sends all fields, most of them as they were. */
function overriddenNotes(fields: readonly Field[], context: BlockContext): Note[] {
  const own = valuesOf(fields, context);
  const changed = givenByBuyer(fields, context.request.parameters).filter(
    ([name, value]) => own.has(name) && toText(value) !== toText(own.get(name) ?? null),
  );
  return changed.map(([name]) => ({
    field: name,
    text: l10n.t(
      'The value comes from the address or form of the page, as a buyer could change it. Trust BX_SYSTEM_PARAMS only.',
    ),
  }));
}

function isUndrawn({ kind }: DrawnInput): boolean {
  return kind === 'error' || kind === 'vanished';
}

function lossOf({ kind, type }: DrawnInput): string {
  return kind === 'error'
    ? l10n.t('The payment page shows an error text in place of an ENUM field, even a hidden one, so nothing is sent.')
    : l10n.t('The payment page leaves out fields of type {0}, even hidden ones, so nothing is sent.', type);
}

function frameText(): string {
  return l10n.t(
    'The portal asks the buyer nothing in IFrame mode, and this field is never sent. Ask on your own page, or name a setting.',
  );
}
