/** Remedies for mistakes that have a name, by what the parser says where it stumbles over them. */
import type { SyntaxProblem } from '../document/manifest-document.js';
import { bareWord } from './bare-words.js';
import { bracedList } from './braced-list.js';
import { innerQuotes } from './inner-quotes.js';
import { mergeConflict } from './merge-conflict.js';
import { oddBlanks } from './odd-blanks.js';
import { oddMarks } from './odd-marks.js';
import { oddNumber } from './odd-numbers.js';
import { pastedCurl } from './pasted-curl.js';
import { rawValue } from './raw-value.js';
import type { Remedy } from './repairs.js';
import { rewriting } from './rewriting.js';

/** Problems that a parser has with a value in the notation of another language. */
const NO_VALUE: readonly string[] = ['InvalidSymbol', 'CommaExpected', 'InvalidNumberFormat', 'UnexpectedEndOfNumber'];

/** What may be meant, the likeliest first. */
export function* namedRemedies(text: string, { kind, span }: SyntaxProblem): Generator<Remedy> {
  if (kind === 'InvalidSymbol') {
    yield* pastedCurl(text);
    yield* mergeConflict(text, span.start);
    yield* oddBlanks(text);
    yield* rewriting(text);
    yield* oddMarks(text, span);
  }
  if (kind === 'InvalidSymbol' || kind === 'ColonExpected') yield* bracedList(text, span.start);
  if (!NO_VALUE.includes(kind)) return;
  yield* innerQuotes(text, span.start);
  const value = rawValue(text, span.start);
  if (value) {
    yield* oddNumber(text, value);
    yield* bareWord(text, value);
  }
}
