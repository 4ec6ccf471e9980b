/** What is put around a result or an error. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import type { RestFault } from './fault.js';
import type { Executed } from './method.js';

/** The body of a call that went well. Lists with pages also say where the next one begins, and how many rows there are. */
export function resultBody({ result, next, total, time }: Executed): PhpArray {
  return arrayOf({ result, ...(next !== undefined && { next }), ...(total !== undefined && { total }), time });
}

/** The body of a call that failed; it has no `time`. */
export function faultBody(fault: RestFault): PhpArray {
  return arrayOf({ error: fault.code, error_description: fault.description });
}
