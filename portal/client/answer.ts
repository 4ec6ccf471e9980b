/** Opens a portal's envelope: a result, or an error that says what it is. */
import { member } from '../../schemas/record.js';
import { NetworkError, PortalError } from './errors.js';
import { parseJson, textOf } from './json.js';
import type { RawAnswer } from './request.js';

/**
 * The `result` of an answer. The `error` key decides, not the status: servers in front of a portal rewrite statuses. Throws
 * `PortalError`, or `NetworkError` when this is no answer of a portal. `redact` removes secrets from the portal's words.
 */
export function readAnswer(answer: RawAnswer, call: NetworkError['call'], redact: (text: string) => string): unknown {
  const body = parseJson(answer.text);
  const code = textOf(member(body, 'error'));
  if (code !== '') {
    const description = textOf(member(body, 'error_description'));
    throw new PortalError(redact(code), redact(description), answer.status, call);
  }
  const result = member(body, 'result');
  if (result !== undefined && answer.status < 300) return result;
  if (answer.status === 429) throw new NetworkError('limit', call, false, '429');
  throw new NetworkError(body === undefined ? 'not-json' : 'unexpected', call, true, String(answer.status));
}
