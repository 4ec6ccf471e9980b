/** The server inside the test: messages arrive exactly as written, several in one turn of the event loop. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-jsonrpc/node';
import { startServer } from '../../server/lsp/server.js';
import { disk } from '../../server/lsp/workspace/disk.js';
import type { Files } from '../../server/lsp/workspace/files.js';

class Inbox extends AbstractMessageReader {
  #callback: DataCallback = () => undefined;

  listen(callback: DataCallback): Disposable {
    this.#callback = callback;
    return { dispose: () => undefined };
  }

  deliver(message: object): void {
    this.#callback({ jsonrpc: '2.0', ...message });
  }
}

class Outbox extends AbstractMessageWriter {
  readonly messages: Message[] = [];
  wake: () => void = () => undefined;

  write(message: Message): Promise<void> {
    this.messages.push(message);
    this.wake();
    return Promise.resolve();
  }

  end(): void {
    // Nothing is kept open.
  }
}

/** A server that has been initialized, with further parameters and another disk if given. */
export async function inProcessServer(capabilities: object, initialize: object = {}, files: Files = disk) {
  const inbox = new Inbox();
  const outbox = new Outbox();
  startServer(createMessageConnection(inbox, outbox), { exit: () => undefined, watch: () => undefined, files });
  /** Delivers messages in one turn. */
  const deliver = (...messages: object[]) => {
    for (const message of messages) inbox.deliver(message);
  };
  /** Waits for a message of the server. */
  const received = async (fits: (message: object) => boolean): Promise<object> => {
    for (;;) {
      const found = outbox.messages.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => (outbox.wake = resolve));
    }
  };
  const answerTo = (id: number) => received((message) => 'id' in message && message.id === id);
  deliver({ id: 0, method: 'initialize', params: { processId: null, capabilities, ...initialize } });
  await answerTo(0);
  return { deliver, received, answerTo, sent: outbox.messages };
}
