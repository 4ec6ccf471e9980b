/** Messages in a stream of bytes: a head that says how long the content is, a blank line, then the content in UTF-8. */

const HEAD_END = '\r\n\r\n';

/** The length in a head. What stands before it on its line is passed over: the rest of a message whose head was wrong. */
const LENGTH = /content-length: *(\d+) *$/im;

/** Longest head that is waited for, in bytes; a stream that has none in so many is no stream of messages. */
const LONGEST_HEAD = 64 * 1024;

/** Takes the contents out of a stream as its bytes arrive. */
export class FrameReader {
  #waiting: Buffer[] = [];
  #length = 0;
  /** Number of bytes from which on it makes sense to look again. */
  #needed = 1;

  /** The contents that these bytes complete. */
  take(bytes: Buffer): string[] {
    this.#waiting.push(bytes);
    this.#length += bytes.length;
    if (this.#length < this.#needed) return [];
    // Put together once for each content, however many pieces it comes in.
    let rest = this.#waiting.length === 1 ? bytes : Buffer.concat(this.#waiting);
    const contents: string[] = [];
    for (;;) {
      const headEnd = rest.indexOf(HEAD_END);
      if (headEnd === -1) {
        if (rest.length > LONGEST_HEAD) rest = rest.subarray(-HEAD_END.length);
        this.#needed = rest.length + 1;
        break;
      }
      const start = headEnd + HEAD_END.length;
      const end = start + Number(LENGTH.exec(rest.toString('latin1', 0, headEnd))?.[1] ?? 0);
      if (end > rest.length) {
        this.#needed = end;
        break;
      }
      // A head without a length has no content.
      if (end > start) contents.push(rest.toString('utf8', start, end));
      rest = rest.subarray(end);
    }
    this.#waiting = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return contents;
  }
}

/** A content with its head, in one piece: an editor wakes up once for it. */
export function framed(content: string): string {
  return `Content-Length: ${Buffer.byteLength(content, 'utf8')}${HEAD_END}${content}`;
}
