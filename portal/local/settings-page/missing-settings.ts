/** Pages for settings that are not there. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Page } from '../page/layout.js';

/** What could not be found: with the ID in the address, or the CODE that the payment system names. */
export type MissingSettings =
  | { readonly what: 'pay-system'; readonly id: string }
  | { readonly what: 'person-type'; readonly id: string }
  | { readonly what: 'handler'; readonly code: string };

/** Says what is missing and what to do. */
export function missingSettingsPage(missing: MissingSettings): Page {
  const title = titleOf(missing);
  return {
    title,
    status: 404,
    body: html`<h1>${title}</h1>
      <p>${adviceOn(missing)}</p>
      <p><a href="/">${l10n.t('All payments')}</a></p>`,
  };
}

function titleOf({ what }: MissingSettings): string {
  switch (what) {
    case 'pay-system':
      return l10n.t('No such payment system');
    case 'person-type':
      return l10n.t('No such person type');
    case 'handler':
      return l10n.t('The payment system has no handler');
  }
}

function adviceOn(missing: MissingSettings): string {
  switch (missing.what) {
    case 'pay-system':
      return l10n.t(
        'The local portal has no payment system {0}. It may have been deleted: choose another one.',
        missing.id,
      );
    case 'person-type':
      return l10n.t(
        'The payment system cannot be for person type {0}. Leave persontype out of the address to see the settings for all buyers.',
        missing.id,
      );
    case 'handler':
      return l10n.t(
        'No handler with the code {0} is registered, so it is not known what there is to enter. Register the manifest, then load the page again.',
        missing.code,
      );
  }
}
