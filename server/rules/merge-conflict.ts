/** What git leaves in a file where it could not merge: both sides, between lines of signs. */
import type { Span } from '../document/manifest-document.js';
import type { Remedy } from './repairs.js';
import type { Edit } from './rule.js';

const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?![^\s])[^\r\n]*(?:\r\n|\r|\n|$)/gm;

const removal = (start: number, end: number): Edit => ({ span: { start, end }, newText: '' });

/** The conflict that begins at a marker: both sides are whole, and the middle is the common ancestor's where git writes it. */
function conflictAt(text: string, markers: readonly Span[], index: number): Remedy[] {
  const isA = (sign: string, marker: Span | undefined): boolean => marker !== undefined && text[marker.start] === sign;
  const opening = markers[index];
  const first = markers[index + 1];
  const [middle, closing] = isA('|', first) ? markers.slice(index + 2, index + 4) : markers.slice(index + 1, index + 3);
  if (!opening || !first || !middle || !closing) return [];
  if (!isA('<', opening) || !isA('=', middle) || !isA('>', closing)) return [];
  return [
    {
      edits: [removal(opening.start, opening.end), removal(first.start, closing.end)],
      alternative: [removal(opening.start, middle.end), removal(closing.start, closing.end)],
      problem: { kind: 'MergeConflict', span: withoutBreak(text, opening) },
    },
  ];
}

const withoutBreak = (text: string, { start, end }: Span): Span => ({
  start,
  end: start + text.slice(start, end).trimEnd().length,
});

/** The first side of the conflict over whose line the parser stumbles; a line that is left alone goes. */
export function mergeConflict(text: string, at: number): Remedy[] {
  const markers = [...text.matchAll(MARKER)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  const index = markers.findIndex(({ start, end }) => start <= at && at < end);
  const marker = markers[index];
  if (!marker) return [];
  const conflict = conflictAt(text, markers, index);
  if (conflict.length > 0) return conflict;
  const edits = [removal(marker.start, marker.end)];
  return [{ edits, problem: { kind: 'MergeMarker', span: withoutBreak(text, marker) } }];
}
