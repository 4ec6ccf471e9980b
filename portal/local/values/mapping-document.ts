/** Mappings as the state document has them: `{CODE_KEY, PAY_SYSTEM_ID, PERSON_TYPE_ID, PROVIDER_KEY, PROVIDER_VALUE}`. */
import * as l10n from '@vscode/l10n';
import { arrayOf } from '../php/arrays.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { idOrAllAt, invalid, objectAt, scalarAt, textAt } from '../document-fields.js';
import type { Mapping } from '../state.js';
import { mappingCode } from './mapping-code.js';

const KEYS = ['CODE_KEY', 'PAY_SYSTEM_ID', 'PERSON_TYPE_ID', 'PROVIDER_KEY', 'PROVIDER_VALUE'];

/** Reads a mapping. Throws InvalidStateError. */
export function readMapping(value: PhpValue, place: string): Mapping {
  const row = objectAt(value, place, KEYS);
  const paySystem = idOrAllAt(row, 'PAY_SYSTEM_ID', place);
  return {
    code: mappingCode(textAt(row, 'CODE_KEY', place)),
    paySystem: paySystem === 0n ? null : paySystem,
    personType: idOrAllAt(row, 'PERSON_TYPE_ID', place),
    providerKey: textAt(row, 'PROVIDER_KEY', place),
    providerValue: scalarAt(row, 'PROVIDER_VALUE', place),
  };
}

/** Writes a mapping. */
export function writeMapping(mapping: Mapping): PhpArray {
  return arrayOf({
    CODE_KEY: mapping.code,
    PAY_SYSTEM_ID: mapping.paySystem,
    PERSON_TYPE_ID: mapping.personType,
    PROVIDER_KEY: mapping.providerKey,
    PROVIDER_VALUE: mapping.providerValue,
  });
}

/** The table's primary key would not allow it. */
export function refuseEqualMappings(mappings: readonly Mapping[]): void {
  const taken = new Set<string>();
  mappings.forEach(({ code, paySystem, personType }, index) => {
    const key = JSON.stringify([code, String(paySystem), String(personType)]);
    if (taken.has(key)) {
      const place = `mappings[${index}]`;
      invalid(l10n.t('{0} is for the same code, payment system and person type as an earlier one.', place));
    }
    taken.add(key);
  });
}
