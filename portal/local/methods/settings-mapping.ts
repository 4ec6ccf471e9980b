/** Saves where the values of a payment system's codes come from. */
import { at, toText } from '../php/cast.js';
import { isArray, type PhpValue } from '../php/value.js';
import { PhpCrash, type RestFault } from '../rest/fault.js';
import type { Mapping, State } from '../state.js';
import { mappingCode } from '../values/mapping-code.js';

/** The payment system and the person type that settings are for; person type 0 is all of them. */
export interface SettingsOwner {
  readonly paySystem: bigint;
  readonly personType: bigint;
}

/** What came of saving: the state with all that was saved before the first item that could not be. */
export interface SavedSettings {
  readonly state: State;
  /** Present when an item ended the method. */
  readonly fault?: RestFault;
  /** Whether the table took every item up to there. */
  readonly complete: boolean;
}

/** Makes the fault of an item that is no object. */
export type RefuseItem = (code: string, value: PhpValue) => RestFault | undefined;

/** A string has no keys in PHP; a number or null has, all of them null. */
export const crashOnText: RefuseItem = (_code, value) => (typeof value === 'string' ? new PhpCrash() : undefined);

/** Saves SETTINGS, `{CODE: {TYPE, VALUE}}`, item after item. Anything but an array holds none. */
export function saveSettings(
  state: State,
  owner: SettingsOwner,
  settings: PhpValue | undefined,
  refuse: RefuseItem,
  stopAtFailure = false,
): SavedSettings {
  let saved = state;
  let complete = true;
  for (const [code, value] of isArray(settings) ? settings : new Map<string, PhpValue>()) {
    const fault = refuse(code, value);
    if (fault) return { state: saved, fault, complete };
    const mapping = mappingOf(code, owner, value);
    // The table asks for both.
    if (mapping.code === '' || mapping.providerKey === '') {
      complete = false;
      if (stopAtFailure) break;
      continue;
    }
    saved = { ...saved, mappings: withMapping(saved.mappings, mapping) };
  }
  return { state: saved, complete };
}

/** The mappings that stay when a payment system is deleted. */
export function mappingsWithout(mappings: readonly Mapping[], paySystem: bigint): readonly Mapping[] {
  return mappings.filter((mapping) => mapping.paySystem !== paySystem);
}

function mappingOf(code: string, owner: SettingsOwner, value: PhpValue): Mapping {
  return {
    code: mappingCode(code),
    ...owner,
    providerKey: toText(at(value, 'TYPE') ?? null),
    providerValue: toText(at(value, 'VALUE') ?? null),
  };
}

/** There is one mapping for each code, payment system and person type. */
function withMapping(mappings: readonly Mapping[], added: Mapping): readonly Mapping[] {
  const isSame = ({ code, paySystem, personType }: Mapping) =>
    code === added.code && paySystem === added.paySystem && personType === added.personType;
  return [...mappings.filter((mapping) => !isSame(mapping)), added];
}
