/** A question to the buyer that stands in its field instead of in CODE. */
import { isObject, valueAt } from '../../schemas/record.js';
import type { Path } from '../document/manifest-document.js';
import type { Facts } from './facts.js';

/** What makes a question; TYPE goes along, where it belongs into INPUT. */
const OF_QUESTION = ['NAME', 'INPUT', 'TYPE'];

/**
 * The keys of a field without CODE that belong inside CODE; none where there is no question. A NAME alone may as well be the name
 * of a setting, and in a frame nobody is asked.
 */
export function strayQuestion({ root, codes, active }: Facts, path: Path): string[] {
  const field = path.length === 4 && path[2] === 'FIELDS' ? valueAt(root, path) : undefined;
  if (!isObject(field) || Object.hasOwn(field, 'CODE') || active?.key === 'IFRAME_DATA') return [];
  const { NAME: name, INPUT: input } = field;
  const isSetting = typeof name === 'string' && Object.hasOwn(codes ?? {}, name);
  const isQuestion = isObject(input) || (typeof name === 'string' && !isSetting);
  return isQuestion ? Object.keys(field).filter((key) => OF_QUESTION.includes(key)) : [];
}
