/**
 * The portal's checks of a handler's parameters, in its order. They are shallow on purpose: what they let through is
 * stored as sent, and mistakes show only on the payment page.
 */
import { codeKey } from '../../../schemas/handler-code.js';
import { at, isEmpty, isSet, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import { checkFailure, RestFault } from '../rest/fault.js';
import type { Handler } from '../state.js';

/** The modes, and how the portal names each when its ACTION_URI is missing: for CHECKOUT_DATA it names the wrong one. */
const MODES = [
  { key: 'FORM_DATA', named: 'FORM_DATA' },
  { key: 'CHECKOUT_DATA', named: 'IFRAME_DATA' },
  { key: 'IFRAME_DATA', named: 'IFRAME_DATA' },
];

const CLIENT_TYPES: readonly PhpValue[] = ['b2c', 'b2b'];

/** The checks of `handler.add` before the CODE is looked up. Keys in upper case. Throws RestFault. */
export function checkAdded(params: PhpArray): void {
  for (const key of ['NAME', 'CODE', 'SETTINGS']) {
    if (!isSet(params.get(key))) throw notDefined(key);
  }
  const settings = params.get('SETTINGS');
  if (!isSet(at(settings, 'CODES'))) throw notDefined('SETTINGS[CODES]');
  checkModes(settings);
  checkClientType(settings);
}

/** The checks of `handler.update` before the handler is looked up. Gives its FIELDS. Throws RestFault. */
export function checkUpdated(params: PhpArray): PhpArray {
  const fields = params.get('FIELDS');
  if (!isArray(fields)) throw notDefined('FIELDS');
  // The portal looks beside FIELDS, where no settings are; those inside are never checked.
  checkClientType(params.get('SETTINGS'));
  return fields;
}

/** A CODE belongs to one handler of the whole portal. `except` is the handler that may have it. Throws RestFault. */
export function checkCodeIsFree(code: PhpValue, handlers: readonly Handler[], except?: Handler): void {
  const key = codeKey(toText(code));
  if (handlers.some((handler) => handler !== except && codeKey(handler.code) === key)) {
    throw new RestFault('ERROR_HANDLER_ALREADY_EXIST', 'Handler already exists!');
  }
}

function checkModes(settings: PhpValue | undefined): void {
  const present = MODES.filter(({ key }) => !isEmpty(at(settings, key)));
  if (present.length === 0) throw notDefined(MODES.map(({ key }) => `SETTINGS[${key}]`).join(' or '));
  for (const { key, named } of present) {
    if (isEmpty(at(at(settings, key), 'ACTION_URI'))) throw notDefined(`SETTINGS[${named}][ACTION_URI]`);
  }
}

/** Letter case counts, and an empty text is no type. */
function checkClientType(settings: PhpValue | undefined): void {
  const type = at(settings, 'CLIENT_TYPE');
  if (isSet(type) && !CLIENT_TYPES.includes(type))
    throw checkFailure('Parameter value SETTINGS[CLIENT_TYPE] is invalid');
}

function notDefined(parameter: string): RestFault {
  return checkFailure(`Parameter ${parameter} is not defined`);
}
