/**
 * Where in a manifest the cursor stands, worked out from the tokens around it. It needs no parse tree, so it also works in
 * half-typed text, and it is not recursive.
 */
import { keysAt } from '../../schemas/lookup.js';
import type { Path, Span } from '../document/manifest-document.js';
import { closedBefore, endOfBlock } from './blocks.js';
import { Tokens, type Token } from './tokens.js';

/** The string or bare word that the cursor touches; a completion replaces all of it. */
export interface Word extends Span {
  /** The text without quotes and escapes. */
  readonly text: string;
  readonly quoted: boolean;
}

/** What may be written at the cursor, and what stands around it. */
export interface Cursor {
  /** A key of the object around the cursor, or a value. */
  readonly role: 'key' | 'value';
  /** Path of the object or list around the cursor, as a portal reads it (its parameters in upper case). */
  readonly container: Path;
  /** Path of what is being written; for a key it ends with the text typed so far. */
  readonly path: Path;
  readonly word: Word | undefined;
  /** The other members of the object around the cursor; of string values the text, else undefined. */
  readonly siblings: ReadonlyMap<string, string | undefined>;
  /** Whether a colon follows the key: only the key is to be replaced, its value stays. */
  readonly hasColon: boolean;
  /** Offset where a comma is missing before the cursor. */
  readonly commaBefore: number | undefined;
  /** Whether a comma is missing after the cursor. */
  readonly commaAfter: boolean;
}

/** An object or list that is open at the cursor. */
interface Frame {
  readonly isObject: boolean;
  /** What may come next. */
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** Key or index of the current member. */
  step: string | number;
  readonly members: Map<string, string | undefined>;
}

/** Path as a portal reads it: the letter case of its parameters does not count. */
function asRead(path: Path): Path {
  const [first, ...rest] = path;
  const upper = String(first).toUpperCase();
  return first !== undefined && keysAt([]).includes(upper) ? [upper, ...rest] : path;
}

const isWord = ({ kind }: Token): boolean => kind === 'string' || kind === 'word';

/** The cursor at an offset; undefined where nothing can be written: in a comment, after a key without colon, past the end. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const tokens = new Tokens(text);
  const closed = closedBefore(text, offset);
  // The text itself counts as a list of one value.
  const frames: Frame[] = [{ isObject: false, expects: 'value', step: 0, members: new Map() }];
  let previousEnd = 0;
  for (let token = tokens.next(); token.kind !== 'end' && token.start < offset; token = tokens.next()) {
    if (token.kind === 'comment') {
      if (offset < token.end || (offset === token.end && goesOn(text, token))) return undefined;
    } else if (isWord(token) && offset <= token.end) {
      const word = wordAt(text, token, offset);
      return describe(frames, { text, previousEnd, offset: word.end, word });
    } else {
      // What is closed before the cursor counts as one value: in a large manifest that is nearly everything.
      const end = closed.get(token.start);
      const frame = frames.at(-1);
      if (end !== undefined && frame !== undefined) {
        frame.expects = 'comma';
        tokens.moveTo(end);
      } else {
        read(frames, token);
      }
      previousEnd = end ?? token.end;
    }
  }
  return describe(frames, { text, previousEnd, offset, word: undefined });
}

/** Whether what is typed at the end of a comment belongs to it. */
const goesOn = (text: string, { start, unclosed }: Token): boolean => unclosed || text.startsWith('//', start);

/** Takes a token that lies before the cursor into account. */
function read(frames: Frame[], { kind, text }: Token): void {
  const frame = frames.at(-1);
  if (frame === undefined) return;
  if (kind === '{' || kind === '[') {
    const isObject = kind === '{';
    frame.expects = 'comma';
    frames.push({ isObject, expects: isObject ? 'key' : 'value', step: isObject ? '' : 0, members: new Map() });
  } else if (kind === '}' || kind === ']') {
    if (frames.length > 1) frames.pop();
  } else if (kind === ',') {
    if (typeof frame.step === 'number') frame.step++;
    frame.expects = frame.isObject ? 'key' : 'value';
  } else if (kind === ':') {
    if (frame.expects === 'colon') frame.expects = 'value';
  } else if (frame.isObject && frame.expects !== 'value') {
    // A key. After a value without comma, or a key without colon, the next one begins all the same.
    frame.step = text;
    frame.members.set(text, undefined);
    frame.expects = 'colon';
  } else {
    if (frame.isObject && kind === 'string') frame.members.set(String(frame.step), text);
    frame.expects = 'comma';
  }
}

/** The word under the cursor. Of a string that lacks its closing quote, only what looks like one word after the cursor. */
function wordAt(text: string, { kind, start, end, text: content, unclosed }: Token, offset: number): Word {
  const quoted = kind === 'string';
  // `"SHO|, "VISIBLE": "N"`: the quote that seems to close the string opens the next one.
  const mispaired = quoted && /[^\s,:}\]/]/.test(text.charAt(end));
  if (!unclosed && !mispaired) return { start, end, text: content, quoted };
  const rest = /^[\w$.|/\\-]*/.exec(text.slice(offset, end))?.[0] ?? '';
  return { start, end: offset + rest.length, text: text.slice(start + 1, offset + rest.length), quoted };
}

interface Gap {
  readonly text: string;
  /** End of the last token before the cursor. */
  readonly previousEnd: number;
  /** Where the text after the cursor, or after the word under it, begins. */
  readonly offset: number;
  readonly word: Word | undefined;
}

/** Describes the place that the tokens before the cursor have led to. */
function describe(frames: readonly Frame[], { text, previousEnd, offset, word }: Gap): Cursor | undefined {
  const frame = frames.at(-1);
  if (frame === undefined || (frame.expects === 'colon' && word === undefined)) return undefined;
  const isRoot = frames.length === 1;
  const missesComma = frame.expects === 'comma';
  const after = ahead(text, offset);
  const role = frame.isObject && frame.expects !== 'value' ? 'key' : 'value';
  if (isRoot && (missesComma || (word === undefined && after.startsValue))) return undefined;
  // `"CODE": | "X"`: the value is already there.
  if (role === 'value' && frame.isObject && word === undefined && after.startsValue && !after.startsKey)
    return undefined;
  const container = asRead(frames.slice(1, -1).map(({ step }) => step));
  const siblings = new Map([...frame.members, ...after.members]);
  if (role === 'value') siblings.delete(String(frame.step));
  const index = missesComma && typeof frame.step === 'number' ? frame.step + 1 : frame.step;
  return {
    role,
    container,
    path: isRoot ? [] : asRead([...container, role === 'key' ? (word?.text ?? '') : index]),
    word,
    siblings,
    hasColon: role === 'key' && after.hasColon,
    commaBefore: missesComma ? previousEnd : undefined,
    commaAfter: !isRoot && after.startsValue,
  };
}

/** What follows the cursor. */
interface Ahead {
  readonly hasColon: boolean;
  /** Whether the next token begins a key or a value. */
  readonly startsValue: boolean;
  /** Whether the next token is a key with its colon. */
  readonly startsKey: boolean;
  /** The members from here to the end of the object around the cursor. */
  readonly members: ReadonlyMap<string, string | undefined>;
}

/** Reads on from an offset to the end of the object or list around it. */
function ahead(text: string, offset: number): Ahead {
  const tokens = new Tokens(text, offset);
  const members = new Map<string, string | undefined>();
  const first = tokens.nextSolid();
  let startsKey = false;
  let previous: Token | undefined;
  let key: string | undefined;
  for (let token = first; token.kind !== 'end'; token = tokens.nextSolid()) {
    const { kind } = token;
    if (kind === '}' || kind === ']') break;
    if (kind === ':' && previous !== undefined && isWord(previous)) {
      key = previous.text;
      startsKey ||= previous === first;
      members.set(key, undefined);
    } else if (key !== undefined) {
      if (kind === 'string') members.set(key, token.text);
      key = undefined;
    }
    if (kind === '{' || kind === '[') {
      const end = endOfBlock(text, token.start);
      // What is never closed hides the rest.
      if (end === undefined) break;
      tokens.moveTo(end);
    }
    previous = token;
  }
  const startsValue = isWord(first) || first.kind === '{' || first.kind === '[';
  return { hasColon: first.kind === ':', startsValue, startsKey, members };
}
