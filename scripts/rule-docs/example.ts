/** Excerpts: as a page shows them, and as a whole manifest that can be checked. */
import { isObject } from '../../schemas/record.js';
import { parseManifest } from '../../server/document/parse.js';
import type { Example } from './page.js';

const FORM = '"FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" }';

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** The excerpt as a page shows it. */
export const shown = ({ text, whole }: Example): string => (whole ? text : `"SETTINGS": {\n${indented(text)}\n}`);

/** The whole manifest that an excerpt stands for. */
export function completed({ text, whole, more }: Example): string {
  const long = more === undefined ? text : text.replaceAll('…', 'x'.repeat(more));
  if (whole) return long;
  const members = parseManifest(`{${long}\n}`).value;
  const has = (name: RegExp): boolean => isObject(members) && Object.keys(members).some((key) => name.test(key));
  const misplaced = /_DATA"[^]*\n {2}"CODES"/.test(long);
  const rest = [...(has(/_DATA$/) ? [] : [FORM]), ...(has(/^CODES$/) || misplaced ? [] : ['"CODES": {}'])];
  const settings = [long, ...rest].join(',\n');
  return `{\n  "NAME": "My shop",\n  "CODE": "my_shop",\n  "SETTINGS": {\n${indented(indented(settings))}\n  }\n}\n`;
}
