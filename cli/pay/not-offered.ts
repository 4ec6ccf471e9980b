/** The result for a manifest that no portal would offer to a buyer. */
import * as l10n from '@vscode/l10n';
import type { PayResult } from '../../portal/local/exchange/pay-without-browser.js';

/** Nobody was called. `reason` says why the handler is not there. */
export const notOffered = (reason: string): PayResult => ({
  outcome: 'default-error',
  ok: false,
  buyerSees: l10n.t('The buyer is not offered this way to pay.'),
  reason,
  advice: l10n.t('Correct the manifest: "b24pay check" says what is wrong.'),
  exchanges: [],
});
