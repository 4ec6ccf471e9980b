/** Why the file system refused, in words. */
import * as l10n from '@vscode/l10n';

/** A short reason without a full stop: `no such file or folder`. */
export function failureReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
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
      return l10n.t('it cannot be read ({0})', code === '' ? '?' : code);
  }
}
