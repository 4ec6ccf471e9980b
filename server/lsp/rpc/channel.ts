/** Ways to the editor: the streams of the process, and Node's channel to the parent process. */
import type { Readable, Writable } from 'node:stream';
import { FrameReader, framed } from './frames.js';

/** Carries messages, whatever they say. */
export interface Channel {
  listen(listener: ChannelListener): void;
  send(message: object): void;
}

/** What a channel tells of. */
export interface ChannelListener {
  readonly message: (message: unknown) => void;
  /** Something arrived that is no message. */
  readonly failure: (error: unknown) => void;
  /** The editor is gone; may be called more than once. */
  readonly close: () => void;
}

/** A channel on two streams. */
export function streamChannel(input: Readable, output: Writable): Channel {
  return {
    listen({ message, failure, close }) {
      const frames = new FrameReader();
      input.on('data', (bytes: Buffer) => {
        for (const content of frames.take(bytes)) {
          let value: unknown;
          try {
            value = JSON.parse(content);
          } catch (error) {
            failure(error);
            continue;
          }
          message(value);
        }
      });
      input.on('close', close);
      input.on('error', close);
      output.on('error', close);
    },
    send(message) {
      output.write(framed(JSON.stringify(message)), 'utf8');
    },
  };
}

/** The channel that Node opens between a process and the one that started it. */
export function ipcChannel(process: Pick<NodeJS.Process, 'on' | 'send'>): Channel {
  return {
    listen({ message, close }) {
      process.on('message', message);
      process.on('disconnect', close);
    },
    send(message) {
      // Fails only when the parent is gone, which `disconnect` tells.
      process.send?.(message, undefined, undefined, () => undefined);
    },
  };
}
