/** Silences one place: a comment `// b24pay-ignore <code>` on the line above. */
import type { ManifestDocument } from '../document/manifest-document.js';
import { eolOf, indentAt, lineStart } from '../rules/layout.js';
import type { Problem } from '../rules/problem.js';
import type { Edit } from '../rules/rule.js';
import { suppressionComments } from '../rules/suppression-comments.js';

/** Text that is no JSON never reaches a portal, and the rules about comments like this one cannot be silenced by them. */
const ALWAYS_HEARD: readonly string[] = ['json-syntax', 'unknown-suppression', 'unused-suppression'];

/** Whether a comment can silence problems of a code. */
export const canBeSilenced = (code: string): boolean => !ALWAYS_HEARD.includes(code);

/** The edit that silences a problem where it stands; undefined for problems that cannot be silenced. */
export function suppression(document: ManifestDocument, { code, span }: Problem): Edit | undefined {
  if (!canBeSilenced(code)) return undefined;
  return addedToComment(document, span.start, code) ?? newComment(document, span.start, code);
}

/** The code after those that a comment silences on this line already. */
function addedToComment(document: ManifestDocument, offset: number, code: string): Edit | undefined {
  const { line } = document.positionAt(offset);
  const comment = suppressionComments(document).findLast((other) => other.line === line);
  if (comment === undefined) return undefined;
  const last = comment.codes.at(-1);
  return last ? insertion(last.span.end, `, ${code}`) : insertion(comment.mark.end, ` ${code}`);
}

/** A line of its own above; undefined where a comment goes on from the line above. */
function newComment({ text, comments }: ManifestDocument, offset: number, code: string): Edit | undefined {
  // A byte order mark stays the first character.
  const at = Math.max(lineStart(text, offset), text.startsWith('\uFEFF') ? 1 : 0);
  if (comments.some(({ span }) => span.start < at && at < span.end)) return undefined;
  const eol = eolOf(text) || '\n';
  return insertion(at, `${indentAt(text, offset)}// b24pay-ignore ${code}${eol}`);
}

const insertion = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });
