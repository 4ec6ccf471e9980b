/** Which files are handler manifests. */

/** Language id of manifests in VS Code. */
export const LANGUAGE_ID = 'bitrix24-payment-handler';

/** Whether a path or URI has a manifest's name: `*.b24pay.json` or `bitrix24-payment-handler.json`. */
export function isManifestName(pathOrUri: string): boolean {
  // In a path, `?` and `#` are characters like all others. One letter before a colon is a drive of Windows.
  const isUri = /^[a-z][\w+.-]+:/i.test(pathOrUri);
  const path = isUri ? pathOrUri.replace(/[?#].*$/, '') : pathOrUri;
  const name = path.split(/[/\\]/).pop() ?? '';
  return name === 'bitrix24-payment-handler.json' || (name.endsWith('.b24pay.json') && name !== '.b24pay.json');
}
