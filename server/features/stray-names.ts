/**
 * Whether broken text may name a code where it is not seen: behind a mistake, or in an object that a lost brace has put elsewhere.
 * A rename that missed such a place would leave the old name behind.
 */
import type { Node } from 'jsonc-parser';
import { keysAt, schemaAt } from '../../schemas/lookup.js';
import { codePlaces } from '../document/code-places.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { repairOf } from '../rules/repair.js';
import { KindOfPlace } from './kind-of-place.js';

/** Whether the name of a code may stand for it at more places than are known. Never in sound text. */
export function hasStrays(document: ManifestDocument, code: string): boolean {
  if (document.syntaxProblems.length === 0) return false;
  const repaired = repairOf(document)?.document;
  return repaired ? hasOddPlace(repaired, code) : isUnaccountedFor(document, code);
}

/** Without a repair nothing tells what a word is: each has to be a known place, or to stand in a comment. */
function isUnaccountedFor(document: ManifestDocument, code: string): boolean {
  const { text, comments } = document;
  const places = codePlaces(document).filter((place) => place.code === code);
  const spans = [...places, ...comments].map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  return wordsIn(text, code === '' ? '""' : code).some((at) => {
    while ((spans[next]?.end ?? Infinity) <= at) next++;
    return (spans[next]?.start ?? Infinity) > at;
  });
}

/** Whether repaired text has the name at a place that is not one of a manifest. */
function hasOddPlace({ tree }: ManifestDocument, code: string): boolean {
  const isNamed = ({ type, value }: Node): boolean =>
    type === 'string' && (value === code || (code !== '' && wordsIn(String(value), code).length > 0));
  const isOddKey = (key: Node, value: Node | undefined, outer: KindOfPlace, inner: KindOfPlace): boolean => {
    if (!isNamed(key)) return false;
    if (outer.place === 'settings') return key.value !== code;
    const isField = inner.place === 'field' || inner.place === 'param';
    if (isField || keysAt(outer.path).includes(String(inner.path.at(-1)))) return false;
    // Where keys are free, as in OPTIONS, one with an object is a code that a lost brace has put there.
    return value?.type === 'object' || schemaAt(inner.path) === undefined;
  };
  const isOddValue = (value: Node, kind: KindOfPlace): boolean => {
    if (!isNamed(value)) return false;
    const namesCode = kind.place === 'fieldCode' || kind.place === 'param';
    return namesCode ? value.value !== code : schemaAt(kind.path) === undefined;
  };
  const isOdd = (node: Node, kind: KindOfPlace): boolean => {
    if (node.type === 'array') return (node.children ?? []).some((item) => isOdd(item, kind.member(0)));
    if (node.type !== 'object') return isOddValue(node, kind);
    return (node.children ?? []).some(({ children: [key, value] = [] }) => {
      if (key === undefined) return false;
      const name = String(key.value);
      const inner = kind.member(node === tree ? name.toUpperCase() : name);
      return isOddKey(key, value, kind, inner) || (value !== undefined && isOdd(value, inner));
    });
  };
  return tree !== undefined && isOdd(tree, new KindOfPlace([]));
}

const isPartOfWord = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

/** Where a word stands in a text, and not as a part of a longer one. */
function wordsIn(text: string, word: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!isPartOfWord(text.charAt(at - 1)) && !isPartOfWord(text.charAt(at + word.length))) starts.push(at);
  }
  return starts;
}
