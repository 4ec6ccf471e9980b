/** Runs a call on the state. */
import { findMethod } from '../methods/table.js';
import { arrayOf, replaceKeys, withoutKeys } from '../php/arrays.js';
import { toInt } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import { runBatch } from './batch.js';
import { methodNotFound, operationTimeLimit } from './fault.js';
import type { Call, Executed, Method, Outcome } from './method.js';
import { secondsNow, timed } from './timing.js';

/** Whether a method of that name can be called from outside. */
export function hasMethod(name: string): boolean {
  return isBatch(name) || findMethod(name) !== undefined;
}

/** Runs a method of that name. Throws RestFault. */
export function execute(name: string, params: PhpArray, call: Call): Executed {
  // Both belong to the frame around every method, none of ours ever sees them.
  const rest = withoutKeys(params, ['start', 'state']);
  const framed = { ...call, start: toInt(params.get('start') ?? 0n) };
  if (isBatch(name)) return measured(() => batch(rest, framed), call);
  const method = findMethod(name);
  if (!method) throw methodNotFound();
  return limited(name.toLowerCase(), () => method(rest, framed), call);
}

const batch: Method = (params, call) => runBatch(params, call, execute);

function isBatch(name: string): boolean {
  return name.toLowerCase() === 'batch';
}

function measured(run: () => Outcome, { portal }: Call): Executed {
  const { value, time } = timed(run, portal.clock);
  return { ...value, time };
}

/** Refuses a method whose time is used up, and counts the time of the others, failed ones too. A batch is not counted itself. */
function limited(method: string, run: () => Outcome, call: Call): Executed {
  const { clock, operatingTime } = call.portal;
  if (!operatingTime) return measured(run, call);

  const { key } = call.caller;
  const start = secondsNow(clock);
  if (operatingTime.isBlocked(key, method, start)) throw operationTimeLimit();
  let executed: Executed;
  try {
    executed = measured(run, call);
  } finally {
    operatingTime.add(key, method, start, secondsNow(clock) - start);
  }
  const { operating, resetAt } = operatingTime.look(key, method, start);
  const reset = resetAt === undefined ? {} : { operating_reset_at: BigInt(resetAt) };
  return { ...executed, time: replaceKeys(executed.time, arrayOf({ ...reset, operating })) };
}
