/** What a REST call that came to the portal means for the payment, in one sentence. */
import * as l10n from '@vscode/l10n';
import { isObject, member } from '../../../schemas/record.js';
import { parseJson } from '../../client/json.js';
import { quoted } from '../../client/quoted.js';
import { readAddress } from '../rest/address.js';
import type { Exchange } from '../exchange/exchange.js';

/** A sentence, and whether the call did what it was for. */
export interface CallJudgement {
  readonly ok: boolean;
  readonly text: string;
}

/** Undefined where there is nothing to say: of calls that were answered, and change nothing for the buyer. */
export function judgeCall({ request, response }: Exchange): CallJudgement | undefined {
  if (!response) return undefined;
  const method = readAddress(new URL(request.url).pathname).method.toLowerCase();
  // Undefined for XML, and for what was cut.
  const answer = parseJson(response.body);
  const code = member(answer, 'error');
  if (typeof code === 'string') return { ok: false, text: refused(method, code, member(answer, 'error_description')) };
  if (method === 'batch') return judgeBatch(answer);
  return PAYS.test(method) && response.status === 200
    ? { ok: true, text: l10n.t('The portal marks it as paid, and the buyer sees that.') }
    : undefined;
}

/** Methods that report a payment. */
const PAYS = /^sale\.paysystem\.pay\.(payment|invoice)$/;

/** Methods that ask for settings, keys among them. */
const ASKS = /^sale\.paysystem\.settings\.(payment|invoice)\.get$/;

function refused(method: string, code: string, description: unknown): string {
  const why = typeof description === 'string' && description !== '' ? `${quoted(description)} (${code})` : code;
  if (PAYS.test(method)) return l10n.t('The portal refuses: {0}. The payment stays unpaid.', why);
  if (ASKS.test(method)) return l10n.t('The portal refuses: {0}. The endpoint gets no settings.', why);
  return l10n.t('The portal refuses: {0}.', why);
}

/** The first command that failed stands for all of them. */
function judgeBatch(answer: unknown): CallJudgement | undefined {
  const errors = member(member(answer, 'result'), 'result_error');
  const [first] = isObject(errors) ? Object.entries(errors) : [];
  const code = member(first?.[1], 'error');
  if (first === undefined || typeof code !== 'string') return undefined;
  const [name, error] = first;
  return { ok: false, text: `${quoted(name)}: ${refused('', code, member(error, 'error_description'))}` };
}
