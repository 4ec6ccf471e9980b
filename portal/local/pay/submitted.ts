/** Reads the forms of a payment page. */
import type { Context } from 'hono';
import { readBody } from '../body.js';
import type { ServerEnv } from '../guard.js';
import { TOKEN_FIELD } from '../page/form-guard.js';
import { withoutKeys } from '../php/arrays.js';
import { toText } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import { readParameters } from '../rest/parameters.js';
import type { AskedFault } from './ports.js';

/** Names of our own fields; the hyphen keeps them apart from the manifest's. */
export const FAULT_FIELD = 'b24pay-fault';
/** Name of the form field with the delay in seconds. */
export const SECONDS_FIELD = 'b24pay-seconds';

/** The longest that a delivery may be late: a browser gives up at about that time. */
const MOST_SECONDS = 300;

/** What a form of the page sent. */
export interface Submitted {
  readonly token: string;
  /** What the buyer entered. */
  readonly answers: PhpArray;
  readonly fault?: AskedFault;
}

/** Reads the body of a form. */
export async function readSubmitted(context: Context<ServerEnv>): Promise<Submitted> {
  const body = await readBody(context);
  const all = await readParameters({ query: '', contentType: context.req.header('content-type'), body });
  const fault = readFault(all);
  return {
    token: textOf(all, TOKEN_FIELD),
    answers: withoutKeys(all, [TOKEN_FIELD, FAULT_FIELD, SECONDS_FIELD]),
    ...(fault && { fault }),
  };
}

function readFault(all: PhpArray): AskedFault | undefined {
  const kind = textOf(all, FAULT_FIELD);
  if (kind === 'twice' || kind === 'drop-answer') return { kind };
  if (kind !== 'late') return undefined;
  const seconds = Number(textOf(all, SECONDS_FIELD));
  return { kind, seconds: seconds > 0 ? Math.min(seconds, MOST_SECONDS) : 0 };
}

function textOf(values: PhpArray, name: string): string {
  return toText(values.get(name) ?? null);
}
