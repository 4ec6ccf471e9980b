/** Secret values in texts that others have written: in every spelling in which an endpoint may repeat them. */
import { MASK } from '../../client/connection.js';
import { urlEncode } from '../php/build-query.js';

/** Shorter values stand in too many other places to be replaced everywhere. */
const SHORTEST = 4;

/** How these values may be written. The longest first: one may be the beginning of another. */
export function spellingsOf(values: readonly string[]): readonly string[] {
  const spellings = values.filter((value) => value.length >= SHORTEST).flatMap(spellingsOfOne);
  return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}

/** The text without them. */
export function withoutSpellings(text: string, spellings: readonly string[]): string {
  return spellings.reduce((result, spelling) => result.replaceAll(spelling, MASK), text);
}

/** A sentence that quotes the beginning of a text: the quotation may end in the middle of a value. */
export function withoutCutSpellings(text: string, spellings: readonly string[]): string {
  const clean = withoutSpellings(text, spellings);
  const end = clean.lastIndexOf('"…');
  if (end < 0) return clean;
  const quoted = clean.slice(0, end);
  const longest = Math.max(0, ...spellings.map((spelling) => sharedEnd(quoted, spelling)));
  return longest === 0 ? clean : `${quoted.slice(0, -longest)}${MASK}${clean.slice(end)}`;
}

/** Letters at the end of the text that begin the spelling. */
function sharedEnd(text: string, spelling: string): number {
  for (let length = Math.min(spelling.length - 1, text.length); length >= SHORTEST; length -= 1) {
    if (text.endsWith(spelling.slice(0, length))) return length;
  }
  return 0;
}

function spellingsOfOne(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const encoded = [urlEncode(value), encodeURIComponent(value), new URLSearchParams([['', value]]).toString().slice(1)];
  return [
    value,
    ...encoded,
    // Some write the codes in small letters.
    ...encoded.map((text) => text.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase())),
    json,
    ...phpJson(json),
    inHtml(value),
    inHtml(value).replaceAll('&#039;', '&#39;'),
    inHtml(value).replaceAll('&#039;', '&apos;'),
  ];
}

/** PHP escapes slashes in JSON, and other letters too unless it is told not to. */
function phpJson(json: string): readonly string[] {
  const slashes = json.replaceAll('/', '\\/');
  const codes = (text: string) =>
    text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [slashes, codes(slashes), codes(json)];
}

function inHtml(value: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#039;',
  };
  return value.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
