/** What a command does when a portal fails it: explains, and ends with exit code 1. */
import { isPortalFailure } from '../portal/client/errors.js';
import { explainPortalError } from '../portal/client/explain.js';
import { EXIT } from './exit-code.js';
import type { Io } from './io.js';

/** Runs the part of a command that talks to a portal. Mistakes of ours go on to the caller. */
export async function explained({ stderr }: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!isPortalFailure(error)) throw error;
    stderr.write(`${explainPortalError(error)}\n`);
    return EXIT.failed;
  }
}
