/** What `b24pay pay` is asked for: reads its options, and says in one line what is wrong with them. */
import * as l10n from '@vscode/l10n';
import { BUYERS, currenciesOf, usualCurrency, type Buyer } from '../../portal/try-payment.js';
import type { HandlerParameters } from '../../schemas/manifest.js';
import type { Input } from '../command.js';
import type { Io } from '../io.js';
import { oneOf } from '../one-of.js';
import { UsageError } from '../usage-error.js';

/** Faults that can be asked for here; the sum is changed with `--field`. */
export const FAULTS = ['twice', 'late', 'drop-answer'] as const;

/** A payment to try. */
export interface PayOptions {
  readonly sum: number;
  readonly currency: string;
  readonly buyer: Buyer;
  /** What the buyer enters, or adds to the address of the page. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the administrator enters. */
  readonly settings: Readonly<Record<string, string>>;
  readonly fault: (typeof FAULTS)[number] | undefined;
}

/** Variables with this prefix are settings, so that secrets need not stand on the command line. */
export const SETTING_VARIABLE = 'B24PAY_SETTING_';

/** Reads the options. Throws `UsageError`. */
export function readPayOptions(input: Input, { env }: Io, parameters: HandlerParameters): PayOptions {
  const sum = sumOf(input.text('sum'));
  return {
    sum,
    currency: currencyOf(input.text('currency') ?? usualCurrency(currenciesOf(parameters))),
    buyer: oneOf(input, 'buyer', BUYERS) ?? BUYERS[0],
    fields: pairs(input, 'field'),
    settings: { ...settingsOf(env), ...pairs(input, 'setting') },
    fault: oneOf(input, 'fault', FAULTS),
  };
}

function sumOf(text: string | undefined): number {
  if (text === undefined) throw new UsageError(l10n.t('--sum is missing: how much is to be paid, e.g. --sum 100.'));
  const sum = /^\d{1,12}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  if (sum > 0) return sum;
  throw new UsageError(l10n.t('--sum is a number above 0 with a point before the cents, not "{0}".', text));
}

function currencyOf(text: string): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  throw new UsageError(l10n.t('--currency is a code of three capitals such as RUB, not "{0}".', text));
}

/** `NAME=value`, as often as it is given. */
function pairs(input: Input, option: string): Record<string, string> {
  return Object.fromEntries(
    input.list(option).map((text) => {
      const at = text.indexOf('=');
      if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
      // The text is not repeated: it may be a secret.
      throw new UsageError(l10n.t('--{0} takes NAME=value.', option));
    }),
  );
}

function settingsOf(env: Io['env']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith(SETTING_VARIABLE) && name.length > SETTING_VARIABLE.length && value !== undefined
        ? [[name.slice(SETTING_VARIABLE.length), value]]
        : [],
    ),
  );
}
