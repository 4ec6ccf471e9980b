/** What is put around a result or an error. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import type { RestFault } from './fault.js';

/** The body of a call that went well. */
export function resultBody(result: PhpValue, time: PhpArray): PhpArray {
  return arrayOf({ result, time });
}

/** The body of a call that failed; it has no `time`. */
export function faultBody(fault: RestFault): PhpArray {
  return arrayOf({ error: fault.code, error_description: fault.description });
}
