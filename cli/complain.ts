/** One line on stderr about what was typed. */
import { maskCodes } from '../portal/client/redact.js';
import type { Io } from './io.js';
import { printable } from './report/printable.js';

/** Writes the line. It may repeat what was typed, and that may be a webhook address in the wrong place: codes are masked. */
export function complain({ stderr }: Io, message: string): void {
  stderr.write(`b24pay: ${maskCodes(printable(message))}\n`);
}
