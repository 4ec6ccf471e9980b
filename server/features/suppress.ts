/** Silences one place: a comment `// b24pay-ignore <code>` on the line above. */
import type { ManifestDocument } from '../document/manifest-document.js';
import { eolOf, indentAt, lineStart } from '../rules/layout.js';
import type { Problem } from '../rules/problem.js';
import type { Edit } from '../rules/rule.js';

/** Text that is no JSON never reaches a portal, and the rules about comments like this one cannot be silenced by them. */
const ALWAYS_HEARD: readonly string[] = ['json-syntax', 'unknown-suppression', 'unused-suppression'];

/** The mark and the codes after it; what ends the list is left out. */
const MARK = /\bb24pay-ignore\b[^\r\n]*?(?=\s*(?:\*\/|[\r\n]|$))/;

/** The edit that silences a problem where it stands; undefined for problems that cannot be silenced. */
export function suppression(document: ManifestDocument, { code, span }: Problem): Edit | undefined {
  if (ALWAYS_HEARD.includes(code)) return undefined;
  return addedToComment(document, span.start, code) ?? newComment(document, span.start, code);
}

/** The code after those that a comment silences on this line already. */
function addedToComment(document: ManifestDocument, offset: number, code: string): Edit | undefined {
  const { text, comments } = document;
  const { line } = document.positionAt(offset);
  for (const { span } of comments) {
    if (document.positionAt(span.end).line !== line - 1) continue;
    const mark = MARK.exec(text.slice(span.start, span.end));
    if (mark) return insertion(span.start + mark.index + mark[0].length, ` ${code}`);
  }
  return undefined;
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
