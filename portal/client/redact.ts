/** Removes a webhook's code from text that comes from outside: error pages like to repeat the address they were asked for. */
import { MASK } from './connection.js';
import type { Connection } from './connection.js';

/** The forms in which an answer may repeat the code. */
function spellings(code: string): string[] {
  const forms = [code, encodeURIComponent(code)];
  try {
    forms.push(decodeURIComponent(code));
  } catch {
    // Not an encoded text: its plain form is all there is.
  }
  return forms;
}

/** The text with every spelling of the connection's secret masked. */
export function redact(text: string, connection: Connection): string {
  const code = connection.address.slice(connection.address.lastIndexOf('/') + 1);
  return spellings(code).reduce((result, form) => result.replaceAll(form, MASK), text);
}

/** The text with the code of anything that looks like a webhook address masked. */
export function maskCodes(text: string): string {
  return text.replace(/(\/rest\/\d+\/)[^/\s"']+/gi, `$1${MASK}`);
}
