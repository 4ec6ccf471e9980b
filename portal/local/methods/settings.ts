/** `sale.paysystem.settings.get` and `.update`. */
import { arrayOf } from '../php/arrays.js';
import { isEmpty, isSet } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import { checkFailure, RestFault } from '../rest/fault.js';
import type { Method } from '../rest/method.js';
import type { PortalVersion } from '../rest/portal.js';
import type { PaySystem, State } from '../state.js';
import { codesOf, findSource, type Source } from '../values/find-mapping.js';
import { findPaySystem, requirePaySystem } from './pay-system-lookup.js';
import { requireAdmin } from './rights.js';
import { idOf } from './row-id.js';
import { saveSettings, type RefuseItem } from './settings-mapping.js';

/** `settings.get`: a source for every code of the handler, DEFAULT included. */
export const getSettings: Method = (params, { caller, state, portal }) => {
  requireAdmin(caller);
  if (!isSet(params.get('PERSON_TYPE_ID'))) throw checkFailure('Parameter PERSON_TYPE_ID is not defined');
  const paySystem = namedPaySystem(params, state);
  const handler = requirePaySystem(caller, paySystem, state);

  const scope = { handler, paySystemId: paySystem.id, personType: personTypeIn(params) };
  const show = SHAPES[portal.version];
  const codes = [...codesOf(handler).keys()];
  return { result: new Map(codes.map((code) => [code, show(findSource(state.mappings, code, scope))])), state };
};

/** `settings.update`: item after item, so that those before one that is refused are saved all the same. */
export const updateSettings: Method = (params, { caller, state }) => {
  requireAdmin(caller);
  const paySystem = namedPaySystem(params, state);
  if (isEmpty(params.get('SETTINGS'))) {
    // The portal's own mistake: the code speaks of a handler.
    throw new RestFault('ERROR_HANDLER_NOT_FOUND', 'Parameter SETTINGS is not defined or empty');
  }
  requirePaySystem(caller, paySystem, state);

  const owner = { paySystem: paySystem.id, personType: personTypeIn(params) };
  const saved = saveSettings(state, owner, params.get('SETTINGS'), refuseAllButObjects, true);
  return { result: saved.complete, state: saved.state, ...(saved.fault && { fault: saved.fault }) };
};

/** The documentation shows bare values, the server says where they come from. */
const SHAPES: Readonly<Record<PortalVersion, (source: Source | null) => PhpValue>> = {
  'sale-26.250': (source) => sourceArray(source),
  'docs-2026-08': (source) => source?.providerValue ?? null,
};

function sourceArray(source: Source | null): PhpArray {
  return arrayOf({ TYPE: source?.providerKey ?? null, VALUE: source?.providerValue ?? null });
}

const refuseAllButObjects: RefuseItem = (code, value) =>
  isArray(value) ? undefined : checkFailure(`The value of SETTINGS[${code}] is not valid`);

/** Throws RestFault. */
function namedPaySystem(params: PhpArray, state: State): PaySystem {
  if (!isSet(params.get('ID'))) throw checkFailure('Parameter ID is not defined');
  const paySystem = findPaySystem(params.get('ID'), state);
  if (!paySystem) throw checkFailure('Pay system not found');
  return paySystem;
}

/** 0, and anything that is no ID, means all person types. */
function personTypeIn(params: PhpArray): bigint {
  const id = idOf(params.get('PERSON_TYPE_ID'));
  return id > 0n ? id : 0n;
}
