/** Tells the errors of a manifest before it goes to a portal. */
import type { CheckedFile } from './files/check-file.js';
import type { Io, Output } from './io.js';
import { painter } from './report/paint.js';
import { tally, tallyText } from './report/tally.js';
import { fileText } from './report/text.js';

/**
 * Prints the errors below `headline`, and says whether there were some; what a portal merely does differently does not count.
 */
export function tellErrors(checked: CheckedFile, headline: string, output: Output, { env, language }: Io): boolean {
  const errors = checked.problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return false;
  const setting = { paint: painter(output, env), columns: output.columns };
  output.write(`${headline}\n`);
  output.write(fileText({ ...checked, problems: errors }, setting));
  output.write(`${tallyText(tally(errors), 1, language)}\n`);
  return true;
}
