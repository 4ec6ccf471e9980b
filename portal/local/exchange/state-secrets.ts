/** What a state knows of secrets: the log hides their values wherever they come up, not only beside a telling name. */
import { isSecretValue, looksSecret } from '../../../schemas/secret-names.js';
import { at } from '../php/cast.js';
import type { PhpValue } from '../php/value.js';
import type { Handler, Mapping, State } from '../state.js';
import { textAt } from '../settings-page/control.js';
import { codesOf, isLiteral } from '../values/find-mapping.js';
import { mappingCode } from '../values/mapping-code.js';

/** Codes and values that are secrets. */
export interface Secrets {
  /** By name, label or default; as the table of mappings spells them. */
  readonly codes: ReadonlySet<string>;
  /** Defaults and settings of these codes, and what has the form of a secret. */
  readonly values: readonly string[];
}

/** Each call to the portal asks for them, and they seldom change. */
const known = new WeakMap<readonly Handler[], { readonly mappings: readonly Mapping[]; readonly secrets: Secrets }>();

/** All secrets of a state. An endpoint may serve several handlers, so they are not told apart. */
export function secretsIn({ handlers, mappings }: State): Secrets {
  const before = known.get(handlers);
  if (before?.mappings === mappings) return before.secrets;
  const secrets = collected(handlers, mappings);
  known.set(handlers, { mappings, secrets });
  return secrets;
}

/** Whether a code of a handler is a secret by its name, its label or its default. */
export function isSecretEntry(code: string, entry: PhpValue | undefined): boolean {
  return looksSecret(code, textAt(entry, 'NAME')) || isSecretValue(defaultText(entry));
}

function collected(handlers: readonly Handler[], mappings: readonly Mapping[]): Secrets {
  const entries = handlers
    .flatMap((handler) => [...codesOf(handler)])
    .filter(([code, entry]) => isSecretEntry(code, entry));
  const codes = new Set(entries.map(([code]) => mappingCode(code)));
  const defaults = entries.filter(([, entry]) => hasLiteralDefault(entry)).map(([, entry]) => defaultText(entry));
  const entered = mappings.filter(isLiteral).filter(({ code, providerValue }) => {
    return codes.has(code) || looksSecret(code, undefined) || isSecretValue(providerValue);
  });
  return { codes, values: [...new Set([...defaults, ...entered.map(({ providerValue }) => providerValue)])] };
}

/** A default without a provider comes to nothing, but whoever wrote it meant the text. */
function hasLiteralDefault(entry: PhpValue): boolean {
  const providerKey = textAt(at(entry, 'DEFAULT'), 'PROVIDER_KEY');
  return providerKey === '' || isLiteral({ providerKey });
}

function defaultText(entry: PhpValue | undefined): string {
  return textAt(at(entry, 'DEFAULT'), 'PROVIDER_VALUE');
}
