/** Mistakes in the text and their repairs, in words. What a repair shows plainly goes before what the parser says. */
import * as l10n from '@vscode/l10n';
import type { Span, SyntaxProblem } from '../document/manifest-document.js';
import { scan } from '../document/scan.js';
import { isNamed, namedMessage, namedTitle, type Shown } from './named-mistakes.js';
import { tokenAt, tokenBefore } from './token.js';
import type { Edit } from './rule.js';

/** What a repair tells of a mistake that a parser notices only later: what is wrong, and where. */
interface Told {
  readonly message: string;
  readonly place: Span;
}

/** Whether a piece of text is one character of those that hold JSON together, or one that is taken for them. */
const isPunctuation = (text: string): boolean => /^[{}[\]",:)]$/.test(text);

/** The parser sees a lost bracket or a character too many where it cannot go on; the repair knows where it began. */
function toldBy(text: string, shown: Shown): Told | undefined {
  const { problem, edits: [edit] = [] } = shown;
  const named = namedMessage(text, shown);
  if (named !== undefined) return { message: named, place: problem.span };
  if (edit === undefined) return undefined;
  const { span, newText } = edit;
  const added = newText.trim();
  const written = text.slice(span.start, span.end);
  if (written === '') {
    if (added === '{' || added === '[') {
      const start = span.start + (/^\s*/.exec(text.slice(span.start, problem.span.end))?.[0].length ?? 0);
      return { message: l10n.t('An opening {0} is missing before this.', added), place: tokenAt(text, start) };
    }
    if (added === 'null,' && problem.kind === 'CommaExpected')
      return { message: valueIsMissing(), place: tokenBefore(text, span.start) };
    if (added.startsWith('"')) return toldOfQuote(text, problem, span.start);
    const isClosing = /^[\]}],?$/.test(added) && span.start < text.trimEnd().length;
    return isClosing ? { message: closingIsMissing(added.charAt(0)), place: tokenBefore(text, span.start) } : undefined;
  }
  if (!isPunctuation(written)) return undefined;
  if (added === '') return { message: l10n.t('This {0} is one too many.', written), place: span };
  return isPunctuation(added) ? { message: l10n.t('This {0} should be {1}.', written, added), place: span } : undefined;
}

/** Longest piece of text that a message repeats. */
const LONGEST_WORD = 30;

/** A quote that is missing at an offset: behind the string that the parser reads too far, or before the word it stumbles over. */
function toldOfQuote(text: string, { kind, span }: SyntaxProblem, at: number): Told | undefined {
  const isOpen = kind === 'UnexpectedEndOfString';
  const { start } = isOpen ? span : tokenBefore(text, span.start);
  if (at === span.start && text[at] !== '"')
    return { message: l10n.t('The opening quote is missing before this.'), place: tokenAt(text, at) };
  const word = text.slice(start + 1, at);
  if (text[start] !== '"' || at <= start || word === '' || word.length > LONGEST_WORD) return undefined;
  const message = l10n.t('The closing quote is missing behind {0}.', word);
  return { message, place: isOpen ? span : { start, end: at } };
}

const closingIsMissing = (bracket: string): string =>
  bracket === '}' ? l10n.t('A closing brace } is missing.') : l10n.t('A closing bracket ] is missing.');

const valueIsMissing = (): string => l10n.t('A value is missing here.');

/** Whether nothing is in a text, or only comments. */
const isEmpty = (text: string): boolean => scan(text).plain.trim() === '';

/** What is wrong, as the repair tells or else the parser. */
export const messageOf = (text: string, shown: Shown): string =>
  toldBy(text, shown)?.message ?? messageFor(shown.problem, text);

function messageFor({ kind }: SyntaxProblem, text: string): string {
  switch (kind) {
    case 'CloseBraceExpected':
      return closingIsMissing('}');
    case 'CloseBracketExpected':
      return closingIsMissing(']');
    case 'CommaExpected':
      return l10n.t('A comma is missing before this.');
    case 'ColonExpected':
      return l10n.t('A colon and a value are missing after this.');
    case 'PropertyNameExpected':
      return l10n.t('A key in double quotes is missing here.');
    case 'ValueExpected':
      return isEmpty(text) ? l10n.t('The file is empty.') : valueIsMissing();
    case 'UnexpectedEndOfString':
      return l10n.t('The closing quote of this string is missing.');
    case 'UnexpectedEndOfComment':
      return l10n.t('The end of this comment is missing.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return l10n.t('This is no number in JSON.');
    case 'InvalidEscapeCharacter':
      return l10n.t('This escape sequence is unknown in JSON.');
    case 'InvalidUnicode':
      return l10n.t('A \\u escape needs four hexadecimal digits.');
    case 'InvalidCharacter':
      return l10n.t('This character cannot stand in a JSON string; escape it.');
    case 'EndOfFileExpected':
      return l10n.t('Nothing may follow the manifest’s closing brace.');
    case 'TooDeep':
      return l10n.t('Objects are nested too deep here; no portal reads that far.');
    default:
      return l10n.t('This is no valid JSON.');
  }
}

/** The place to underline: what is missing is shown on the last thing that is there. */
export function placeOf(text: string, shown: Shown): Span {
  const told = toldBy(text, shown);
  if (told) return told.place;
  const { kind, span } = shown.problem;
  // Behind the comments, where the manifest may begin.
  if (kind === 'ValueExpected' && isEmpty(text)) return { start: text.length, end: text.length };
  const last = text.trimEnd().length;
  const before = tokenBefore(text, Math.min(span.start, last));
  const elsewhere = /[\r\n]/.test(text.slice(before.end, span.start));
  if (before.end > 0 && (span.start >= last || kind === 'ColonExpected' || (kind === 'ValueExpected' && elsewhere)))
    return before;
  return span.end > span.start ? span : { start: span.start, end: Math.min(span.start + 1, text.length) };
}

/** Whether a piece of text is quoted like in JavaScript, or a key without quotes. */
const isMisquoted = (text: string, { start, end }: Span): boolean =>
  text[start] === "'" || /^\s*:/.test(text.slice(end, end + 100));

/** Title of the fix that edits make; none for a made-up value, which heals the text, but nobody wants it. */
export function titleOf(text: string, shown: Shown): string | undefined {
  if (isNamed(shown)) return namedTitle(text, shown);
  const [edit] = shown.edits ?? [];
  return edit && titleOfEdit(text, edit);
}

function titleOfEdit(text: string, { span, newText }: Edit): string | undefined {
  const added = newText.trim();
  if (span.end > span.start) {
    if (added === '') return l10n.t('Remove it');
    return isMisquoted(text, span) || '"{}[],:)'.includes(text.charAt(span.start))
      ? l10n.t('Change to {0}', added)
      : undefined;
  }
  if (/^[}\]]{2,}$/.test(added.replace(/\s/g, ''))) return l10n.t('Add the missing brackets');
  switch (added) {
    case ',':
      return l10n.t('Add the missing comma');
    case ':':
      return l10n.t('Add the missing colon');
    case '"':
      return l10n.t('Add the missing quote');
    case '":':
      return l10n.t('Add the missing quote and colon');
    case '{':
    case '}':
    case '},':
      return l10n.t('Add the missing brace {0}', added.charAt(0));
    case '[':
    case ']':
    case '],':
      return l10n.t('Add the missing bracket {0}', added.charAt(0));
    default:
      return undefined;
  }
}
