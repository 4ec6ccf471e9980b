/** Turns what was thrown into what a person reads. The output keeps the facts, without secrets. */
import * as vscode from 'vscode';
import { InvalidWebhookError } from '../../portal/client/connection.js';
import { isPortalFailure } from '../../portal/client/errors.js';
import { explainPortalError } from '../../portal/client/explain.js';
import { maskCodes } from '../../portal/client/redact.js';

/** An error whose message is written for the user. */
export class ToldError extends Error {
  override readonly name = 'ToldError';
}

/** The sentence for an error; what is unexpected is only named in the output. */
export function explainFailure(error: unknown, log: vscode.LogOutputChannel): string {
  if (isPortalFailure(error)) {
    const explanation = explainPortalError(error);
    log.warn(explanation);
    return explanation;
  }
  if (error instanceof ToldError || error instanceof InvalidWebhookError) {
    log.warn(error.message);
    return error.message;
  }
  // A stack may repeat an address that was called.
  log.error(maskCodes(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return vscode.l10n.t('Something unexpected went wrong. The output says more.');
}
