/** Why the file system refused, in words. */
import * as l10n from '@vscode/l10n';

/** Why a file or folder could not be read: a short reason without a full stop, `no such file or folder`. */
export function readFailure(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return l10n.t('no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('no permission to read it');
    case 'EISDIR':
      return l10n.t('it is a folder');
    case 'ERR_FS_FILE_TOO_LARGE':
      return l10n.t('it is too large');
    default:
      return l10n.t('it cannot be read ({0})', code);
  }
}

/** Why a file that was read could not be written, in the same form. */
export function writeFailure(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return l10n.t('no permission to write it');
    case 'ENOSPC':
      return l10n.t('the disk is full');
    default:
      return l10n.t('it cannot be written ({0})', code);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '?';
}
