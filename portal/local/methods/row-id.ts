/** IDs as callers send them. */
import { toInt } from '../php/cast.js';
import { isArray, type PhpValue } from '../php/value.js';

/** The ID that a parameter means; 0, which no row has, when it is missing or no number. A list is no ID. */
export function idOf(value: PhpValue | undefined): bigint {
  return value === undefined || isArray(value) ? 0n : toInt(value);
}
