/** Masks text that was meant as JSON and is none. What belongs to what is a guess there: rather too much is hidden than too little. */
import { MASK } from '../../client/connection.js';
import { isSecretValue } from '../../../schemas/secret-names.js';

/** A name, one of whose quotes may be missing or escaped, and what parts it from its value: in JSON, or in an array of PHP. */
const NAME = /(?:"([^"\n]*)"|'([^'\n]*)'|(?<![\p{L}\p{N}_$.-])([\p{L}\p{N}_$.-]+)\\*["']?)\s*(?::|=>)\s*/gu;

/** A value: quoted, to the end of the text if need be; a list; escaped quotes; else up to the next sign that ends one. */
const VALUE = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\[[^\]]*\]?|\\+"[^"]*"?|[^\r\n,{}[\]"']+/sy;

/** What hides nothing. */
const EMPTY = new Set(['""', "''", '[]', 'null']);

/** What may have the form of a secret. */
const WORD = /-----BEGIN [A-Z ]*PRIVATE KEY[^"']*|[^\s"',:{}[\]\\]+/g;

/** The text without the values of these names, and without what has the form of a secret. */
export function maskedLoosely(text: string, isSecret: (name: string) => boolean): string {
  return withoutValues(text, isSecret).replace(WORD, (word) => (isSecretValue(word) ? MASK : word));
}

function withoutValues(text: string, isSecret: (name: string) => boolean): string {
  const names = new RegExp(NAME);
  let result = '';
  let done = 0;
  for (let found = names.exec(text); found; found = names.exec(text)) {
    const [, double, single, bare] = found;
    const value = isSecret(double ?? single ?? bare ?? '') ? valueAt(text, names.lastIndex) : '';
    if (value.trim() === '' || EMPTY.has(value.trim())) continue;
    result += `${text.slice(done, names.lastIndex)}"${MASK}"`;
    done = names.lastIndex + value.length;
    names.lastIndex = done;
  }
  return result + text.slice(done);
}

function valueAt(text: string, start: number): string {
  const pattern = new RegExp(VALUE);
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}
