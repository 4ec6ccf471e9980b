/** `sale.paysystem.add`, `.update` and `.delete`. */
import { isSet, toText } from '../php/cast.js';
import { isArray } from '../php/value.js';
import type { Method } from '../rest/method.js';
import { checkAddedPaySystem, checkDeletedPaySystem, checkUpdatedPaySystem } from './pay-system-checks.js';
import { findHandlerByCode } from './pay-system-lookup.js';
import { newPaySystem, updatedPaySystem } from './pay-system-row.js';
import { requireAdmin } from './rights.js';
import { idOf } from './row-id.js';
import { crashOnText, mappingsWithout, saveSettings } from './settings-mapping.js';

/** A portal with CRM makes payment systems for its invoices unless told otherwise. */
const DEFAULT_REGISTRY = 'CRM_INVOICE';

/** `sale.paysystem.add`: the row is saved before its settings, and stays when they end in a crash. */
export const addPaySystem: Method = (params, call) => {
  requireAdmin(call.caller);
  const given = params.get('ENTITY_REGISTRY_TYPE');
  const registry = isSet(given) ? given : DEFAULT_REGISTRY;
  const handler = checkAddedPaySystem(params, registry, call);

  const { state } = call;
  const id = state.nextPaySystemId;
  const paySystem = newPaySystem(id, params, registry, handler);
  const added = { ...state, paySystems: [...state.paySystems, paySystem], nextPaySystemId: id + 1n };
  const owner = { paySystem: id, personType: idOf(params.get('PERSON_TYPE_ID')) };
  const saved = saveSettings(added, owner, params.get('SETTINGS'), crashOnText);
  return { result: id, state: saved.state, ...(saved.fault && { fault: saved.fault }) };
};

/** `sale.paysystem.update`. */
export const updatePaySystem: Method = (params, call) => {
  requireAdmin(call.caller);
  const paySystem = checkUpdatedPaySystem(params, call);

  const { state } = call;
  const fields = params.get('FIELDS');
  if (!isArray(fields)) return { result: true, state };
  const code = fields.get('BX_REST_HANDLER');
  const handler = findHandlerByCode(isSet(code) ? toText(code) : paySystem.actionFile, state);
  const updated = updatedPaySystem(paySystem, fields, handler);
  const paySystems = state.paySystems.map((other) => (other === paySystem ? updated : other));
  return { result: true, state: { ...state, paySystems } };
};

/** `sale.paysystem.delete`: its settings go with it. */
export const deletePaySystem: Method = (params, call) => {
  requireAdmin(call.caller);
  const paySystem = checkDeletedPaySystem(params, call);
  const { state } = call;
  const paySystems = state.paySystems.filter((other) => other !== paySystem);
  return { result: true, state: { ...state, paySystems, mappings: mappingsWithout(state.mappings, paySystem.id) } };
};
