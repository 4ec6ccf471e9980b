/** Reads the parts of a document that describes a state. Each names the place of what it can't take. */
import * as l10n from '@vscode/l10n';
import { isList } from './php/arrays.js';
import { toInt, toText } from './php/cast.js';
import { isArray, type PhpArray, type PhpValue } from './php/value.js';

/** The document does not describe a state. The message names the place. */
export class InvalidStateError extends Error {
  override readonly name = 'InvalidStateError';
}

/** Reads one item of a list. `place` names it, for messages. */
export type ReadItem<T> = (value: PhpValue, place: string) => T;

/** The list under a key; undefined when the key is absent. */
export function listAt<T>(object: PhpArray, key: string, read: ReadItem<T>, inside = ''): T[] | undefined {
  const value = object.get(key);
  if (value === undefined) return undefined;
  const place = `${inside}${key}`;
  if (!isArray(value) || !isList(value)) invalid(l10n.t('{0} must be a list.', place));
  return Array.from(value.values(), (item, index) => read(item, `${place}[${index}]`));
}

/** The object; with `known`, one that has no other keys. */
export function objectAt(value: PhpValue | undefined, place: string, known?: readonly string[]): PhpArray {
  if (value === undefined || !isArray(value) || (isList(value) && value.size > 0)) {
    invalid(l10n.t('{0} must be an object.', place));
  }
  const stranger = known && [...value.keys()].find((key) => !known.includes(key));
  if (stranger !== undefined) {
    invalid(l10n.t('{0} has the unknown key {1}; known are {2}.', place, stranger, known?.join(', ') ?? ''));
  }
  return value;
}

/** A positive whole number, also written as text. */
export function idAt(row: PhpArray, key: string, place: string): bigint {
  const id = wholeNumber(row.get(key));
  if (id === undefined || id < 1n) invalid(l10n.t('{0} must be a positive whole number.', `${place}.${key}`));
  return id;
}

/** An ID for which 0, null or nothing at all means "for all". */
export function idOrAllAt(row: PhpArray, key: string, place: string): bigint {
  const id = wholeNumber(row.get(key) ?? 0n);
  if (id === undefined) invalid(l10n.t('{0} must be a whole number, 0 or above.', `${place}.${key}`));
  return id;
}

/** Any scalar, as text. */
export function scalarAt(row: PhpArray, key: string, place: string): string {
  const value = row.get(key);
  if (value === undefined || isArray(value)) invalid(l10n.t('{0} must be a text.', `${place}.${key}`));
  return toText(value);
}

/** A text with something in it. */
export function textAt(row: PhpArray, key: string, place: string): string {
  const value = row.get(key);
  if (typeof value !== 'string' || value === '') invalid(l10n.t('{0} must be a non-empty text.', `${place}.${key}`));
  return value;
}

/** Throws InvalidStateError. */
export function invalid(message: string): never {
  throw new InvalidStateError(message);
}

function wholeNumber(value: PhpValue | undefined): bigint | undefined {
  const written = typeof value === 'bigint' || (typeof value === 'string' && /^\d+$/.test(value));
  const number = written ? toInt(value) : -1n;
  return number < 0n ? undefined : number;
}
