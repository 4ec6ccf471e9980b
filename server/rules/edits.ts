/** Changes of the text that fixes are made of. They touch nothing but what they change: formatting and comments stay. */
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { JsonObject } from '../../schemas/record.js';
import type { ManifestDocument, Path, Span } from '../document/manifest-document.js';
import type { Problem } from './problem.js';
import type { Edit } from './rule.js';

const endOf = (node: Node): number => node.offset + node.length;

/** Another text in the place of a problem's value. */
export function replaceValue(document: ManifestDocument, problem: Problem, newText: string): Edit {
  return { span: document.locate([problem.path])[0]?.value ?? problem.span, newText };
}

/** Another name for a problem's key. */
export function replaceKey(document: ManifestDocument, problem: Problem, name: string): Edit {
  return { span: document.locate([problem.path])[0]?.key ?? problem.span, newText: JSON.stringify(name) };
}

/** Node of the value at a path as written in the file. */
export function nodeAt(document: ManifestDocument, path: Path): Node | undefined {
  return document.tree && findNodeAtLocation(document.tree, [...document.writtenPath(path)]);
}

/** One step of indentation in this text: a tab, or as many blanks as its first indented line has. */
export function indentUnit(text: string): string {
  return /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}

const eol = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Blanks at the start of the line that an offset is on. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** A value as text, its inner lines indented to stand at `indent`. */
export function valueText(text: string, value: unknown, indent: string): string {
  const multiline = /[\r\n]/.test(text);
  const unit = indentUnit(text);
  if (!multiline) return JSON.stringify(value);
  return JSON.stringify(value, null, unit.includes('\t') ? '\t' : unit.length).replace(/\n/g, eol(text) + indent);
}

/** Offset just past the blanks and comments that follow `offset` on its line. */
function restOfLine(text: string, offset: number): number {
  const rest = /^(?:[ \t]|\/\*[^\r\n]*?\*\/)*(?:\/\/[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(offset, offset + 2000));
  return offset + (rest?.[0].length ?? 0);
}

/** Where the comma after a member stands, comments in between skipped; -1 when there is none. */
function commaAfter(text: string, offset: number): number {
  const skipped = /^(?:\s|\/\*[^]*?\*\/|\/\/[^\r\n]*)*/.exec(text.slice(offset))?.[0].length ?? 0;
  return text[offset + skipped] === ',' ? offset + skipped : -1;
}

/** Edits that add members at the end of the object at `path`. Empty when there is no such object. */
export function insertMembers(document: ManifestDocument, path: Path, members: JsonObject): Edit[] {
  const object = nodeAt(document, path);
  return object?.type === 'object' ? insertInto(document.text, object, Object.entries(members)) : [];
}

const insertion = (offset: number, newText: string): Edit => ({ span: { start: offset, end: offset }, newText });

function insertInto(text: string, object: Node, members: [string, unknown][]): Edit[] {
  const multiline = /[\r\n]/.test(text);
  const last = object.children?.at(-1);
  const outer = indentAt(text, object.offset);
  /** The members as text, each after `before`. */
  const written = (before: string, indent: string, gap: string): string =>
    members.map(([key, value]) => `${before}${JSON.stringify(key)}:${gap}${valueText(text, value, indent)}`).join(',');

  if (last === undefined) {
    if (!multiline) return [insertion(object.offset + 1, written('', '', ''))];
    const inner = outer + indentUnit(text);
    const closes = text.slice(object.offset + 1, endOf(object) - 1).includes('\n');
    return [insertion(object.offset + 1, written(eol(text) + inner, inner, ' ') + (closes ? '' : eol(text) + outer))];
  }
  const comma = commaAfter(text, endOf(last));
  const onOwnLine = text.slice(0, last.offset).trimEnd() !== text.slice(0, last.offset).replace(/[ \t]+$/, '');
  if (!onOwnLine) {
    const gap = multiline || /[,:]\s/.test(text) ? ' ' : '';
    const added = written(gap, outer, gap);
    return [comma === -1 ? insertion(endOf(last), `,${added}`) : insertion(comma + 1, added)];
  }
  const indent = indentAt(text, last.offset);
  const added = written(eol(text) + indent, indent, ' ');
  // After a trailing comma the new members get one too; a comment on the last line stays on it.
  if (comma !== -1) return [insertion(restOfLine(text, comma + 1), `${added},`)];
  const end = restOfLine(text, endOf(last));
  return end === endOf(last) ? [insertion(end, `,${added}`)] : [insertion(endOf(last), ','), insertion(end, added)];
}

/** Widens a span to its whole lines, the line break after it included, when nothing else stands on them. */
function wholeLines(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const after = /^[ \t]*(\r\n|\n|\r)/.exec(text.slice(end, end + 1000));
  const alone = from > 0 && after !== null && text.slice(from, start).trim() === '';
  return alone ? { start: from, end: end + after[0].length } : { start, end };
}

/** Edits that remove the member (or list item) at `path`, with its comma. */
export function removeMember(document: ManifestDocument, path: Path): Edit[] {
  const value = nodeAt(document, path);
  const node = value?.parent?.type === 'property' ? value.parent : value;
  return node?.parent ? removeNode(document.text, node) : [];
}

/** Edits that remove a property or list item, with its comma. */
export function removeNode(text: string, node: Node): Edit[] {
  const siblings = node.parent?.children ?? [];
  const comma = commaAfter(text, endOf(node));
  if (comma !== -1) {
    const between = text.slice(endOf(node), comma);
    if (between.trim() === '') {
      const span = wholeLines(text, { start: node.offset, end: comma + 1 });
      const inline = span.start === node.offset ? (/^[ \t]*/.exec(text.slice(span.end))?.[0].length ?? 0) : 0;
      return [{ span: { start: span.start, end: span.end + inline }, newText: '' }];
    }
    return [
      { span: { start: node.offset, end: endOf(node) }, newText: '' },
      { span: { start: comma, end: comma + 1 }, newText: '' },
    ];
  }
  const previous = siblings[siblings.indexOf(node) - 1];
  const before = previous ? commaAfter(text, endOf(previous)) : -1;
  if (before === -1) return [{ span: wholeLines(text, { start: node.offset, end: endOf(node) }), newText: '' }];
  if (text.slice(before + 1, node.offset).trim() === '')
    return [{ span: { start: before, end: endOf(node) }, newText: '' }];
  return [
    { span: { start: before, end: before + 1 }, newText: '' },
    { span: wholeLines(text, { start: node.offset, end: endOf(node) }), newText: '' },
  ];
}
