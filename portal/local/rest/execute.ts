/** Runs a call on the state. */
import { findMethod } from '../methods/table.js';
import { withoutKeys } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import { runBatch, type Executed } from './batch.js';
import { methodNotFound } from './fault.js';
import type { Call, Method } from './method.js';
import { timed } from './timing.js';

/** Whether a method of that name can be called from outside. */
export function hasMethod(name: string): boolean {
  return isBatch(name) || findMethod(name) !== undefined;
}

/** Runs a method of that name. Throws RestFault. */
export function execute(name: string, params: PhpArray, call: Call): Executed {
  const method = isBatch(name) ? batch : findMethod(name);
  if (!method) throw methodNotFound();
  // Both belong to the frame around every method, none of ours ever sees them.
  const { value, time } = timed(() => method(withoutKeys(params, ['start', 'state']), call));
  return { ...value, time };
}

const batch: Method = (params, call) => runBatch(params, call, execute);

function isBatch(name: string): boolean {
  return name.toLowerCase() === 'batch';
}
