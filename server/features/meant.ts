/**
 * Broken text as it is meant: with its mistakes put right, as the rules read it, and the way back to the text as it stands. Where too
 * much is wrong to tell, what a parser makes of it has to do.
 */
import type { ManifestDocument, Span } from '../document/manifest-document.js';
import { applyEdits } from '../rules/apply-edits.js';
import { lineStart } from '../rules/layout.js';
import { movesOf } from '../rules/moves.js';
import { repairOf } from '../rules/repair.js';
import type { Edit } from '../rules/rule.js';
import { cursorAt, type Cursor } from './cursor.js';

/** A manifest to read, and where its places are in the text as it stands. */
export interface Meant {
  readonly document: ManifestDocument;
  /** The same place in the text as it stands. */
  readonly place: (span: Span) => Span;
}

/** What a text means. A sound text means itself. */
export function meant(document: ManifestDocument): Meant {
  const repair = repairOf(document);
  if (repair?.document === undefined) return { document, place: (span) => span };
  return { document: repair.document, place: (span) => repair.toBroken(span) };
}

/**
 * The cursor at an offset. Mistakes elsewhere are put right first: a brace that is missing above does not move it into another
 * object. What is being written around it stays as it stands.
 */
export function cursorIn(document: ManifestDocument, offset: number): Cursor | undefined {
  const edits = editsFarFrom(document, offset);
  if (edits.length === 0) return cursorAt(document.text, offset);
  const moves = movesOf(edits);
  const cursor = cursorAt(applyEdits(document.text, edits), moves.on({ start: offset, end: offset }).start);
  if (cursor === undefined) return undefined;
  const { word, commaBefore } = cursor;
  return {
    ...cursor,
    word: word && { ...word, ...moves.back(word) },
    commaBefore: commaBefore === undefined ? undefined : moves.back({ start: commaBefore, end: commaBefore }).start,
  };
}

/** The edits that put mistakes right, without those on the line of the offset or next to it. */
function editsFarFrom(document: ManifestDocument, offset: number): Edit[] {
  const repair = repairOf(document);
  if (repair?.document === undefined) return [];
  const { text } = document;
  const start = text.slice(0, lineStart(text, offset)).trimEnd().length;
  const end = offset + (/^[^\r\n]*\s*/.exec(text.slice(offset))?.[0].length ?? 0);
  const edits = repair.mistakes
    .flatMap((mistake) => mistake.edits)
    .filter(({ span }) => span.end < start || span.start > end)
    .sort((a, b) => a.span.start - b.span.start);
  // Mistakes that were put right one after the other may lie in each other; then nothing tells what the text between them is.
  const isClear = edits.every(({ span }, index) => index === 0 || (edits[index - 1]?.span.end ?? 0) <= span.start);
  return isClear ? edits : [];
}
