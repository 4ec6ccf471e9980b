/** Connects the language server to the process that it runs in. */
import process from 'node:process';
import { ipcChannel, streamChannel } from './rpc/channel.js';
import { startServer, type Host } from './server.js';
import { disk } from './workspace/disk.js';

/** How often the editor's process is looked for, in milliseconds. */
const WATCH_INTERVAL = 3000;

const host: Host = {
  exit: (code) => process.exit(code),
  watch(processId, onGone) {
    const timer = setInterval(() => {
      if (!isAlive(processId)) onGone();
    }, WATCH_INTERVAL);
    timer.unref();
  },
  files: disk,
};

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of another user is alive, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Serves over the transport that the command line names; exit code 2 when it names none. */
export function serve(): void {
  if (process.argv.includes('--stdio')) {
    startServer(streamChannel(process.stdin, process.stdout), host);
  } else if (process.argv.includes('--node-ipc') && process.send !== undefined) {
    startServer(ipcChannel(process), host);
  } else {
    process.stderr.write('Usage: node server.js --stdio\n');
    process.exitCode = 2;
  }
}
