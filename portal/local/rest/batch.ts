/** The `batch` method: up to 50 calls in one. */
import { arrayOf, upperCaseKeys } from '../php/arrays.js';
import { isEmpty } from '../php/cast.js';
import { parseStr } from '../php/parse-str.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import type { State } from '../state.js';
import { faultBody } from './envelope.js';
import { PhpCrash, RestFault } from './fault.js';
import type { Call, Executed, Outcome } from './method.js';
import { resolveReferences } from './references.js';

const MOST_COMMANDS = 50;

/** These can't be commands themselves. */
const REFUSED = ['batch', 'download', 'upload'];

/** A call inside a batch. */
export interface Command {
  readonly method: string;
  readonly query: PhpArray;
}

/** Runs one call. Throws RestFault. */
export type Execute = (method: string, params: PhpArray, call: Call) => Executed;

/**
 * Runs the commands one after another. A command that fails is reported in the answer, which itself never fails, but for
 * a crash.
 */
export function runBatch(params: PhpArray, call: Call, execute: Execute): Outcome {
  const { halt, commands } = readBatch(params);
  const results = { result: new Map<string, PhpValue>(), error: new Map<string, PhpValue>() };
  const details = {
    next: new Map<string, PhpValue>(),
    total: new Map<string, PhpValue>(),
    time: new Map<string, PhpValue>(),
  };
  let state: State = call.state;

  for (const [index, [key, command]] of [...commands].entries()) {
    try {
      if (index >= MOST_COMMANDS) throw new RestFault('ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
      // Anything but text is passed over, though it counts.
      if (typeof command !== 'string') continue;
      const { method, query } = readCommand(command);
      const executed = execute(method, resolveReferences(query, { ...results, ...details }), { ...call, state });
      ({ state } = executed);
      if (executed.fault) throw executed.fault;
      results.result.set(key, executed.result);
      details.time.set(key, executed.time);
      if (executed.next !== undefined) details.next.set(key, executed.next);
      if (executed.total !== undefined) details.total.set(key, executed.total);
    } catch (error) {
      if (error instanceof PhpCrash) return { result: null, state, fault: error };
      if (!(error instanceof RestFault)) throw error;
      results.error.set(key, faultBody(error));
      if (halt) break;
    }
  }

  const { result, error } = results;
  const { next, total, time } = details;
  return {
    state,
    result: arrayOf({ result, result_error: error, result_total: total, result_next: next, result_time: time }),
  };
}

function readBatch(params: PhpArray): { halt: boolean; commands: PhpArray } {
  const upper = upperCaseKeys(params);
  const commands = upper.get('CMD');
  return { halt: !isEmpty(upper.get('HALT')), commands: isArray(commands) ? commands : new Map() };
}

/** The commands that these parameters of a batch hold, with references as they stand. */
export function commandsOf(params: PhpArray): readonly Command[] {
  const { commands } = readBatch(params);
  return [...commands.values()].flatMap((command) => (typeof command === 'string' ? [splitCommand(command)] : []));
}

function readCommand(text: string): Command {
  const command = splitCommand(text);
  if (REFUSED.includes(command.method.toLowerCase())) {
    throw new RestFault('ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage');
  }
  return command;
}

/** A command is written like the end of an address: `method?query`. All scalars of the query are strings. */
function splitCommand(command: string): Command {
  const [address = ''] = command.split('#', 1);
  const mark = address.indexOf('?');
  const method = mark < 0 ? address : address.slice(0, mark);
  return { method, query: parseStr(mark < 0 ? '' : address.slice(mark + 1)) };
}
