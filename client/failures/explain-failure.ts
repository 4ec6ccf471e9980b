/** Turns what was thrown into what a person reads. The output keeps the facts, without secrets. */
import * as vscode from 'vscode';
import { InvalidWebhookError } from '../../portal/client/connection.js';
import { isPortalFailure } from '../../portal/client/errors.js';
import { explainPortalError, reasonOf } from '../../portal/client/explain.js';
import { maskCodes } from '../../portal/client/redact.js';

/** An error whose message is written for the user. */
export class ToldError extends Error {
  override readonly name = 'ToldError';
}

/** The sentences for an error, with the name of the portal; what is unexpected is only named in the output. */
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

/** The same where the portal is named already, as on its row. The output has the name all the same. */
export function explainReason(error: unknown, log: vscode.LogOutputChannel): string {
  const explanation = explainFailure(error, log);
  return isPortalFailure(error) ? reasonOf(error) : explanation;
}
