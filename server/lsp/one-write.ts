/** Writes each message in one piece. The library writes head and content apart, which wakes the editor twice for every answer. */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc';

/** Writer for a stream such as standard output. */
export class OneWriteMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Writable;

  constructor(stream: Writable) {
    super();
    this.#stream = stream;
    stream.on('error', (error: unknown) => {
      this.fireError(error);
    });
    stream.on('close', () => {
      this.fireClose();
    });
  }

  write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(content, 'utf8')}\r\n\r\n${content}`;
    return new Promise((resolve, reject) => {
      this.#stream.write(text, 'utf8', (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}
