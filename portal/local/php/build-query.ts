/** `http_build_query` and `urlencode`: how PHP writes form bodies and query strings. */
import { toText } from './cast.js';
import { isArray, type PhpArray, type PhpValue } from './value.js';

/** Writes `a=1&b%5Bc%5D=2`. Null and empty arrays are left out, true and false are 1 and 0. */
export function buildQuery(fields: PhpArray): string {
  return Array.from(fields, ([key, value]) => pairs(urlEncode(key), value))
    .flat()
    .join('&');
}

/** `urlencode`: a blank is a plus, and everything but letters, digits, `-`, `_` and `.` is escaped. */
export function urlEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('%20', '+')
    .replace(/[!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `name` is encoded already, brackets included. */
function pairs(name: string, value: PhpValue): string[] {
  if (value === null) return [];
  if (isArray(value)) return Array.from(value, ([key, item]) => pairs(`${name}%5B${urlEncode(key)}%5D`, item)).flat();
  // The only place where PHP makes a 0 of false.
  return [`${name}=${value === false ? '0' : urlEncode(toText(value))}`];
}
