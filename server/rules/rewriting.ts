/**
 * Code that is meant as a manifest: a JavaScript object, a PHP array, quotes of a word processor. What differs from JSON is put
 * right everywhere at once, since it is one mistake of the writer.
 */
import type { Span } from '../document/manifest-document.js';
import { endOfString, endsOfComments } from '../document/scan.js';
import type { Remedy } from './repairs.js';
import type { Edit } from './rule.js';

/** Edits that put quotes around one text. */
export const ONE_TEXT = 2;

type Language = 'JavaScript' | 'PHP';

/** A bracket that is still open. `written` is longer than one character for `array(`. */
interface Open {
  readonly written: Span;
  /** Of a PHP array: whether it has keys. */
  hasKeys: boolean;
}

/** Code before the manifest: an assignment, `export default`, `return`, or a call with the name of a method before the object. */
const CODE_BEFORE =
  /^(?:<\?php\b)?[\w$.:=>\s-]*?(?:=|\bdefault|\breturn|\((?:\s*(["'`])[\w./:-]*\1\s*,)?)\s*(?=[{[]|array\b)/;

/** Longest code before the manifest. */
const LONGEST_BEFORE = 300;

/** Quotes of word processors, with what may close them. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”“',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '‘': '’‘',
  '’': '’',
  '‚': '‘’',
  '‹': '›',
};

const WORD = /[\p{L}\p{M}\p{N}_$.+-]+/uy;
const KEY = /^[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_$-]*$/u;
const NAME = /^[\p{L}_$][\p{L}\p{M}\p{N}_$.]*$/u;
const LITERAL = /^(?:true|false|null|-?\d[\d.]*(?:[eE][+-]?\d+)?)$/;
const PHP_LITERAL = /^(?:true|false|null)$/i;

/** What ends a string that opens with a quote of a word processor: a closing one before a piece of JSON, or at the end of the line. */
const BEFORE_JSON = /[ \t]*(?:[,:}\]\r\n]|\/[/*]|$)/y;

/** A way to write the text as JSON; none when it is something else than a manifest in another notation. */
export function rewriting(text: string): Remedy[] {
  const remedy = new Rewriting(text).remedy();
  return remedy ? [remedy] : [];
}

/** What could not be read: the rest is left to the parser. */
const FAILED = -1;

class Rewriting {
  readonly #edits: Edit[] = [];
  readonly #open: Open[] = [];
  readonly #endOfComment: (start: number) => number;
  #language: Language = 'JavaScript';
  /** The first text in other quotes than JSON's, or none. */
  #misquoted: (Span & { readonly isTypographic: boolean }) | undefined;
  /** Offset just past the last thing that is no blank and no comment. */
  #last = 0;
  #isAfterColon = false;

  constructor(private readonly text: string) {
    this.#endOfComment = endsOfComments(text);
  }

  remedy(): Remedy | undefined {
    const { text } = this;
    const start = this.#skipped(text.startsWith('\uFEFF') ? 1 : 0);
    const before = CODE_BEFORE.exec(text.slice(start, start + LONGEST_BEFORE))?.[0] ?? '';
    const opening = start + before.length;
    this.#language = text[opening] === '{' ? 'JavaScript' : 'PHP';
    const end = this.#read(opening);
    const isWhole = end !== FAILED;
    // Up to another mistake; a PHP array only as a whole, and one text in other quotes may be a slip.
    if (!isWhole && (this.#language === 'PHP' || this.#edits.length <= ONE_TEXT)) return undefined;
    if (before !== '') this.#edit(start, opening, '');
    if (isWhole && this.#edits.length > 0) this.#dropCodeBehind(end, before.includes('('));
    const edits = [...this.#edits].sort((a, b) => a.span.start - b.span.start);
    if (edits.length === 0) return undefined;
    const problem = this.#problem({ start, end: opening });
    return problem && { edits, problem, rewrites: true };
  }

  /** The mistake in a word, where it shows first. */
  #problem(before: Span): Remedy['problem'] {
    if (this.#language === 'PHP') {
      const start = before.end;
      return { kind: 'PhpArray', span: { start, end: start + (this.text[start] === '[' ? 1 : 'array'.length) } };
    }
    if (this.#misquoted) {
      const { isTypographic, start, end } = this.#misquoted;
      return { kind: isTypographic ? 'StraightQuotesExpected' : 'DoubleQuotesExpected', span: { start, end } };
    }
    const end = before.start + this.text.slice(before.start, before.end).trimEnd().length;
    return end > before.start ? { kind: 'CodeBefore', span: { start: before.start, end } } : undefined;
  }

  #edit(start: number, end: number, newText: string): void {
    this.#edits.push({ span: { start, end }, newText });
  }

  /** Offset of the next thing that is no blank and no comment. */
  #skipped(start: number): number {
    let at = start;
    for (;;) {
      while (at < this.text.length && /\s/.test(this.text.charAt(at))) at++;
      const end = this.text[at] === '/' ? this.#endOfComment(at) : at;
      if (end === at) return at;
      at = end;
    }
  }

  /** Reads the manifest, as far as it can be read; gives the offset just past it. Brackets and commas may be lost. */
  #read(start: number): number {
    for (let at = start; at < this.text.length; at = this.#skipped(at)) {
      const known = this.#edits.length;
      const end = this.#readToken(at);
      if (end === FAILED) {
        this.#edits.length = known;
        return FAILED;
      }
      this.#isAfterColon = this.text[at] === ':' || this.text.startsWith('=>', at);
      this.#last = end;
      at = end;
      if (this.#open.length === 0) return at;
    }
    return this.text.length;
  }

  #readToken(at: number): number {
    const { text } = this;
    const character = text.charAt(at);
    switch (character) {
      case '"': {
        const end = endOfString(text, at);
        return end > at + 1 && text[end - 1] === '"' ? end : FAILED;
      }
      case "'":
      case '`':
        return this.#readText(at, character);
      case '{':
      case '[':
        if (character === '{' && this.#language === 'PHP') return FAILED;
        return this.#opened(at, at + 1);
      case '}':
      case ']':
      case ')':
        return this.#closed(at);
      case ':':
        return this.#language === 'PHP' ? FAILED : at + 1;
      case ',':
        return at + 1;
      case '=':
        return this.#readArrow(at);
      default:
        return character in CLOSING ? this.#readTypographic(at) : this.#readWord(at);
    }
  }

  #opened(at: number, end: number): number {
    this.#open.push({ written: { start: at, end }, hasKeys: false });
    return end;
  }

  #closed(at: number): number {
    const open = this.#open.pop();
    if (this.#language === 'JavaScript') return this.text[at] === ')' ? FAILED : at + 1;
    if (!open) return FAILED;
    const isLong = this.text[open.written.start] !== '[';
    if (this.text[at] !== (isLong ? ')' : ']')) return FAILED;
    if (isLong || open.hasKeys) {
      this.#edit(open.written.start, open.written.end, open.hasKeys ? '{' : '[');
      this.#edit(at, at + 1, open.hasKeys ? '}' : ']');
    }
    return at + 1;
  }

  /** `=>` between a key and a value of PHP. */
  #readArrow(at: number): number {
    const open = this.#open.at(-1);
    if (this.#language !== 'PHP' || !open || this.text[at + 1] !== '>') return FAILED;
    open.hasKeys = true;
    const isNear = this.text.slice(this.#last, at).trim() === '';
    this.#edit(isNear ? this.#last : at, at + 2, ':');
    return at + 2;
  }

  #readWord(at: number): number {
    WORD.lastIndex = at;
    const word = WORD.exec(this.text)?.[0];
    if (word === undefined) return FAILED;
    const end = at + word.length;
    const next = this.#skipped(end);
    if (this.#language === 'PHP') {
      if (word === 'array' && this.text[next] === '(') return this.#opened(at, next + 1);
      if (PHP_LITERAL.test(word)) {
        if (word !== word.toLowerCase()) this.#edit(at, end, word.toLowerCase());
        return end;
      }
    } else if (this.text[next] === ':' && !this.#isValue()) {
      if (!KEY.test(word)) return FAILED;
      this.#isMisquoted({ start: at, end }, false);
      this.#edit(at, at, '"');
      this.#edit(end, end, '"');
      return end;
    }
    if (LITERAL.test(word)) return end;
    // A name of something: no JSON, but the rest may be.
    return NAME.test(word) && this.#isValue() && /[,}\]]/.test(this.text.charAt(next)) ? end : FAILED;
  }

  #isValue(): boolean {
    return this.#isAfterColon || !this.#isInObject();
  }

  #isInObject(): boolean {
    const open = this.#open.at(-1);
    return open !== undefined && this.text[open.written.start] === '{';
  }

  #isMisquoted({ start, end }: Span, isTypographic: boolean): void {
    this.#misquoted ??= { start, end, isTypographic };
  }

  /** A text in single quotes or backticks. */
  #readText(start: number, quote: string): number {
    const { text } = this;
    this.#edit(start, start + 1, '"');
    for (let at = start + 1; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === quote) {
        this.#edit(at, at + 1, '"');
        this.#isMisquoted({ start, end: at + 1 }, false);
        return at + 1;
      }
      if (character === '\\') {
        at = this.#readEscape(at) - 1;
      } else if (character === '"') {
        this.#edit(at, at, '\\');
      } else if (character < ' ') {
        // Only texts in backticks go on over several lines, and for JavaScript each line ends with \n.
        if (quote !== '`' && /[\r\n]/.test(character)) return FAILED;
        const isDropped = character === '\r' && text[at + 1] === '\n';
        this.#edit(at, at + 1, isDropped ? '' : JSON.stringify(character.replace('\r', '\n')).slice(1, -1));
      } else if (quote === '`' && character === '$' && text[at + 1] === '{') {
        return FAILED;
      }
    }
    return FAILED;
  }

  /** An escape sequence in the notation of JSON; gives the offset just past it. */
  #readEscape(at: number): number {
    const sequence = this.text.slice(at, at + 12);
    const next = sequence.charAt(1);
    if (this.#language === 'PHP') {
      if (next === "'") this.#edit(at, at + 1, '');
      else if (next !== '\\') this.#edit(at, at, '\\');
      return next === "'" || next === '\\' ? at + 2 : at + 1;
    }
    if (/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(sequence)) return at + 2;
    const code = /^\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(0)(?!\d)|(v))/.exec(sequence);
    if (code) {
      const [all, byte, point, , tab] = code;
      const value = tab === undefined ? parseInt(byte ?? point ?? '0', 16) : 0x0b;
      if (value <= 0x10ffff) this.#edit(at, at + all.length, JSON.stringify(String.fromCodePoint(value)).slice(1, -1));
      return at + all.length;
    }
    const lineEnd = /^\\(?:\r\n|\r|\n)/.exec(sequence)?.[0].length;
    if (lineEnd !== undefined) {
      this.#edit(at, at + lineEnd, '');
      return at + lineEnd;
    }
    // Before any other character a backslash says nothing.
    this.#edit(at, at + 1, '');
    return at + 2;
  }

  /** A text in quotes of a word processor. A backslash in it is JSON's. */
  #readTypographic(start: number): number {
    const { text } = this;
    const closing = CLOSING[text.charAt(start)] ?? '';
    this.#edit(start, start + 1, '"');
    for (let at = start + 1; at < text.length; at++) {
      const character = text.charAt(at);
      if (character < ' ' && character !== '\t') return FAILED;
      if (character === '\\') at++;
      else if (character === '"') this.#edit(at, at, '\\');
      else if (closing.includes(character)) {
        BEFORE_JSON.lastIndex = at + 1;
        if (!BEFORE_JSON.test(text)) continue;
        this.#edit(at, at + 1, '"');
        this.#isMisquoted({ start, end: at + 1 }, true);
        return at + 1;
      }
    }
    return FAILED;
  }

  /** Takes out what ends a statement; of a call everything behind the manifest, such as a function that takes the answer. */
  #dropCodeBehind(end: number, isCall: boolean): void {
    const { text } = this;
    const stops: number[] = [];
    let at = this.#skipped(end);
    for (; /[;),]/.test(text.charAt(at)); at = this.#skipped(at + 1)) stops.push(at);
    if (at === text.length) for (const stop of stops) this.#edit(stop, stop + 1, '');
    else if (isCall && stops[0] !== undefined) this.#edit(stops[0], text.trimEnd().length, '');
  }
}
