/** Pages for what is not there. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Page } from '../page/layout.js';
import type { PaySystem, State } from '../state.js';
import type { Missing } from './context.js';
import type { PageAddress } from './page-address.js';

/** Says what is missing and what to do. */
export function missingPage(missing: Missing, address: PageAddress | undefined, state: State): Page {
  const title = titleOf(missing);
  const paySystem = state.paySystems.find(({ id }) => id === address?.paySystemId);
  return {
    title,
    status: 404,
    body: html`<h1>${title}</h1>
      <p>${adviceOn(missing, address, paySystem)}</p>
      <p><a href="/">${l10n.t('All payments')}</a></p>`,
  };
}

function titleOf(missing: Missing): string {
  if (missing === 'payment') return l10n.t('No such payment');
  return missing === 'pay-system' ? l10n.t('No such payment system') : l10n.t('The payment system has no handler');
}

function adviceOn(missing: Missing, address: PageAddress | undefined, paySystem: PaySystem | undefined): string {
  if (missing === 'payment') {
    return l10n.t(
      'The local portal has no payment with this ID. Choose one from the list, or start Try Payment again.',
    );
  }
  if (missing === 'pay-system') {
    const id = address?.paySystemId?.toString() ?? '';
    return l10n.t('The local portal has no payment system {0}. It may have been deleted: choose another one.', id);
  }
  return l10n.t(
    'No handler with the code {0} is registered, so a portal would show nothing. Register the manifest, or let the payment system use another handler.',
    paySystem?.actionFile ?? '',
  );
}
