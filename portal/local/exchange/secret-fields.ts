/** Which fields carry secrets: the log masks their values, whatever the fields are called. */
import { MODES } from '../../../schemas/providers.js';
import { findPaySystem, handlerOf } from '../methods/pay-system-lookup.js';
import { at } from '../php/cast.js';
import { isArray, type PhpValue } from '../php/value.js';
import type { State } from '../state.js';
import { isSecretEntry } from './state-secrets.js';

/** Names of the fields and parameters of a payment system's handler whose code looks like a secret. */
export function secretFieldNames(state: State, paySystemId: bigint): readonly string[] {
  const paySystem = findPaySystem(paySystemId, state);
  const settings = paySystem && handlerOf(paySystem, state)?.settings;
  const codes = at(settings, 'CODES');
  return MODES.flatMap((mode) => {
    const data = at(settings, mode);
    const fields = entriesOf(at(data, 'FIELDS')).map(([name, field]) => [name, at(field, 'CODE')] as const);
    const params = entriesOf(at(data, 'PARAMS'));
    return [...fields, ...params]
      .filter(([, code]) => typeof code === 'string' && isSecretEntry(code, at(codes, code)))
      .map(([name]) => name);
  });
}

function entriesOf(value: PhpValue | undefined): readonly (readonly [string, PhpValue])[] {
  return isArray(value) ? [...value] : [];
}
