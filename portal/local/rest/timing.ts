/** The `time` part of an answer. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import type { Clock } from './portal.js';

/** Runs something and measures it. Times are seconds; `start` and `finish` count from 1970. */
export function timed<T>(run: () => T, clock: Clock): { readonly value: T; readonly time: PhpArray } {
  const start = secondsNow(clock);
  const value = run();
  const finish = secondsNow(clock);
  const duration = microseconds(finish - start);
  const time = { start, finish, duration, processing: duration, date_start: iso(start), date_finish: iso(finish) };
  return { value, time: arrayOf(time) };
}

/** The time of this machine, finer than a millisecond. */
export const systemClock: Clock = () => performance.timeOrigin + performance.now();

/** Seconds since 1970, to the microsecond. */
export function secondsNow(clock: Clock): number {
  return microseconds(clock() / 1000);
}

function microseconds(seconds: number): number {
  return Number(seconds.toFixed(6));
}

/** To the second, with the offset of the portal's clock. */
function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, '+00:00');
}
