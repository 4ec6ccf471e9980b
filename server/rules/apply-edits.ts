/** Text with edits applied. */
import type { Edit } from './rule.js';

const byStart = (a: Edit, b: Edit): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** Whether two of the edits touch the same characters; two insertions at one place do not. */
export function overlap(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(byStart);
  return sorted.some(({ span }, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.span.start < span.end;
  });
}

/** The text with all edits applied; insertions at one place in the order given. Throws when edits overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (overlap(edits)) throw new Error('Edits overlap');
  let result = '';
  let done = 0;
  for (const { span, newText } of [...edits].sort(byStart)) {
    result += text.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + text.slice(done);
}
