/** Closing brackets that are missing, such as that of every cURL example in the official documentation, or too many. */
import type { Node } from 'jsonc-parser';
import { keysAt } from '../../schemas/lookup.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { endOfString, scan } from '../document/scan.js';
import { endOf } from './edits.js';
import { eolOf, indentAt, lineStart } from './layout.js';
import type { Edit } from './rule.js';

/** Most places that are tried. */
const MOST = 30;

/** Keys of the upper levels; `auth` is what the token examples of the documentation send beside the parameters. */
const UPPER = new Set([...keysAt([]), ...keysAt(['SETTINGS']), 'auth']);

/** Whether a key has no business in an object: unknown there, or, where keys are free, one of the upper levels. */
function isStranger(path: Path, key: string): boolean {
  const known = keysAt(path);
  if (path.length === 0) return false;
  return known.length > 0 ? !known.includes(key) : UPPER.has(key);
}

/** A closing bracket at an offset, on a line of its own where the opening one has its line for itself. */
function closer(text: string, offset: number, opening: number): Edit {
  const multiline = /[\r\n]/.test(text.slice(opening, offset));
  const bracket = text[opening] === '[' ? ']' : '}';
  const pad = bracket === '}' && text[opening + 1] === ' ' ? ' ' : '';
  const newText = multiline ? eolOf(text) + indentAt(text, opening) + bracket : pad + bracket;
  return { span: { start: offset, end: offset }, newText };
}

/** Whether a key stands further in than the line that opens its object: laid out as a member, so no brace is lost before it. */
function isIndented(text: string, object: Node, property: Node): boolean {
  const onOwnLine = text.slice(lineStart(text, property.offset), property.offset).trim() === '';
  return onOwnLine && indentAt(text, property.offset).length > indentAt(text, object.offset).length;
}

/** Places where a brace may have been lost: in front of the first key of an object that does not belong there. */
function candidates({ text, tree }: ManifestDocument): Edit[] {
  const found: Edit[] = [];
  const visit = (node: Node, path: Path): void => {
    if (found.length >= MOST) return;
    const children = node.children ?? [];
    if (node.type === 'object') {
      const keyOf = (property: Node | undefined): string => String(property?.children?.[0]?.value);
      const first = children.findIndex(
        (property) => isStranger(path, keyOf(property)) && !isIndented(text, node, property),
      );
      const previous = children[first - 1];
      if (previous) found.push(closer(text, endOf(previous), node.offset));
      // Nothing at all is in it yet: half-typed, right before what stood there.
      else if (first === 0) found.push({ span: { start: node.offset + 1, end: node.offset + 1 }, newText: '},' });
      for (const property of children)
        if (property.children?.[1]) visit(property.children[1], [...path, keyOf(property)]);
    } else {
      children.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    }
  };
  if (tree) visit(tree, []);
  return found;
}

/** Offsets of the brackets that nothing closes, outermost first. */
export function unclosed(text: string): number[] {
  const { plain } = scan(text);
  const open: number[] = [];
  for (let at = 0; at < plain.length; at++) {
    const character = plain.charAt(at);
    if (character === '"') at = endOfString(plain, at) - 1;
    else if (character === '{' || character === '[') open.push(at);
    else if (character === '}' || character === ']') open.pop();
  }
  return open;
}

/** Everything that is open at the end of the text, closed in one go. */
function closeAll({ text, comments }: ManifestDocument): Edit[] {
  const end = text.trimEnd().length;
  const commented = comments.some(({ span }) => span.end === end && text.startsWith('//', span.start));
  const closers = unclosed(text)
    .reverse()
    .map((opening) => closer(text, end, opening).newText);
  if (closers.length === 0) return [];
  const all = closers.join('');
  return [{ span: { start: end, end }, newText: commented && !/^[\r\n]/.test(all) ? `\n${all.trimStart()}` : all }];
}

/** A bracket that is open, with how far its line is indented, and which line that is. */
interface OpenBracket {
  readonly at: number;
  readonly indent: string;
  readonly line: number;
}

/**
 * The closing bracket that the indentation tells to be lost: a line stands where the object around it has its members or its
 * end. None when there is more than one, or when other lines do not stand where they should.
 */
export function leftOpen(text: string): Edit[] {
  const { plain } = scan(text);
  const open: OpenBracket[] = [];
  let found: Edit | undefined;
  let line = 0;
  let isFirst = true;
  let indent = '';
  let last = 0; // end of the last thing that is no comma
  let isAfterComma = false;
  for (let at = 0; at < plain.length; at++) {
    const character = plain.charAt(at);
    if (character === '\n' || character === '\r') {
      line++;
      isFirst = true;
    }
    if (/\s/.test(character)) continue;
    const isCloser = character === '}' || character === ']';
    if (isFirst) {
      isFirst = false;
      indent = indentAt(text, at);
      const standsAt = (bracket: OpenBracket | undefined): boolean =>
        bracket === undefined ||
        bracket.line === line ||
        (isCloser ? indent === bracket.indent : isDeeper(indent, bracket));
      const top = open.at(-1);
      if (top && !standsAt(top) && character !== ',') {
        // Only where the bracket around it takes the line: one is lost, not two.
        if (found || !standsAt(open.at(-2)) || open.length < 2) return [];
        const { span, newText } = closer(text, last, top.at);
        found = { span, newText: isCloser || isAfterComma ? newText : `${newText},` };
        open.pop();
      }
    }
    if (isCloser) open.pop();
    else if (character === '{' || character === '[') open.push({ at, indent, line });
    else if (character === '"') at = endOfString(plain, at) - 1;
    isAfterComma = character === ',';
    if (!isAfterComma) last = at + 1;
  }
  return found && open.length === 0 ? [found] : [];
}

const isDeeper = (indent: string, bracket: OpenBracket): boolean =>
  indent.length > bracket.indent.length && indent.startsWith(bracket.indent);

/** The closing brackets that may be lost: one that the indentation tells, all that are open at the end, or one in the middle. */
export function* lostBraces(document: ManifestDocument): Generator<Edit> {
  yield* leftOpen(document.text);
  yield* closeAll(document);
  yield* candidates(document);
}

/** Longest text in which superfluous braces are looked for everywhere. */
const SHORT = 50_000;

/** Closing braces that may be one too many: those before the place where the manifest ended too early, the nearest first. */
export function superfluousBraces(text: string, end: number): Edit[] {
  const { plain } = scan(text);
  const found: Edit[] = [];
  const start = text.length <= SHORT ? 0 : Math.max(0, end - 1000);
  for (let at = start; at < end; at++) {
    const character = plain.charAt(at);
    if (character === '"') at = endOfString(plain, at) - 1;
    else if (character === '}') found.push({ span: { start: at, end: at + 1 }, newText: '' });
  }
  return found.reverse().slice(0, MOST);
}
