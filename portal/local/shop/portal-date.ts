/**
 * Dates of the shop's rows: text as a portal writes it, `24.11.2026 12:30:00` or `24.11.2026`, by the portal's clock, which
 * is UTC. In a document they may also be ISO 8601.
 */
import { toText } from '../php/cast.js';
import type { PhpValue } from '../php/value.js';

const PORTAL_DATE = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d:\d\d:\d\d))?$/;

/** Whether a column of that name holds a date. */
export function isDateColumn(name: string): boolean {
  return /(?:^|_)DATE(?:_|$)/.test(name);
}

/** A moment as a portal writes it. */
export function portalDateTime(moment: Date): string {
  const [date = '', time = ''] = moment.toISOString().split('T');
  return `${date.split('-').reverse().join('.')} ${time.slice(0, 8)}`;
}

/** A column as a portal writes it; what is no date stays as it is. */
export function asPortalDate(value: PhpValue): PhpValue {
  const moment = isoMoment(value);
  return moment === undefined ? value : portalDateTime(moment);
}

/** Without the time. */
export function withoutTime(value: PhpValue): PhpValue {
  const date = asPortalDate(value);
  return typeof date === 'string' ? date.replace(/ \d\d:\d\d:\d\d$/, '') : date;
}

/** A column as REST methods answer it, `2026-11-24T12:30:00+00:00`; what is empty is null. */
export function asRestDate(value: PhpValue): PhpValue {
  const text = toText(asPortalDate(value));
  if (text === '') return null;
  return text.replace(PORTAL_DATE, (_, day: string, month: string, year: string, time = '00:00:00') => {
    return `${year}-${month}-${day}T${String(time)}+00:00`;
  });
}

function isoMoment(value: PhpValue): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/.test(value)) return undefined;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
