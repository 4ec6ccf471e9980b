/** A curl command around the manifest, as documentation shows it: what is not its body has no place here. */
import type { Remedy } from './repairs.js';
import type { Edit } from './rule.js';

const CURL = /^(\uFEFF?\s*)((?:[$>]\s*)?curl(?:\.exe)?)\s/;

/** The option whose value is the body, up to the quote that opens it. */
const BODY = /\s(?:-d|--data(?:-raw|-binary|-ascii)?|--json)[\s=]*(["'])(?=\s*\{)/;

/** Longest part of a command before its body. */
const LONGEST_BEFORE = 3000;

const removal = (start: number, end: number): Edit => ({ span: { start, end }, newText: '' });

/** What a shell reads otherwise than it is written, and where the quoted body ends. */
interface Quoted {
  readonly edits: readonly Edit[];
  readonly end: number;
}

/** A body in single quotes: nothing is special, and a quote inside is written `'\''`. */
function inSingleQuotes(text: string, start: number): Quoted {
  const edits: Edit[] = [];
  let at = text.indexOf("'", start);
  for (; text.startsWith("'\\''", at); at = text.indexOf("'", at + 4))
    edits.push({ span: { start: at, end: at + 4 }, newText: "'" });
  return { edits, end: at === -1 ? text.length : at };
}

/** A body in double quotes, with a backslash before each of its own. */
function inDoubleQuotes(text: string, start: number): Quoted {
  const edits: Edit[] = [];
  let at = start;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] !== '\\') continue;
    if (/["\\$`]/.test(text.charAt(at + 1))) edits.push(removal(at, at + 1));
    at++;
  }
  return { edits, end: at };
}

/** The manifest alone. */
export function pastedCurl(text: string): Remedy[] {
  const curl = CURL.exec(text);
  const before = curl && BODY.exec(text.slice(0, LONGEST_BEFORE));
  if (!curl || !before) return [];
  const [, blanks = '', command = ''] = curl;
  const start = blanks.length;
  const opening = before.index + before[0].length;
  const { edits, end } = before[1] === "'" ? inSingleQuotes(text, opening) : inDoubleQuotes(text, opening);
  // `-d "{"NAME"…`: the quotes of the shell and those of JSON cannot be told apart.
  if (text.slice(opening, end).trim() === '{') return [];
  // Something has to stay where the rest was: a brace that the body lacks belongs before it.
  const behind = end < text.length ? [{ span: { start: end, end: text.length }, newText: '\n' }] : [];
  return [
    {
      edits: [removal(start, opening), ...edits, ...behind],
      problem: { kind: 'CurlCommand', span: { start, end: start + command.length } },
      rewrites: true,
    },
  ];
}
