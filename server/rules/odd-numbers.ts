/** Numbers as other languages write them. */
import type { Span } from '../document/manifest-document.js';
import type { Remedy } from './repairs.js';

/** Ways to write a number, with the name of the mistake that they are in JSON. */
const WAYS: readonly (readonly [string, RegExp])[] = [
  ['OtherBase', /^[+-]?0(?:x[\da-f]+|o[0-7]+|b[01]+)$/i],
  ['LeadingZeros', /^[+-]?0+\d[\d_]*(?:\.\d*)?$/],
  ['PlusSign', /^\+\d*\.?\d+$/],
  ['DigitGroups', /^[+-]?\d+(?:_\d+)+(?:\.\d*)?$|^[+-]?\d{1,3}(?:[ ']\d{3})+(?:\.\d*)?$/],
  ['BarePoint', /^-?(?:\.\d+|\d+\.)$/],
];

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The same number in JSON. */
function inJson(written: string, kind: string): string {
  const unsigned = written.replace(/^\+/, '');
  if (kind !== 'OtherBase') {
    const digits = unsigned.replace(/[_' ]/g, '').replace(/^(-?)0+(?=\d)/, '$1');
    return digits.replace(/^(-?)\./, '$10.').replace(/\.$/, '');
  }
  const value = Number(unsigned.replace('-', ''));
  return Number.isSafeInteger(value) ? `${unsigned.startsWith('-') ? '-' : ''}${value}` : '';
}

/** The number at a place in JSON; or the text that is meant, such as a phone number, where a text belongs. */
export function oddNumber(text: string, span: Span): Remedy[] {
  const written = text.slice(span.start, span.end);
  const kind = WAYS.find(([, pattern]) => pattern.test(written))?.[0];
  if (kind === undefined) return [];
  const number = inJson(written, kind);
  if (!NUMBER.test(number)) return [];
  return [number, JSON.stringify(written)].map((newText) => ({
    edits: [{ span, newText }],
    problem: { kind, span },
    rewrites: true,
  }));
}

/** Whether a value is surely meant as what it was changed to: the only number of a manifest is SORT, and texts are chosen by the schema. */
export const isSureNumber = (text: string, { start }: Span, newText: string): boolean =>
  newText.startsWith('"') || /"SORT"\s*:\s*$/i.test(text.slice(Math.max(0, start - 100), start));
