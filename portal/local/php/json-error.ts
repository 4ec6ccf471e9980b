/** JSON that PHP refuses to read or to write. */

/** `at` is the place in the text (UTF-16 code units), if there is one. */
export class PhpJsonError extends Error {
  override readonly name = 'PhpJsonError';

  constructor(
    message: string,
    readonly at?: number,
  ) {
    super(message);
  }
}
