/** The server inside the test: messages arrive exactly as written, several in one turn of the event loop. */
import type { Channel, ChannelListener } from '../../server/lsp/rpc/channel.js';
import { startServer } from '../../server/lsp/server.js';
import { disk } from '../../server/lsp/workspace/disk.js';
import type { Files } from '../../server/lsp/workspace/files.js';

/** A channel whose other end is the test. */
export function channelToTest() {
  let listener: ChannelListener | undefined;
  const sent: object[] = [];
  let wake: () => void = () => undefined;
  const channel: Channel = {
    listen(given) {
      listener = given;
    },
    send(message) {
      sent.push(message);
      wake();
    },
  };
  /** Delivers something that need not be a message. */
  const deliverOdd = (value: unknown) => listener?.message(value);
  /** Delivers messages in one turn. */
  const deliver = (...messages: object[]) => {
    for (const message of messages) deliverOdd({ jsonrpc: '2.0', ...message });
  };
  /** Waits for a message that was sent. */
  const received = async (fits: (message: object) => boolean): Promise<object> => {
    for (;;) {
      const found = sent.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const answerTo = (id: number | string) => received((message) => 'id' in message && message.id === id);
  return { channel, deliver, deliverOdd, received, answerTo, sent };
}

/** A server that has been initialized, with further parameters and another disk if given. */
export async function inProcessServer(capabilities: object, initialize: object = {}, files: Files = disk) {
  const { channel, ...test } = channelToTest();
  startServer(channel, { exit: () => undefined, watch: () => undefined, files });
  test.deliver({ id: 0, method: 'initialize', params: { processId: null, capabilities, ...initialize } });
  await test.answerTo(0);
  return test;
}
