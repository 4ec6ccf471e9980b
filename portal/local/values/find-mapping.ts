/** Where the value of a code comes from. */
import { at } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import type { Handler, Mapping } from '../state.js';
import { mappingCode } from './mapping-code.js';

/** A provider and what to ask it for. */
export interface Source {
  readonly providerKey: string;
  readonly providerValue: string;
}

/** Whether the value is the text itself, not the name of something that a provider is asked for. */
export function isLiteral({ providerKey }: Pick<Source, 'providerKey'>): boolean {
  return providerKey === 'VALUE' || providerKey === 'INPUT';
}

/** For which payment system and person type a source is looked for. */
export interface MappingScope {
  readonly handler: Handler;
  readonly paySystemId: bigint;
  /** 0: what holds for all of them. */
  readonly personType: bigint;
}

/** The codes of a handler, in its own spelling. */
export function codesOf(handler: Handler): PhpArray {
  const codes = at(handler.settings, 'CODES');
  return isArray(codes) ? codes : new Map();
}

/**
 * What an administrator entered, the more specific first: for this payment system and person type, for this payment
 * system, for all payment systems and this person type, for all. Else the handler's DEFAULT; null when there is none.
 */
export function findSource(mappings: readonly Mapping[], code: string, scope: MappingScope): Source | null {
  const { paySystemId, personType } = scope;
  const known = mappingCode(code);
  const ofCode = mappings.filter((mapping) => mapping.code === known && isSetValue(mapping.providerValue));
  for (const paySystem of [paySystemId, null]) {
    for (const type of [personType, 0n]) {
      const found = ofCode.find((mapping) => mapping.paySystem === paySystem && mapping.personType === type);
      if (found) return found;
    }
  }
  return defaultSource(scope.handler, code);
}

/** DEFAULT is looked up in the spelling of the handler, and counts when both its keys are texts with something in them. */
function defaultSource(handler: Handler, code: string): Source | null {
  const given = at(codesOf(handler).get(code), 'DEFAULT');
  const providerKey = at(given, 'PROVIDER_KEY');
  const providerValue = at(given, 'PROVIDER_VALUE');
  if (!isSetText(providerKey) || !isSetText(providerValue)) return null;
  return { providerKey, providerValue };
}

function isSetText(value: PhpValue | undefined): value is string {
  return typeof value === 'string' && isSetValue(value);
}

/** The portal takes the text `0` for nothing. */
function isSetValue(value: string): boolean {
  return value !== '' && value !== '0';
}
