/** A list of texts between braces or parentheses, as old documentation had it: `"CURRENCY": {'RUB'}`. */
import type { Remedy } from './repairs.js';
import type { Edit } from './rule.js';

const ITEM = `(?:"[^"\\r\\n]*"|'[^'"\\r\\n]*'|\\w+)`;

/** Keys that hold such lists, and nothing else; elsewhere a text in braces is a half-typed key. */
const LIST = new RegExp(`"(?:CURRENCY|PROVIDERS)"\\s*:\\s*([{(]\\s*${ITEM}(?:\\s*,\\s*${ITEM})*\\s*,?\\s*[})])`, 'g');

/** How far around a mistake it is looked for. */
const NEAR = 300;

/** The list at an offset, between brackets. */
export function bracedList(text: string, at: number): Remedy[] {
  const from = Math.max(0, at - NEAR);
  for (const match of text.slice(from, at + NEAR).matchAll(LIST)) {
    const [all, list = ''] = match;
    const end = from + match.index + all.length;
    const start = end - list.length;
    if (at < start || at > end) continue;
    const inner = [...list.slice(1, -1).matchAll(new RegExp(ITEM, 'g'))].map(({ index, 0: item }): Edit | undefined => {
      const span = { start: start + 1 + index, end: start + 1 + index + item.length };
      return item.startsWith('"') ? undefined : { span, newText: JSON.stringify(item.replace(/^'|'$/g, '')) };
    });
    const edits = [
      { span: { start, end: start + 1 }, newText: '[' },
      ...inner.filter((edit) => edit !== undefined),
      { span: { start: end - 1, end }, newText: ']' },
    ];
    return [{ edits, problem: { kind: 'ListExpected', span: { start, end } }, rewrites: true }];
  }
  return [];
}
