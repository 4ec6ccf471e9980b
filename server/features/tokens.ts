/** The tokens of JSON text with comments, one after the other. Works on any text and never fails. */
import { createScanner } from 'jsonc-parser';
import { endOfComment, endsOfStrings } from '../document/scan.js';

/** `word` is everything else that may stand for a value: numbers, true, false, null and text without quotes. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word' | 'comment' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The text; of strings without quotes and escapes. */
  readonly text: string;
  /** Whether a string lacks its closing quote, or a comment its end. */
  readonly unclosed: boolean;
}

/** By number of the scanner's SyntaxKind. Blanks have no kind: they are passed over. */
const KINDS: Readonly<Record<number, TokenKind>> = {
  1: '{',
  2: '}',
  3: '[',
  4: ']',
  5: ',',
  6: ':',
  7: 'word',
  8: 'word',
  9: 'word',
  10: 'string',
  11: 'word',
  12: 'comment',
  13: 'comment',
  16: 'word',
  17: 'end',
};

/** Reads tokens from an offset on. */
export class Tokens {
  readonly #scanner;
  #endOfString: ((start: number) => number) | undefined;

  constructor(
    private readonly text: string,
    offset = 0,
  ) {
    this.#scanner = createScanner(text, false);
    this.#scanner.setPosition(offset);
  }

  /** The next token, comments included. */
  next(): Token {
    const scanner = this.#scanner;
    let kind: TokenKind | undefined;
    while (kind === undefined) kind = KINDS[scanner.scan()];
    const error: number = scanner.getTokenError();
    return {
      kind,
      start: scanner.getTokenOffset(),
      end: scanner.getPosition(),
      text: scanner.getTokenValue(),
      unclosed: error === 1 || error === 2, // UnexpectedEndOfComment, UnexpectedEndOfString
    };
  }

  /**
   * End of the object or list that opens at `start`, when it closes before `limit`; undefined otherwise. Much faster than
   * reading its tokens, and with the same idea of what closes it in broken text: any bracket does.
   */
  endIfClosedBefore(start: number, limit: number): number | undefined {
    const { text } = this;
    const endOfString = (this.#endOfString ??= endsOfStrings(text));
    let depth = 0;
    for (let at = start; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22) at = endOfString(at) - 1;
      else if (code === 0x2f) at = Math.max(at, endOfComment(text, at) - 1);
      else if (code === 0x7b || code === 0x5b) depth++;
      else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
    }
    return undefined;
  }

  /** Goes on at an offset. */
  moveTo(offset: number): void {
    this.#scanner.setPosition(offset);
  }

  /** The next token that is no comment. */
  nextSolid(): Token {
    let token = this.next();
    while (token.kind === 'comment') token = this.next();
    return token;
  }
}
