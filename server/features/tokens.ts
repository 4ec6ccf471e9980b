/** The tokens of JSON text with comments, one after the other. Works on any text and never fails. */
import { createScanner } from 'jsonc-parser';

/** `word` is everything else that may stand for a value: numbers, true, false, null and text without quotes. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word' | 'comment' | 'end';

/** One token. */
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

  constructor(text: string, offset = 0) {
    this.#scanner = createScanner(text, false);
    // A byte order mark is no word.
    this.#scanner.setPosition(offset === 0 && text.startsWith('\uFEFF') ? 1 : offset);
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
