/** A portal in a process of its own, to be killed. Prints its webhook when it is ready. */
import { startLocalPortal } from '../../../portal/local/server.js';

void (async () => {
  const [stateFile = ''] = process.argv.slice(2);
  const { webhook } = await startLocalPortal({ stateFile });
  process.stdout.write(`${webhook}\n`);
})();
