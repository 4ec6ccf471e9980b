/** Edits that add members to objects in the layout of the text around them. */
import type { Node } from 'jsonc-parser';
import type { JsonObject } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { commaAfter, endOf, nodeAt } from './edits.js';
import { eolOf, indentAt, indentUnit, isSpaced, lineStart, reindented, valueText } from './layout.js';
import type { Edit } from './rule.js';

/** A value as text, when the indentation of its line is known. */
type Writer = (indent: string) => string;

const insertion = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });

/** Edits that add members at the end of the object at `path`; an empty list there becomes an object. */
export function insertMembers(document: ManifestDocument, path: Path, members: JsonObject): Edit[] {
  const node = nodeAt(document, path);
  const { text } = document;
  if (node?.type === 'array' && node.children?.length === 0) {
    const newText = valueText(text, members, indentAt(text, node.offset));
    return [{ span: { start: node.offset, end: endOf(node) }, newText }];
  }
  if (node?.type !== 'object') return [];
  const writers = Object.entries(members).map(([key, value]): [string, Writer] => [
    key,
    (indent) => valueText(text, value, indent),
  ]);
  return insertInto(text, node, writers);
}

/** Edits that give the object at `path` a member: in place of the value it has under that key, or at its end. */
export function setMember(document: ManifestDocument, path: Path, key: string, value: unknown): Edit[] {
  const present = nodeAt(document, [...path, key]);
  if (!present) return insertMembers(document, path, { [key]: value });
  const newText = valueText(document.text, value, indentAt(document.text, present.offset));
  return [{ span: { start: present.offset, end: endOf(present) }, newText }];
}

/** Edits that add copies of values, as they are written, to the object at `path`. */
export function insertCopy(
  document: ManifestDocument,
  path: Path,
  copies: readonly { key: string; from: Path }[],
): Edit[] {
  const { text } = document;
  const object = nodeAt(document, path);
  if (object?.type !== 'object') return [];
  const writers = copies.flatMap(({ key, from }): [string, Writer][] => {
    const node = nodeAt(document, from);
    if (!node) return [];
    const piece = text.slice(node.offset, endOf(node));
    return [[key, (indent) => reindented(piece, indentAt(text, node.offset), indent)]];
  });
  return insertInto(text, object, writers);
}

/** Offset just past the blanks and comments that follow `offset` on its line. */
function restOfLine(text: string, offset: number): number {
  const rest = /^(?:[ \t]|\/\*[^\r\n]*?\*\/)*(?:\/\/[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(offset, offset + 2000));
  return offset + (rest?.[0].length ?? 0);
}

function insertInto(text: string, object: Node, members: readonly (readonly [string, Writer])[]): Edit[] {
  if (members.length === 0) return [];
  const eol = eolOf(text);
  const colon = isSpaced(text) ? ': ' : ':';
  /** The members as text, each after `before`. */
  const written = (before: string, indent: string): string =>
    members.map(([key, value]) => before + JSON.stringify(key) + colon + value(indent)).join(',');

  const last = object.children?.at(-1);
  if (last === undefined) return intoEmpty(text, object, written);
  const comma = commaAfter(text, endOf(last));
  const start = lineStart(text, last.offset);
  if (start <= object.offset || text.slice(start, last.offset).trim() !== '') {
    const added = written(isSpaced(text) ? ' ' : '', indentAt(text, object.offset));
    return [comma === -1 ? insertion(endOf(last), `,${added}`) : insertion(comma + 1, added)];
  }
  const indent = indentAt(text, last.offset);
  const added = written(eol + indent, indent);
  // After a trailing comma the new members get one too; a comment on the last line stays on it.
  if (comma !== -1) return [insertion(restOfLine(text, comma + 1), `${added},`)];
  const end = restOfLine(text, endOf(last));
  return end === endOf(last) ? [insertion(end, `,${added}`)] : [insertion(endOf(last), ','), insertion(end, added)];
}

function intoEmpty(text: string, object: Node, written: (before: string, indent: string) => string): Edit[] {
  const eol = eolOf(text);
  if (eol === '') return [insertion(object.offset + 1, written('', ''))];
  const outer = indentAt(text, object.offset);
  const inner = outer + indentUnit(text);
  const closesLater = /[\r\n]/.test(text.slice(object.offset + 1, endOf(object) - 1));
  return [insertion(object.offset + 1, written(eol + inner, inner) + (closesLater ? '' : eol + outer))];
}
