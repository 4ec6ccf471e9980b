/** The `time` part of an answer. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';

/** Runs something and measures it. Times are seconds; `start` and `finish` count from 1970. */
export function timed<T>(run: () => T): { readonly value: T; readonly time: PhpArray } {
  const start = now();
  const value = run();
  const finish = now();
  const duration = microseconds(finish - start);
  const time = { start, finish, duration, processing: duration, date_start: iso(start), date_finish: iso(finish) };
  return { value, time: arrayOf(time) };
}

function now(): number {
  return microseconds((performance.timeOrigin + performance.now()) / 1000);
}

function microseconds(seconds: number): number {
  return Number(seconds.toFixed(6));
}

/** To the second, with the offset of the portal's clock. */
function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, '+00:00');
}
