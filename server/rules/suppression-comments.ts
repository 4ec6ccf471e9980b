/** How a comment silences rules: `// b24pay-ignore <code>, <code> -- reason`, on the line above. */
import type { Comment, ManifestDocument, Span } from '../document/manifest-document.js';

/** A comment that silences rules. */
export interface SuppressionComment {
  /** The word `b24pay-ignore`. */
  readonly mark: Span;
  /** The codes it names, known or not. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  /** The line whose problems it silences: the first below that is not just a comment. */
  readonly line: number;
}

/** The mark begins the comment; what follows it on its line is the codes and the reason. Elsewhere the word is only spoken of. */
const MARK = /^\/[/*]+[\s*]*(b24pay-ignore)(?=[\s:]|\*\/|$)([^\r\n]*?)(?=\*\/|[\r\n]|$)/;

/** What goes before the reason: the two hyphens, or the colon that other tools have. A colon right after the mark begins nothing. */
const LIST = /^:?((?:(?!--|:).)*)/;

const looksLikeCode = (word: string): boolean => /^[a-z]+(-[a-z]+)+$/.test(word);

/** The codes of a list: its first word, which may be misspelt, and what looks like codes after it. The rest is a reason. */
function codesIn(list: string): { code: string; index: number }[] {
  const words = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({ code, index }));
  const reason = words.findIndex(({ code }, place) => place > 0 && !looksLikeCode(code));
  return reason === -1 ? words : words.slice(0, reason);
}

/** What a comment silences; undefined when it is about something else. */
export function readSuppression(
  text: string,
  { comment: { span }, line }: LinedComment,
): SuppressionComment | undefined {
  const match = MARK.exec(text.slice(span.start, span.end));
  if (!match) return undefined;
  const rest = match[2] ?? '';
  const [written = '', list = ''] = LIST.exec(rest) ?? [];
  const end = span.start + match[0].length - rest.length;
  const at = end + written.length - list.length;
  const codes = codesIn(list).map(({ code, index }) => ({
    code,
    span: { start: at + index, end: at + index + code.length },
  }));
  return { mark: { start: end - (match[1] ?? '').length, end }, codes, line };
}

/** Where a comment ends: whether nothing but comments follows on its line, and the first line below that is not just a comment. */
interface End {
  readonly start: number;
  readonly isAlone: boolean;
  readonly below: number;
}

/** Seen from the comment after it: a comment right above another one is about what that one is about. An empty line parts them. */
function endOf(document: ManifestDocument, { span }: Comment, next: End | undefined): End {
  const { text } = document;
  const following = span.end + text.slice(span.end, next?.start).search(/\S|$/);
  const blank = text.slice(span.end, following);
  const breaks = blank.split(/\r\n|\r|\n/).length - 1;
  const isJoined = next?.isAlone === true && following === next.start && breaks < 2;
  return {
    start: span.start,
    isAlone: breaks > 0 || following === text.length || isJoined,
    below: isJoined ? next.below : document.positionAt(span.end).line + 1,
  };
}

/** A comment, and the line that it is about: the first below that is not just a comment. */
interface LinedComment {
  readonly comment: Comment;
  readonly line: number;
}

/** The comments with the lines that they are about, in the order of the text. */
export function linedComments(document: ManifestDocument): LinedComment[] {
  const found: LinedComment[] = [];
  let next: End | undefined;
  for (const comment of document.comments.toReversed()) {
    next = endOf(document, comment, next);
    found.push({ comment, line: next.below });
  }
  return found.reverse();
}

/** The comments that silence rules, in the order of the text. */
export function suppressionComments(document: ManifestDocument): SuppressionComment[] {
  if (!document.text.includes('b24pay-ignore')) return [];
  return linedComments(document).flatMap((comment) => readSuppression(document.text, comment) ?? []);
}
