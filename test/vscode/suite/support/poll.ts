/** Waiting for what an editor does in its own time. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Probes until there is a value and resolves to it. Rejects with `what` after 20 s: an editor on a busy machine is slow, a
 * broken one never gets there.
 */
export async function until<T>(what: string, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await probe();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`It never happened: ${what}`);
    await pause(50);
  }
}
