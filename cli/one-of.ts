/** An option whose value is one of a few names. */
import * as l10n from '@vscode/l10n';
import type { Input } from './command.js';
import { UsageError } from './usage-error.js';

/** The name that was given, if one was. Throws `UsageError` for all others. */
export function oneOf<T extends string>(input: Input, option: string, names: readonly T[]): T | undefined {
  const given = input.text(option);
  if (given === undefined) return undefined;
  const known = names.find((name) => name === given);
  if (known !== undefined) return known;
  throw new UsageError(l10n.t('--{0} is one of {1}, not "{2}".', option, names.join(', '), given));
}
