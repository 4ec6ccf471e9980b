/** Finds where keys and values stand, many at once and in one pass, without building a tree of the whole text. */
import type { Node } from 'jsonc-parser';
import type { Path, Span } from './manifest-document.js';
import { endOfSoundString } from './scan.js';

/** Where a key (of object members) and its value stand. */
export interface Place {
  readonly key?: Span;
  readonly value: Span;
}

/** Paths that are looked for, as a tree: each node may be wanted itself and has wanted members. */
export class Wanted {
  readonly members = new Map<string, Wanted>();
  place: Place | undefined;

  /** Forgets what an earlier key of the same name held: the last one counts. */
  forget(): void {
    if (this.place === undefined) return;
    this.place = undefined;
    for (const member of this.members.values()) member.forget();
  }

  /** Number of nodes below this one. */
  get size(): number {
    let size = this.members.size;
    for (const member of this.members.values()) size += member.size;
    return size;
  }

  /** The node of a path, made when it is not there yet. */
  at(path: Path): Wanted {
    return path.reduce<Wanted>((node, step) => node.#member(String(step)), this);
  }

  #member(name: string): Wanted {
    const known = this.members.get(name);
    if (known) return known;
    const made = new Wanted();
    this.members.set(name, made);
    return made;
  }
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

function skipBlanks(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset just past the value that starts at `at`. */
function skipValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === 0x22) return endOfSoundString(text, at);
  if (first !== 0x7b && first !== 0x5b) {
    while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at++;
    return at;
  }
  let depth = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfSoundString(text, at) - 1;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
  }
  return at;
}

/** Name of the key whose quotes enclose `start` to `end`. */
function keyName(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : raw;
}

/** A value in sound text. Where it ends is looked for when somebody asks: a value may be the whole manifest. */
class ValueSpan implements Span {
  #end: number | undefined;

  constructor(
    private readonly text: string,
    readonly start: number,
  ) {}

  get end(): number {
    return (this.#end ??= skipValue(this.text, this.start));
  }
}

/**
 * Fills in the places of `wanted` in plain, sound JSON text. Of equal keys the last one counts, as in JSON.parse. In a text
 * without `repeatedKeys` it stops at the last place that is wanted.
 */
export function locateInText(text: string, wanted: Wanted, repeatedKeys = true): void {
  let missing = repeatedKeys ? Infinity : wanted.size;
  /** Gives the offset behind the value; nothing looks at it any more once nothing is missing. */
  const visit = (at: number, node: Wanted, key?: Span): number => {
    const start = skipBlanks(text, at);
    const first = text.charCodeAt(start);
    const value = new ValueSpan(text, start);
    node.forget();
    node.place = key ? { key, value } : { value };
    if (missing === 0) return start;
    if (node.members.size === 0 || (first !== 0x7b && first !== 0x5b)) return value.end;
    return first === 0x7b ? visitObject(start, node) : visitList(start, node);
  };
  const visitMember = (at: number, member: Wanted, key?: Span): number => {
    missing--;
    return visit(at, member, key);
  };
  const visitObject = (start: number, node: Wanted): number => {
    let at = skipBlanks(text, start + 1);
    while (missing > 0 && text.charCodeAt(at) !== 0x7d) {
      const keyEnd = endOfSoundString(text, at);
      const member = node.members.get(keyName(text, at, keyEnd));
      const valueAt = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
      const end = member ? visitMember(valueAt, member, { start: at, end: keyEnd }) : skipValue(text, valueAt);
      at = skipBlanks(text, end);
      if (text.charCodeAt(at) === 0x2c) at = skipBlanks(text, at + 1);
    }
    return at + 1;
  };
  const visitList = (start: number, node: Wanted): number => {
    let at = skipBlanks(text, start + 1);
    for (let index = 0; missing > 0 && text.charCodeAt(at) !== 0x5d; index++) {
      const member = node.members.get(String(index));
      at = skipBlanks(text, member ? visitMember(at, member) : skipValue(text, at));
      if (text.charCodeAt(at) === 0x2c) at = skipBlanks(text, at + 1);
    }
    return at + 1;
  };
  visit(0, wanted);
}

/** The text of a node. */
export const spanOfNode = (node: Node): Span => ({ start: node.offset, end: node.offset + node.length });

/** Fills in the places of `wanted` from a tree: the way for broken text. */
export function locateInTree(tree: Node, wanted: Wanted, key?: Span): void {
  wanted.forget();
  wanted.place = { ...(key && { key }), value: spanOfNode(tree) };
  if (wanted.members.size === 0) return;
  tree.children?.forEach((child, index) => {
    if (tree.type === 'array') {
      const member = wanted.members.get(String(index));
      if (member) locateInTree(child, member);
      return;
    }
    const [name, value] = child.children ?? [];
    const member = name && wanted.members.get(String(name.value));
    if (member && value) locateInTree(value, member, spanOfNode(name));
  });
}

/** The members of the objects of trees, by key; each object is indexed once, since fixes ask for many of its members. */
const indexed = new WeakMap<Node, ReadonlyMap<unknown, Node>>();

/** Values of an object's members. Of equal keys the last one counts, as in `locateInText`. */
function membersOf(object: Node): ReadonlyMap<unknown, Node> {
  let members = indexed.get(object);
  if (members === undefined) {
    const entries = (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[key.value as unknown, value] as const] : [],
    );
    indexed.set(object, (members = new Map(entries)));
  }
  return members;
}

/** Node of the value at a path as written in the text. */
export function nodeInTree(tree: Node, path: Path): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (node?.type === 'array') return node.children?.[Number(step)];
    return node?.type === 'object' ? membersOf(node).get(step) : undefined;
  }, tree);
}
