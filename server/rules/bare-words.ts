/** Words without quotes where a value belongs: a text, or what other languages call true, false and null. */
import type { Span } from '../document/manifest-document.js';
import type { Remedy } from './repairs.js';

/** Names of other languages for the three words that JSON has; nothing stands for what JSON cannot say. */
const LITERALS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
]);

/** Values that JSON has not. */
const NO_VALUE = /^(?:undefined|[+-]?(?:NaN|Infinity))$/;

/** A text that needs nothing but quotes; not the name of something in a program, such as `config.code`. */
const TEXT = /^(?![\p{L}_]\w*(?:\.[\p{L}_]\w*)+$)[\p{L}\p{N}_][^()'`$=<>#\\]*$/u;

/** An address is a text too, whatever is in it. */
const ADDRESS = /^https?:/;

/** What shows that a comma is lost as well: the next key, on a line of its own. */
const NEXT_KEY = /^\s*[\r\n]\s*"/;

/** JSON's word for a literal of another language. */
export const literalOf = (written: string): string | undefined => LITERALS.get(written.toLowerCase());

/** What a word in place of a value is in JSON. */
export function bareWord(text: string, span: Span): Remedy[] {
  const written = text.slice(span.start, span.end);
  const put = (kind: string, newText: string): Remedy => ({ edits: [{ span, newText }], problem: { kind, span } });
  const literal = literalOf(written);
  if (literal !== undefined) return literal === written ? [] : [{ ...put('OtherLiteral', literal), isPlain: true }];
  // Where nothing stands for it, the rules about the place have nothing to say: what fits there is taken for it.
  if (NO_VALUE.test(written)) return ['null', JSON.stringify(written)].map((newText) => put('NoValue', newText));
  if (!ADDRESS.test(written) && !(/\p{L}/u.test(written) && TEXT.test(written))) return [];
  const quoted = JSON.stringify(written);
  const isCommaLost = NEXT_KEY.test(text.slice(span.end, span.end + 300));
  return [put('BareText', isCommaLost ? `${quoted},` : quoted)];
}
