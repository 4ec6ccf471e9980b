/** `parse_str`: how PHP reads query strings, form bodies and batch commands. Names with brackets become nested arrays. */
import type { PhpArray } from './value.js';

/** PHP's max_input_nesting_level: a variable with more brackets is dropped. */
const MOST_BRACKETS = 64;

type FormValue = string | FormArray;
type FormArray = Map<string, FormValue>;

/** Reads `a=1&b[c]=2`. All scalars come out as strings. */
export function parseStr(text: string): PhpArray {
  return collectVariables(pairs(text));
}

/** Builds the variables of decoded name and value pairs, as PHP does for every kind of form. */
export function collectVariables(entries: Iterable<readonly [name: string, value: string]>): PhpArray {
  const variables: FormArray = new Map();
  const lastIndexes = new WeakMap<FormArray, bigint>();
  for (const [name, value] of entries) {
    const path = variablePath(name);
    if (path === undefined) continue;
    if (path.indexes.length > MOST_BRACKETS) variables.delete(path.root);
    else assign(variables, path, value);
  }
  return variables;

  function assign(target: FormArray, { root, indexes }: VariablePath, value: string): void {
    let array = target;
    let key = root;
    for (const index of indexes) {
      const inner = array.get(key);
      // A scalar that stands in the way is replaced.
      const next: FormArray = inner instanceof Map ? inner : new Map<string, FormValue>();
      if (next !== inner) put(array, key, next);
      array = next;
      const nextKey = index ?? followingIndex(array);
      if (nextKey === undefined) return;
      key = nextKey;
    }
    put(array, key, value);
  }

  function put(array: FormArray, key: string, value: FormValue): void {
    array.set(key, value);
    const index = intKey(key);
    const last = lastIndexes.get(array);
    if (index !== undefined && (last === undefined || index > last)) lastIndexes.set(array, index);
  }

  /** The key for `[]`; undefined after PHP's largest int, where nothing can follow. */
  function followingIndex(array: FormArray): string | undefined {
    const last = lastIndexes.get(array);
    if (last === undefined) return '0';
    const next = last + 1n;
    return next === BigInt.asIntN(64, next) ? next.toString() : undefined;
  }
}

function* pairs(text: string): Generator<readonly [string, string]> {
  for (const part of text.split('&')) {
    const equals = part.indexOf('=');
    if (part === '') continue;
    yield equals < 0 ? [urlDecode(part), ''] : [urlDecode(part.slice(0, equals)), urlDecode(part.slice(equals + 1))];
  }
}

/** `urldecode`: plus is a blank, a broken `%` stays as it is. */
function urlDecode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  return spaced.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

interface VariablePath {
  readonly root: string;
  /** Undefined stands for `[]`. */
  readonly indexes: readonly (string | undefined)[];
}

/** Takes a name apart. Undefined: PHP ignores a variable of this name. */
function variablePath(written: string): VariablePath | undefined {
  const name = (written.split('\0', 1)[0] ?? '').replace(/^ +/, '');
  const bracket = name.indexOf('[');
  const root = (bracket < 0 ? name : name.slice(0, bracket)).replace(/[ .]/g, '_');
  if (root === '') return undefined;

  const indexes: (string | undefined)[] = [];
  for (let open = bracket; name.charAt(open) === '[';) {
    const start = open + 1;
    const searchFrom = /\s/.test(name.charAt(start)) ? start + 1 : start;
    const close = name.indexOf(']', searchFrom);
    // No closing bracket: the first one is no index at all and becomes part of the name, a later one is cut off.
    if (close < 0) return indexes.length === 0 ? { root: name.replace(/[ .[]/g, '_'), indexes } : { root, indexes };
    indexes.push(close === searchFrom ? undefined : name.slice(start, close));
    open = close + 1;
  }
  return { root, indexes };
}

/** The int that PHP makes of a key such as `"12"`; `"012"` and `"1.5"` stay strings. */
function intKey(key: string): bigint | undefined {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(key)) return undefined;
  const index = BigInt(key);
  return index === BigInt.asIntN(64, index) ? index : undefined;
}
