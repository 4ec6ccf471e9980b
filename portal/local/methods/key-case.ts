/** Letter case of parameter names. */
import { upperCaseKeys } from '../php/arrays.js';
import { isArray, type PhpArray } from '../php/value.js';
import type { Method } from '../rest/method.js';

/**
 * A method that takes its parameters in any letter case, at every depth: the codes inside SETTINGS arrive in upper case
 * too. The methods of handlers do so at the top level only.
 */
export function inAnyCase(method: Method): Method {
  return (params, call) => method(upperCaseAllKeys(params), call);
}

function upperCaseAllKeys(array: PhpArray): PhpArray {
  return new Map(
    Array.from(upperCaseKeys(array), ([key, value]) => [key, isArray(value) ? upperCaseAllKeys(value) : value]),
  );
}
