/** Why the local portal did not start, in words. */
import * as vscode from 'vscode';
import type { StateFileError } from '../../portal/local/state-file.js';
import { ToldError } from '../failures/explain-failure.js';

const STATE_FILE_ERROR: StateFileError['name'] = 'StateFileError';

/** The error to show for what `startLocalPortal` rejected with; an unknown one comes back as it is. */
export function explainStartFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // By its name: the loaded portal has a copy of the class of its own.
  if (error.name === STATE_FILE_ERROR) {
    const advice = vscode.l10n.t('Repair the file, or empty the portal with "Reset Local Portal".');
    return new ToldError(`${error.message} ${advice}`);
  }
  if (isPortTrouble(error.cause)) {
    const advice = vscode.l10n.t('Set b24pay.localPortal.port to another one, or to 0 for any free port.');
    return new ToldError(`${error.message} ${advice}`);
  }
  return error;
}

function isPortTrouble(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
}
