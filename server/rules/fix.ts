/** Makes fixes, with tab stops for editors that can place them. */
import type { Edit, Fix } from './rule.js';

// Two characters of Unicode's private use area mark where a tab stop begins and ends; nobody writes them in a manifest.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const STOP = /\uE000([^\uE000\uE001]*)\uE001/g;

/** Text for a value that the user is to replace: a tab stop where the editor has them. */
export const placeholder = (text = ''): string => OPEN + text + CLOSE;

const plain = (text: string): string => text.replace(STOP, '$1');

/** The same edits in the snippet syntax of the Language Server Protocol; tab stops are numbered through all edits. */
function withTabStops(edits: readonly Edit[]): Edit[] {
  let number = 0;
  const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  return edits.map(({ span, newText }) => {
    let done = 0;
    let snippet = '';
    for (const stop of newText.matchAll(STOP)) {
      const inner = escaped(stop[1] ?? '');
      snippet += `${escaped(newText.slice(done, stop.index))}\${${++number}${inner === '' ? '' : `:${inner}`}}`;
      done = stop.index + stop[0].length;
    }
    return { span, newText: snippet + escaped(newText.slice(done)) };
  });
}

/** A fix made of edits whose texts may hold `placeholder`s. None when there is nothing to edit. */
export function fix(title: string, edits: readonly Edit[], { preferred = false } = {}): Fix[] {
  if (edits.length === 0) return [];
  const stops = edits.some(({ newText }) => newText.includes(OPEN));
  return [
    {
      title,
      edits: stops ? edits.map(({ span, newText }) => ({ span, newText: plain(newText) })) : edits,
      ...(stops && { snippet: withTabStops(edits) }),
      ...(preferred && { preferred }),
    },
  ];
}

/** A fix that Auto Fix takes. */
export const preferredFix = (title: string, edits: readonly Edit[]): Fix[] => fix(title, edits, { preferred: true });
