/**
 * A PHP array of few entries in a fraction of a Map's memory. A large state has hundreds of thousands of them, with the same
 * keys again and again: the list of keys is kept once for all that have it.
 */
import type { PhpArray, PhpValue } from './value.js';

/** Up to this size, looking through the keys is as quick as a Map. */
const MOST_ENTRIES = 12;

/** Lists of keys that are remembered while one text is read. */
const MOST_SHAPES = 1000;

/** A list of keys, and the longer ones that begin with it. */
interface Shape {
  readonly keys: readonly string[];
  readonly longer: Map<string, Shape>;
}

/** The lists of keys of one text. */
export class Shapes {
  readonly #empty: Shape = { keys: [], longer: new Map() };
  #count = 0;

  /** An array with these keys and values. A key that comes twice keeps its first place and its last value. */
  compact(keys: readonly string[], values: readonly PhpValue[]): PhpArray {
    const shape = keys.length > MOST_ENTRIES ? undefined : this.#find(keys);
    return shape ? new SmallArray(shape.keys, values) : new Map(keys.map((key, index) => [key, values[index] ?? null]));
  }

  /** Undefined for a list with a repeated key, or when there are too many lists. */
  #find(keys: readonly string[]): Shape | undefined {
    let shape: Shape | undefined = this.#empty;
    for (const key of keys) {
      shape = shape.longer.get(key) ?? this.#add(shape, key);
      if (shape === undefined) return undefined;
    }
    return shape;
  }

  #add({ keys, longer }: Shape, key: string): Shape | undefined {
    if (this.#count === MOST_SHAPES || keys.includes(key)) return undefined;
    this.#count++;
    const shape = { keys: [...keys, key], longer: new Map<string, Shape>() };
    longer.set(key, shape);
    return shape;
  }
}

class SmallArray implements PhpArray {
  readonly #keys: readonly string[];
  readonly #values: readonly PhpValue[];

  constructor(keys: readonly string[], values: readonly PhpValue[]) {
    this.#keys = keys;
    this.#values = values;
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): PhpValue | undefined {
    return this.#values[this.#keys.indexOf(key)];
  }

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  forEach(visit: (value: PhpValue, key: string, array: PhpArray) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  keys() {
    return this.#keys.values();
  }

  values() {
    return this.#values.values();
  }

  entries() {
    return this.#keys.map((key, index): [string, PhpValue] => [key, this.#values[index] ?? null]).values();
  }

  [Symbol.iterator]() {
    return this.entries();
  }
}
