/** Which codes a mode can send without harm. */
import type { ModeKey } from '../../schemas/providers.js';
import { member } from '../../schemas/record.js';
import { isSecretCode } from '../../schemas/secret-names.js';
import { isDrawn } from './drawing.js';
import type { Facts } from './facts.js';

/** Whether a field may send the code: a browser must not get a secret, and a form loses what it does not draw. */
export function isSendable(name: string, mode: ModeKey, { codes }: Pick<Facts, 'codes'>, directLink = false): boolean {
  if (mode === 'CHECKOUT_DATA') return true;
  if (isSecretCode(codes, name)) return false;
  return mode === 'IFRAME_DATA' || directLink || isDrawn(member(codes, name));
}

/** The codes of CODES that a mode can send, in their order. */
export const sendableCodes = (mode: ModeKey, facts: Facts): string[] =>
  facts.codeNames.filter((name) => isSendable(name, mode, facts));
