/** How a field is drawn in a form. */
import { at, toText } from '../php/cast.js';
import { isArray, type PhpValue } from '../php/value.js';
import { codesOf } from '../values/find-mapping.js';
import type { BlockContext } from './context.js';
import type { DrawnInput } from './block.js';
import type { Field } from './fields.js';

/** Types that leave something on the page; every other one vanishes, hidden fields too. */
const KINDS: ReadonlyMap<string, DrawnInput['kind']> = new Map([
  ['STRING', 'text'],
  ['Y/N', 'checkbox'],
  // Its OPTIONS are not handed on, and without them an error text is drawn.
  ['ENUM', 'error'],
]);

/** The input of a field with a value. */
export function drawInput(field: Field, value: PhpValue, { handler }: BlockContext): DrawnInput {
  const { name, code, visible } = field;
  const described = typeof code === 'string' ? codesOf(handler).get(code) : (code ?? undefined);
  const type = textAt(at(described, 'INPUT'), 'TYPE') || 'STRING';
  return {
    name,
    kind: KINDS.get(type.toUpperCase()) ?? 'vanished',
    visible,
    label: textAt(described, 'NAME') || name,
    value: isArray(value) ? '' : toText(value),
    type,
  };
}

function textAt(value: PhpValue | undefined, key: string): string {
  return toText(at(value, key) ?? null);
}
