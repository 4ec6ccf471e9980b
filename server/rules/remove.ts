/** Edits that take members out of the text, with their comma; comments around them stay. */
import type { Node } from 'jsonc-parser';
import type { ManifestDocument, Path, Span } from '../document/manifest-document.js';
import { commaAfter, endOf, nodeAt } from './edits.js';
import { lineStart } from './layout.js';
import type { Edit } from './rule.js';

/** Widens a span to its whole lines, the line break after it included, when nothing else stands on them. */
function wholeLines(text: string, { start, end }: Span): Span {
  const from = lineStart(text, start);
  const after = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(end, end + 1000));
  const alone = from > 0 && after !== null && text.slice(from, start).trim() === '';
  return alone ? { start: from, end: end + after[0].length } : { start, end };
}

const removal = (span: Span): Edit => ({ span, newText: '' });

/** The member (or list item) at a path, and the earlier ones under the same key, which do not count. */
function membersAt(document: ManifestDocument, path: Path): { own: Node; earlier: Node[] } | undefined {
  const value = nodeAt(document, path);
  const own = value?.parent?.type === 'property' ? value.parent : value;
  if (!own?.parent) return undefined;
  const keyOf = (node: Node): unknown => (node.type === 'property' ? node.children?.[0]?.value : node);
  const same = (own.parent.children ?? []).filter((node) => keyOf(node) === keyOf(own));
  return { own, earlier: same.slice(0, same.indexOf(own)) };
}

/**
 * Edits that remove the member (or list item) at `path`. Empty when there is none. A key that stands twice goes twice: else the
 * earlier one would come to count.
 */
export function removeMember(document: ManifestDocument, path: Path): Edit[] {
  const members = membersAt(document, path);
  if (!members) return [];
  return merged([...members.earlier, members.own].flatMap((node) => removeNode(document.text, node)));
}

/** Edits that give the key at `path` another name; earlier ones of the old name go. */
export function renameKey(document: ManifestDocument, path: Path, name: string): Edit[] {
  const members = membersAt(document, path);
  const key = members?.own.children?.[0];
  if (!members || !key) return [];
  const earlier = merged(members.earlier.flatMap((node) => removeNode(document.text, node)));
  return [...earlier, { span: { start: key.offset, end: endOf(key) }, newText: JSON.stringify(name) }];
}

/** Removals that touch or overlap become one. */
function merged(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const last = result.at(-1);
    if (last && edit.span.start <= last.span.end)
      result[result.length - 1] = removal({ start: last.span.start, end: Math.max(last.span.end, edit.span.end) });
    else result.push(edit);
  }
  return result;
}

/** Edits that remove a property or list item. */
export function removeNode(text: string, node: Node): Edit[] {
  const own = { start: node.offset, end: endOf(node) };
  const comma = commaAfter(text, own.end);
  if (comma !== -1) {
    if (text.slice(own.end, comma).trim() !== '') return [removal(own), removal({ start: comma, end: comma + 1 })];
    const span = wholeLines(text, { start: own.start, end: comma + 1 });
    const inline = span.start === own.start ? (/^[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0) : 0;
    return [removal({ start: span.start, end: span.end + inline })];
  }
  const siblings = node.parent?.children ?? [];
  const previous = siblings[siblings.indexOf(node) - 1];
  const before = previous ? commaAfter(text, endOf(previous)) : -1;
  if (before === -1) return [removal(wholeLines(text, own))];
  if (text.slice(before + 1, own.start).trim() === '') return [removal({ start: before, end: own.end })];
  return [removal({ start: before, end: before + 1 }), removal(wholeLines(text, own))];
}
