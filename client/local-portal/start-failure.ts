/** Why the local portal did not start, in words. */
import * as vscode from 'vscode';
import type { PhpJsonError } from '../../portal/local/php/json-error.js';
import type { InvalidStateError } from '../../portal/local/state-document.js';
import type { StateFileError } from '../../portal/local/state-file.js';
import { ToldError } from '../failures/explain-failure.js';

// By their names: the loaded portal has a copy of each class of its own.
const STATE_FILE_ERROR: StateFileError['name'] = 'StateFileError';
/** Why a state file that was read is no state. */
const CONTENT_ERRORS: readonly string[] = ['PhpJsonError', 'InvalidStateError'] satisfies (
  PhpJsonError['name'] | InvalidStateError['name']
)[];

/** The error to show for what `startLocalPortal` rejected with; an unknown one comes back as it is. */
export function explainStartFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === STATE_FILE_ERROR) {
    const advice = hasWrongContent(error.cause)
      ? vscode.l10n.t('Repair the file, or empty the portal with "Reset Local Portal".')
      : vscode.l10n.t('Set b24pay.localPortal.stateFile to another file.');
    return new ToldError(`${error.message} ${advice}`);
  }
  if (isPortTrouble(error.cause)) {
    const advice = vscode.l10n.t('Set b24pay.localPortal.port to another one, or to 0 for any free port.');
    return new ToldError(`${error.message} ${advice}`);
  }
  return error;
}

function hasWrongContent(cause: unknown): boolean {
  return cause instanceof Error && CONTENT_ERRORS.includes(cause.name);
}

function isPortTrouble(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
}
