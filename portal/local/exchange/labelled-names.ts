/** Codes that a call itself calls secrets, by their labels: a handler that is refused never gets into the state. */
import { looksSecret } from '../../../schemas/secret-names.js';
import type { SentRequest } from './exchange.js';
import { pairsOf, pairsOfParts, pairsOfQuery, partsOf } from './mask-text.js';

/** A text and the names under which it stands, the outermost first. */
type Leaf = readonly [path: readonly string[], text: string];

/** Names of the codes in a request. */
export function labelledNames({ url, body }: SentRequest): readonly string[] {
  return [...pairsOfQuery(url).flatMap(leavesOfPair), ...leavesOf(body)]
    .filter(([path, text]) => path.at(-1) === 'NAME' && looksSecret(path.at(-2) ?? '', text))
    .map(([path]) => path.at(-2) ?? '');
}

function leavesOf(text: string): readonly Leaf[] {
  if (text.startsWith('--')) return pairsOfParts(text).flatMap(leavesOfPair);
  try {
    return leavesOfValue(JSON.parse(text), []);
  } catch {
    return pairsOf(text).flatMap(leavesOfPair);
  }
}

function leavesOfPair([name, value]: readonly [name: string, value: string]): readonly Leaf[] {
  return leavesOfText(value, partsOf(name));
}

function leavesOfValue(value: unknown, path: readonly string[]): readonly Leaf[] {
  if (typeof value === 'string') return leavesOfText(value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => leavesOfValue(item, [...path, name]));
}

/** A command of a batch has a query of its own. */
function leavesOfText(text: string, path: readonly string[]): readonly Leaf[] {
  return [[path, text], ...pairsOfQuery(text).flatMap(leavesOfPair)];
}
