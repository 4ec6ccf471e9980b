/** Reads what the script of a payment page reports. Whoever has the page's token can send anything: nothing is believed. */
import { isObject, member } from '../../../schemas/record.js';
import { parseJson } from '../../client/json.js';
import type { NamedValues } from './block.js';
import type { PageEvent } from '../exchange/page-event.js';

/** A report, and the token it came with. */
export interface Report {
  readonly token: string;
  readonly event: PageEvent;
}

/** Undefined when it is no report. */
export function readReport(body: Uint8Array): Report | undefined {
  const value = parseJson(new TextDecoder().decode(body));
  const token = member(value, 'token');
  const event = readEvent(member(value, 'event'));
  return typeof token === 'string' && event ? { token, event } : undefined;
}

function readEvent(value: unknown): PageEvent | undefined {
  if (!isObject(value)) return undefined;
  const { kind, url, method, message, origin, seconds } = value;
  if (kind === 'frame-foreign-message') return typeof origin === 'string' ? { kind, origin } : undefined;
  if (kind === 'frame-silent') return isPositive(seconds) ? { kind, seconds } : undefined;
  if (kind === 'frame-size') return readSize(value);
  if (typeof url !== 'string') return undefined;
  if (kind === 'link-followed' || kind === 'frame-loaded') return { kind, url };
  if (kind === 'frame-message-posted') return typeof message === 'string' ? { kind, url, message } : undefined;
  const fields = readFields(value.fields);
  return kind === 'form-sent' && typeof method === 'string' && fields ? { kind, method, url, fields } : undefined;
}

function readSize({ width, height }: Readonly<Record<string, unknown>>): PageEvent | undefined {
  if (!isPositive(width) && !isPositive(height)) return undefined;
  return { kind: 'frame-size', ...(isPositive(width) && { width }), ...(isPositive(height) && { height }) };
}

function readFields(value: unknown): NamedValues | undefined {
  return Array.isArray(value) && value.every(isPair) ? value : undefined;
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
