/** References in batch commands: `$result[key][field]` stands for what an earlier command answered. */
import { at, isSet, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';

/** What earlier commands gave, by kind, then by command key. */
export type BatchResults = Readonly<Record<'result' | 'next' | 'total' | 'time' | 'error', PhpArray>>;

const REFERENCE = /\$(result|next|total|time|error)(\S*)/gi;

/** Fills in the references of a command's parameters, at every depth. */
export function resolveReferences(params: PhpArray, results: BatchResults): PhpArray {
  return new Map(
    Array.from(params, ([key, value]) => {
      if (isArray(value)) return [key, resolveReferences(value, results)];
      return [key, typeof value === 'string' ? resolveText(value, results) : value];
    }),
  );
}

/** A parameter that is nothing but a reference takes over the value with its type; inside a text it is put in as text. */
function resolveText(text: string, results: BatchResults): PhpValue {
  let filled = text;
  for (const [reference, kind = '', path = ''] of text.matchAll(REFERENCE)) {
    const keys = Array.from(path.matchAll(/\[([^\]]+)\]/g), ([, key = '']) => key);
    if (keys.length === 0) continue;
    const value = follow(named(kind, results), keys);
    if (reference === text) return value;
    filled = filled.replaceAll(reference, () => toText(value));
  }
  return filled;
}

/** Only the lower-case names exist, although the portal finds references in any letter case. */
function named(kind: string, results: BatchResults): PhpValue {
  return Object.entries(results).find(([name]) => name === kind)?.[1] ?? null;
}

/** Goes down as far as there are keys; a key that does not exist ends the way, and what was reached so far is taken. */
function follow(value: PhpValue, keys: readonly string[]): PhpValue {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const inner = at(value, key);
  return isSet(inner) ? follow(inner, rest) : value;
}
