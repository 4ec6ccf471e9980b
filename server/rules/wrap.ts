/** Edits that put members of an object into a new object in their place. */
import type { Node } from 'jsonc-parser';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { endOf, nodeAt } from './edits.js';
import { eolOf, indentAt, indentUnit, isSpaced, lineStart, reindented } from './layout.js';
import type { Edit } from './rule.js';

const keyOf = (member: Node): string => String(member.children?.[0]?.value);

/**
 * Edits that wrap members of the object at `path` into a new member `name`, where the first of them stands. Members in between
 * come after it. None where comments stand between such members: nobody knows what they are about.
 */
export function wrapMembers(document: ManifestDocument, path: Path, keys: readonly string[], name: string): Edit[] {
  const { text, comments } = document;
  const object = nodeAt(document, path);
  if (object?.type !== 'object') return [];
  const members = object.children ?? [];
  const isWrapped = (member: Node): boolean => keys.includes(keyOf(member));
  const first = members.findIndex(isWrapped);
  const start = members[first];
  if (!start) return [];
  const region = members.slice(first, members.findLastIndex(isWrapped) + 1);
  const span = { start: start.offset, end: endOf(region.at(-1) ?? start) };
  const others = region.filter((member) => !isWrapped(member));
  const isBetween = (at: number): boolean => !region.some((member) => at >= member.offset && at < endOf(member));
  const between = comments.filter((comment) => comment.span.start >= span.start && comment.span.end <= span.end);
  if (others.length > 0 && between.some((comment) => isBetween(comment.span.start))) return [];

  const ownLines = text.slice(lineStart(text, start.offset), start.offset).trim() === '';
  const indent = indentAt(text, start.offset);
  const inner = indent + indentUnit(text);
  const separator = ownLines ? `,${eolOf(text)}${indent}` : isSpaced(text) ? ', ' : ',';
  const written = (member: Node): string => {
    const key = member.children?.[0];
    // Whatever letter case stands outside, inside SETTINGS it counts.
    const name = keyOf(member);
    return key
      ? JSON.stringify(path.length === 0 ? name.toUpperCase() : name) + text.slice(endOf(key), endOf(member))
      : '';
  };
  const joined = (list: readonly Node[]): string =>
    list
      .map((member, index) => {
        const previous = list[index - 1];
        if (!previous) return written(member);
        // What stands between neighbours stays as it is, comments and all.
        return (others.length > 0 ? separator : text.slice(endOf(previous), member.offset)) + written(member);
      })
      .join('');
  const wrapped = joined(region.filter(isWrapped));
  const [open, body, close] = ownLines
    ? [`{${eolOf(text)}${inner}`, reindented(wrapped, indent, inner), `${eolOf(text)}${indent}}`]
    : isSpaced(text)
      ? ['{ ', wrapped, ' }']
      : ['{', wrapped, '}'];
  const member = `${JSON.stringify(name)}${isSpaced(text) ? ': ' : ':'}${open}${body}${close}`;
  return [{ span, newText: [member, ...others.map(written)].join(separator) }];
}
