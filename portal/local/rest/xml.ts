/** The answer to `method.xml`: the same arrays as elements, int keys as `item`, without types and without a prolog. */
import { toText } from '../php/cast.js';
import { isArray, type PhpArray } from '../php/value.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The body of an answer as XML. */
export function encodeXml(body: PhpArray): string {
  return `<response>${elements(body)}</response>`;
}

function elements(array: PhpArray): string {
  return Array.from(array, ([key, value]) => {
    // A portal puts keys in unescaped. We don't: a manifest must not be able to write markup into an answer.
    const name = /^(?:0|-?[1-9]\d*)$/.test(key) ? 'item' : escape(key);
    return `<${name}>${isArray(value) ? elements(value) : escape(toText(value))}</${name}>`;
  }).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
