/** Values as PHP holds them. The portal is written in PHP, and what it makes of a request follows PHP's rules, not JSON's. */

/** `bigint` is PHP's int, `number` its float. */
export type PhpValue = null | boolean | bigint | number | string | ReadonlyMap<string, PhpValue>;

/**
 * PHP has one kind of array for lists and objects: an ordered map. Keys are text here; a decimal key such as `"5"` is
 * PHP's int key 5. A JavaScript object would not do: it moves such keys to the front.
 */
export type PhpArray = ReadonlyMap<string, PhpValue>;

/** An empty list and an empty object are the same array. */
export const EMPTY_ARRAY: PhpArray = new Map();

/** Tells arrays from scalars. */
export function isArray(value: PhpValue | undefined): value is PhpArray {
  return typeof value === 'object' && value !== null;
}
