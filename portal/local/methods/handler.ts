/** `sale.paysystem.handler.add`, `.update`, `.list` and `.delete`. */
import { arrayOf, upperCaseKeys } from '../php/arrays.js';
import { isSet } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import { RestFault } from '../rest/fault.js';
import type { Method } from '../rest/method.js';
import { codeKey } from '../../../schemas/handler-code.js';
import { listedHandlers } from '../state-document.js';
import type { Handler } from '../state.js';
import { checkAdded, checkCodeIsFree, checkUpdated } from './handler-checks.js';
import { checkUniqueIndex, checkWidths, withColumns } from './handler-row.js';
import { requireAdmin, requireOwner } from './rights.js';
import { idOf } from './row-id.js';

const add: Method = (params, { caller, state }) => {
  requireAdmin(caller);
  checkAdded(params);
  const code = params.get('CODE') ?? null;
  checkCodeIsFree(code, state.handlers);

  const blank: Handler = { id: state.nextHandlerId, name: '', code: '', sort: 100n, settings: null, appId: null };
  const values = arrayOf({
    NAME: params.get('NAME') ?? null,
    CODE: code,
    // 0 stays 0; older portals made 100 of it.
    SORT: params.get('SORT') ?? 100n,
    SETTINGS: params.get('SETTINGS') ?? null,
    // Whatever APP_ID was sent.
    APP_ID: caller.clientId,
  });
  checkWidths(values, 'ERROR_HANDLER_ADD');
  const handler = withColumns(blank, values);
  checkUniqueIndex(handler, state.handlers);
  const nextHandlerId = handler.id + 1n;
  return { result: handler.id, state: { ...state, handlers: [...state.handlers, handler], nextHandlerId } };
};

const update: Method = (params, { caller, state }) => {
  requireAdmin(caller);
  const fields = checkUpdated(params);
  const handler = findHandler(params, state.handlers);
  requireOwner(caller, handler.appId);
  const code = fields.get('CODE');
  if (isSet(code)) checkCodeIsFree(code, state.handlers, handler);

  // The portal finds columns in any letter case, but has looked for a taken CODE under its upper-case name only.
  const values = upperCaseKeys(fields);
  checkWidths(values, 'ERROR_HANDLER_UPDATE');
  const updated = withColumns(handler, values);
  checkUniqueIndex(updated, state.handlers);
  const handlers = state.handlers.map((other) => (other === handler ? updated : other));
  return { result: true, state: { ...state, handlers } };
};

const remove: Method = (params, { caller, state }) => {
  requireAdmin(caller);
  const handler = findHandler(params, state.handlers);
  requireOwner(caller, handler.appId);
  const key = codeKey(handler.code);
  if (state.paySystems.some(({ actionFile }) => codeKey(actionFile) === key)) {
    const description = `Pay system with handler ${handler.code.toUpperCase()} exists!`;
    throw new RestFault('ERROR_PAY_SYSTEM_DELETE', description);
  }
  return { result: true, state: { ...state, handlers: state.handlers.filter((other) => other !== handler) } };
};

/** All handlers of all applications and webhooks: there is no filter and no paging. */
const list: Method = (_params, { caller, state }) => {
  requireAdmin(caller);
  return { result: listedHandlers(state.handlers), state };
};

/** The family, with its rule for keys: their letter case is free at the top level only. */
export const handlerMethods: Readonly<Record<string, Method>> = {
  'sale.paysystem.handler.add': topLevelInAnyCase(add),
  'sale.paysystem.handler.update': topLevelInAnyCase(update),
  'sale.paysystem.handler.delete': topLevelInAnyCase(remove),
  'sale.paysystem.handler.list': list,
};

function topLevelInAnyCase(method: Method): Method {
  return (params, call) => method(upperCaseKeys(params), call);
}

/** The handler of the ID sent. One that is missing or no number is simply not found. Throws RestFault. */
function findHandler(params: PhpArray, handlers: readonly Handler[]): Handler {
  const handler = handlers.find(({ id }) => id === idOf(params.get('ID')));
  if (!handler) throw new RestFault('ERROR_HANDLER_NOT_FOUND', 'Handler not found');
  return handler;
}
