/** What may heal a syntax problem: for each kind of mistake the few edits that are worth a try. */
import type { ManifestDocument, Span, SyntaxProblem } from '../document/manifest-document.js';
import { leftOpen, lostBraces, superfluousBraces, unclosed } from './braces.js';
import { namedRemedies } from './named-remedies.js';
import type { Edit } from './rule.js';
import { tokenAt, tokenBefore } from './token.js';

/** One way to heal a mistake. */
export interface Remedy {
  /** In the order of the text, and clear of each other. */
  readonly edits: readonly Edit[];
  /** Another way to put the same right, where only the writer knows which one is meant. */
  readonly alternative?: readonly Edit[];
  /** What is wrong, where that is more than the place at which the parser stumbles. */
  readonly problem?: SyntaxProblem;
  /** The edits write the same in another way: what they touch was there before. */
  readonly rewrites?: boolean;
  /** Nothing else can be meant, even if the schema would rather have it. */
  readonly isPlain?: boolean;
}

const insertion = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });
const replacement = (span: Span, newText: string): Edit => ({ span, newText });
const changed = (offset: number, newText: string): Edit => replacement({ start: offset, end: offset + 1 }, newText);
const removal = (offset: number): Edit => changed(offset, '');

/** One quote too many: `""shop"` reads as an empty string and a word, `"shop""` as a string and the start of another. */
function doubledQuote(text: string, at: number): Edit[] {
  if (text[at - 1] !== '"') return [];
  if (text[at] === '"') return [removal(at)];
  const { start, end } = tokenBefore(text, at);
  return text.slice(start, end) === '""' ? [removal(start)] : [];
}

/** What may be wrong with the bracket that is open at an offset, where a list holds keys or an object plain values. */
function wrongOpening(text: string, at: number, kind: '[' | '{'): Edit[] {
  const opening = unclosed(text.slice(0, at)).at(-1);
  if (opening === undefined || text[opening] !== kind) return [];
  return kind === '[' ? [changed(opening, '{'), removal(opening)] : [changed(opening, '[')];
}

/** The brace that opens the manifest. */
const firstBrace = (text: string): Edit => insertion(text.startsWith('\uFEFF') ? 1 : 0, '{');

/** After a value, where something else than a comma follows. */
function afterValue(text: string, at: number): Edit[] {
  const last = tokenBefore(text, at);
  const next = text[at];
  if (next === '"') {
    const closers = leftOpen(text).filter(({ span }) => span.start === last.end);
    return [insertion(last.end, ','), ...doubledQuote(text, at), insertion(last.end, '],'), ...closers];
  }
  // `"SETTINGS": "CODES": {`: the brace before "CODES" is lost, or the value of "SETTINGS" is still to come; or a bracket is open.
  if (next === ':') {
    const comma = tokenBefore(text, last.start);
    return [
      insertion(last.start, '{'),
      changed(at, ','),
      insertion(last.start, 'null, '),
      text[comma.start] === '[' ? insertion(comma.end, '],') : insertion(comma.start, ']'),
      ...wrongOpening(text, at, '['),
      firstBrace(text),
    ];
  }
  if (next === ']') return [...openBracket(text, at), changed(at, '}'), removal(at)];
  if (next === '}') return [insertion(last.end, ']'), changed(at, ']'), removal(at)];
  return [insertion(last.end, ','), ...doubledQuote(text, at), replacement(tokenAt(text, at), '')];
}

/** A list whose opening bracket is lost begins after the colon before it. */
function openBracket(text: string, at: number): Edit[] {
  const colon = text.lastIndexOf(':', at);
  if (colon === -1) return [];
  const blanks = /^\s*/.exec(text.slice(colon + 1, at))?.[0].length ?? 0;
  return [insertion(colon + 1 + blanks, '[')];
}

/** After a key, where something else than a colon follows. */
function afterKey(text: string, at: number): Edit[] {
  const key = tokenBefore(text, at);
  return [
    insertion(key.end, ':'),
    insertion(key.end, ': null'),
    insertion(key.end, ': null,'),
    insertion(key.end, ': {'),
    ...doubledQuote(text, at),
    ...(text[at] === ',' ? [changed(at, ':')] : []),
    ...(text[at] === ']' ? [...openBracket(text, at), changed(at, '}')] : []),
    ...wrongOpening(text, at, '{'),
  ];
}

/** A string whose end is not on its line. */
function openString(text: string, { start, end }: Span): Edit[] {
  const written = text.slice(start, end);
  const stop = start + Math.max(1, written.replace(/[\s,}\]]+$/, '').length);
  const key = /^"[^":]*(?=\s*:)/.exec(written)?.[0];
  return [
    insertion(stop, '"'),
    ...doubledQuote(text, start),
    // Before the others, which take `"KEY: {` for a key with a colon in its name.
    ...(key === undefined ? [] : [insertion(start + key.length, '"')]),
    insertion(stop, '": null'),
    insertion(stop, '": null,'),
    insertion(stop, '": {'),
  ];
}

/** A word that is no JSON. */
function noToken(text: string, at: number): Edit[] {
  const token = tokenAt(text, at);
  const word = text.slice(token.start, token.end);
  const before = tokenBefore(text, at);
  const string = text.slice(before.start, before.end);
  // A lost quote turns strings inside out: `"NAME: "Shop"`, `"Shop },"CODE"`, `{ "CO }, "CODE"`.
  const key = /^"[^":{},]*(?=\s*:)/.exec(string)?.[0];
  const value = /^".*?(?=[\s,}\]]+"$)/.exec(string)?.[0];
  const half = /^"\w*(?=\s*[}\],])/.exec(string)?.[0];
  // `"VIS "CODE": …`: half a key before the next one. `"CODE "A"`: the quote and the colon are lost.
  const beforeString = /^"[\w-]+(?=\s+"$)/.exec(string)?.[0];
  return [
    ...doubledQuote(text, at),
    ...(word === ')' ? [changed(at, '}'), changed(at, ']')] : []),
    ...(key === undefined ? [] : [insertion(before.start + key.length, '"')]),
    ...(value === undefined ? [] : [insertion(before.start + value.length, '"')]),
    ...(half === undefined ? [] : [insertion(before.start + half.length, '": null')]),
    ...(beforeString === undefined
      ? []
      : ['":', '": null,'].map((lost) => insertion(before.start + beforeString.length, lost))),
    insertion(at, '"'),
    replacement(token, JSON.stringify(word.replace(/^'(.*?)'?$/, '$1'))),
    replacement(token, ''),
  ];
}

/** Escapes and characters that a string cannot hold. */
function badString(text: string, { start }: Span): Edit[] {
  const token = tokenAt(text, start);
  const written = text.slice(token.start, token.end);
  const healed = written
    .replace(/\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/g, '\\\\')
    .replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
  return healed === written ? [] : [replacement(token, healed)];
}

/** Text behind the manifest goes when nothing in it looks like a part of one. */
const withoutRest = (text: string, at: number): Edit[] =>
  text.includes(':', at) ? [] : [replacement({ start: at, end: text.trimEnd().length }, '')];

/** What may heal a problem, the likeliest first; the parser says which one does. */
export function* repairsFor(document: ManifestDocument, problem: SyntaxProblem): Generator<Remedy> {
  yield* namedRemedies(document.text, problem);
  for (const edit of editsFor(document, problem)) yield { edits: [edit] };
}

function editsFor(document: ManifestDocument, { kind, span }: SyntaxProblem): Iterable<Edit> {
  const { text } = document;
  const at = span.start;
  switch (kind) {
    case 'CommaExpected':
      return afterValue(text, at);
    case 'ColonExpected':
      return afterKey(text, at);
    case 'ValueExpected':
    case 'PropertyNameExpected':
      if (text[at] === ',') return [removal(at), insertion(at, 'null')];
      if (text[at] === ':') return [removal(at), insertion(at, ' null')];
      return [insertion(tokenBefore(text, at).end, ' null'), ...afterValue(text, at)];
    case 'UnexpectedEndOfString':
      return openString(text, span);
    case 'InvalidSymbol':
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return noToken(text, at);
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
    case 'InvalidCharacter':
      return badString(text, span);
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return lostBraces(document);
    case 'EndOfFileExpected':
      return [...superfluousBraces(text, at), firstBrace(text), ...withoutRest(text, at)];
    default:
      return [];
  }
}
