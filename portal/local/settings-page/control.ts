/** How a portal lets the administrator enter the value of a code. */
import { INPUT_TYPES, PROVIDERS } from '../../../schemas/providers.js';
import { at, isEmpty, isSet, toInt, toText } from '../php/cast.js';
import { isArray, type PhpValue } from '../php/value.js';

/** A choice of an ENUM. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Choices under a heading; those without one have an empty label. */
export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** MIN, MAX and STEP of a NUMBER, as far as they are numbers. */
export type NumberLimits = Readonly<Partial<Record<'min' | 'max' | 'step', string>>>;

/** What is drawn. */
export type Control =
  | { readonly kind: 'text' | 'checkbox' }
  | { readonly kind: 'lines'; readonly rows: number }
  | { readonly kind: 'number'; readonly limits: NumberLimits }
  | { readonly kind: 'choice'; readonly groups: readonly ChoiceGroup[] }
  /** An ENUM without OPTIONS: an error text stands in its place. */
  | { readonly kind: 'no-options' }
  /** A type that a portal has a control of its own for. */
  | { readonly kind: 'own'; readonly type: string }
  /** A type that no portal has registered: the settings cannot be opened. */
  | { readonly kind: 'unknown'; readonly type: string }
  /** No INPUT: where the value comes from, and which value of it. */
  | { readonly kind: 'source'; readonly providers: readonly string[] };

/** Lines of a text of several, unless ROWS says how many. */
const USUAL_ROWS = 4n;
const MOST_ROWS = 40n;

/** The control of a code with this descriptor. An empty INPUT is none. */
export function controlOf(descriptor: PhpValue): Control {
  const input = at(descriptor, 'INPUT');
  if (!isArray(input) || isEmpty(input)) return { kind: 'source', providers: offered(at(descriptor, 'PROVIDERS')) };
  // What a portal makes of an INPUT without TYPE is not known.
  const type = textAt(input, 'TYPE') || 'STRING';
  switch (type) {
    case 'STRING':
      return textAt(input, 'MULTILINE') === 'Y' ? { kind: 'lines', rows: rowsOf(input) } : { kind: 'text' };
    case 'NUMBER':
      return { kind: 'number', limits: limitsOf(input) };
    case 'Y/N':
      return { kind: 'checkbox' };
    case 'ENUM': {
      const groups = choiceGroups(at(input, 'OPTIONS'));
      return groups.length > 0 ? { kind: 'choice', groups } : { kind: 'no-options' };
    }
    default:
      return Object.hasOwn(INPUT_TYPES, type) ? { kind: 'own', type } : { kind: 'unknown', type };
  }
}

/** A key of a descriptor as text; empty when there is none. */
export function textAt(value: PhpValue | undefined, key: string): string {
  const text = at(value, key);
  return isSet(text) && !isArray(text) ? toText(text) : '';
}

function rowsOf(input: PhpValue): number {
  const rows = toInt(textAt(input, 'ROWS'));
  if (rows < 1n) return Number(USUAL_ROWS);
  return Number(rows > MOST_ROWS ? MOST_ROWS : rows);
}

function limitsOf(input: PhpValue): NumberLimits {
  const keys = ['min', 'max', 'step'] as const;
  return Object.fromEntries(
    keys.map((key) => [key, textAt(input, key.toUpperCase())] as const).filter(([, value]) => isNumeric(value)),
  );
}

/** Whether a browser shows a text in an input for numbers. */
export function isNumeric(text: string): boolean {
  return /^-?(\d+(\.\d+)?|\.\d+)$/.test(text);
}

/** OPTIONS may be nested one level deep; plain ones come first. */
function choiceGroups(options: PhpValue | undefined): readonly ChoiceGroup[] {
  const entries = isArray(options) ? [...options] : [];
  const plain = entries.flatMap(([value, label]) => (isArray(label) ? [] : [{ value, label: toText(label) }]));
  const nested = entries.flatMap(([label, inner]) =>
    isArray(inner) ? [{ label, choices: Array.from(inner, ([value, text]) => ({ value, label: toText(text) })) }] : [],
  );
  return [...(plain.length > 0 ? [{ label: '', choices: plain }] : []), ...nested];
}

/** The sources that a portal offers, or those of them that PROVIDERS allows. INPUT is for codes that have one. */
function offered(allowed: PhpValue | undefined): readonly string[] {
  const all = Object.keys(PROVIDERS).filter(
    (key) => PROVIDERS[key]?.status !== 'not-implemented' && key !== 'INPUT' && key !== 'SHIPMENT',
  );
  if (!isArray(allowed) || isEmpty(allowed)) return all;
  const names = new Set(Array.from(allowed.values(), toText));
  return all.filter((key) => names.has(key));
}
