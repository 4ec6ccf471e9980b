/** Why a call brought no answer. Only error codes are taken over: the texts of errors may repeat the address. */
import * as l10n from '@vscode/l10n';
import type { Attempt, CallFailure } from './exchange.js';

/** A failure that has its kind already. */
class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly kind: CallFailure,
    message: string,
  ) {
    super(message);
  }
}

const KINDS: Readonly<Record<string, CallFailure>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'dropped',
  EPIPE: 'dropped',
};

/** Nobody took the connection. */
export const noConnection = (milliseconds: number): Error =>
  new CallError('timeout', l10n.t('no connection after {0} s', milliseconds / 1000));

/** It was taken, but the answer did not come, or not all of it. */
export const noAnswer = (milliseconds: number): Error =>
  new CallError('timeout', l10n.t('no answer after {0} s', milliseconds / 1000));

/** The connection stood, but the two sides did not agree on a secure one. */
export const insecure = (error: Error): Error => new CallError('tls', codeOf(error));

/** The fact that goes into the log. */
export function nameFailure(error: unknown): NonNullable<Attempt['failure']> {
  if (error instanceof CallError) return { kind: error.kind, message: error.message };
  const code = codeOf(error);
  return { kind: KINDS[code] ?? 'other', message: code };
}

/** The address is none that HTTP can go to. */
export function invalidAddress(): NonNullable<Attempt['failure']> {
  return { kind: 'invalid-address', message: '' };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
