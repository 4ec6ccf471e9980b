/** The one error of the command line that ends with exit code 2. */

/** What was typed can't be used: an unknown command, a missing file, a taken port. The message is one clear line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
