/** The portal's checks of a payment system's parameters, in its order. Keys in upper case. All throw RestFault. */
import { isEmpty, isSet, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import { checkFailure, RestFault } from '../rest/fault.js';
import type { Call } from '../rest/method.js';
import type { Handler, PaySystem, State } from '../state.js';
import { findHandlerByCode, findPaySystem, requirePaySystem } from './pay-system-lookup.js';
import { requireOwner } from './rights.js';
import { idOf } from './row-id.js';

/** The checks of `add`. Gives the handler. `registry` is the ENTITY_REGISTRY_TYPE in force. */
export function checkAddedPaySystem(params: PhpArray, registry: PhpValue, { caller, state }: Call): Handler {
  if (isEmpty(params.get('BX_REST_HANDLER'))) throw checkFailure('Parameter BX_REST_HANDLER is not defined');
  const handler = findHandlerByCode(params.get('BX_REST_HANDLER'), state);
  if (!handler) throw handlerNotFound();
  requireOwner(caller, handler.appId);
  // Older portals took a payment system without a name.
  if (isEmpty(params.get('NAME'))) throw checkFailure('Parameter NAME is not defined');
  checkPersonType(params.get('PERSON_TYPE_ID'), registry, state);
  return handler;
}

/** The checks of `update`. Older portals asked for the handler and the person type in every update. */
export function checkUpdatedPaySystem(params: PhpArray, { caller, state }: Call): PaySystem {
  const given = params.get('FIELDS');
  const fields: PhpArray = isArray(given) ? given : new Map();
  const code = fields.get('BX_REST_HANDLER');
  // Unlike elsewhere the code is looked up in a PHP array, where letter case counts.
  if (isSet(code) && !state.handlers.some((handler) => handler.code === toText(code))) throw handlerNotFound();
  const paySystem = checkDeletedPaySystem(params, { caller, state });
  const personType = fields.get('PERSON_TYPE_ID');
  if (isSet(personType)) checkPersonType(personType, paySystem.row.get('ENTITY_REGISTRY_TYPE') ?? null, state);
  return paySystem;
}

/** The checks of `delete`. Gives the payment system. */
export function checkDeletedPaySystem(params: PhpArray, { caller, state }: Pick<Call, 'caller' | 'state'>): PaySystem {
  if (!isSet(params.get('ID'))) throw checkFailure('Parameter ID is not defined');
  const paySystem = findPaySystem(params.get('ID'), state);
  if (!paySystem) throw new RestFault('ERROR_PAY_SYSTEM_NOT_FOUND', 'Pay system not found');
  requirePaySystem(caller, paySystem, state);
  return paySystem;
}

/** The ID must exist with that registry type: orders and invoices have person types of their own. */
function checkPersonType(id: PhpValue | undefined, registry: PhpValue, { shop }: State): void {
  const type = toText(registry).toLowerCase();
  const isKnown = shop.personTypes.some(
    (personType) =>
      personType.id === idOf(id) && toText(personType.row.get('ENTITY_REGISTRY_TYPE') ?? null).toLowerCase() === type,
  );
  if (!isKnown) throw new RestFault('ERROR_PERSON_TYPE_NOT_FOUND', 'Incorrect person type id!');
}

function handlerNotFound(): RestFault {
  return new RestFault('ERROR_HANDLER_NOT_FOUND', 'Handler not found');
}
