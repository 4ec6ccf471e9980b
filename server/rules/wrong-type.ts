/** Values of another JSON type than the portal reads. */
import * as l10n from '@vscode/l10n';
import { schemaAt } from '../../schemas/lookup.js';
import { MODES } from '../../schemas/providers.js';
import { isEmpty, isObject } from '../../schemas/record.js';
import type { Path } from '../document/manifest-document.js';
import { changeTo } from './change-to.js';
import type { Facts } from './facts.js';
import { valueText } from './layout.js';
import { jsonType, lastOf, mistakesOf, nameOf } from './mistakes.js';
import type { Rule } from './rule.js';

/** JSON types in plain words. */
function typeName(type: string): string {
  switch (type) {
    case 'object':
      return l10n.t('an object');
    case 'array':
      return l10n.t('a list');
    case 'string':
      return l10n.t('a string');
    case 'number':
    case 'integer':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('true or false');
    default:
      return type;
  }
}

/** Types to name in a message: null and the empty list stand in the schema only because a portal takes them for absent. */
function expectedTypes(path: Path): string[] {
  const type = schemaAt(path)?.type ?? [];
  const types = (typeof type === 'string' ? [type] : type).filter((name) => name !== 'null');
  return types.includes('object') ? types.filter((name) => name !== 'array') : types;
}

/** Keys with a closed set of values: a number or true would not be one of them as a string either. */
const CLOSED = ['METHOD', 'CLIENT_TYPE', 'VISIBLE'];

/** The same value as the type the schema wants, where that is obvious; undefined where it is not. */
function converted(value: unknown, path: Path): string | undefined {
  const expected = expectedTypes(path);
  const key = lastOf(path);
  if (key === 'VISIBLE' && (typeof value === 'boolean' || value === 1 || value === 0)) return value ? '"Y"' : '"N"';
  if (expected.includes('string') && !expected.includes('number') && typeof value === 'number' && !CLOSED.includes(key))
    return JSON.stringify(String(value));
  if (expected.includes('array') && typeof value === 'string' && value !== '') return JSON.stringify([value]);
  return undefined;
}

/** A field that is written as a code of CODES: `"sum": "PAYMENT_SUM"`. */
function namedCode(value: unknown, path: Path, { codes, document }: Facts): string | undefined {
  const isField = path.length === 4 && path[2] === 'FIELDS';
  if (!isField || typeof value !== 'string' || !Object.hasOwn(codes ?? {}, value)) return undefined;
  return valueText(document.text, { CODE: value }, '');
}

/** What a portal does with a value of a wrong type, as far as that is known. */
function consequence(path: Path, value: unknown): string {
  const key = lastOf(path);
  const required = path.length <= 2 && ['NAME', 'CODE', 'SETTINGS', 'CODES'].includes(key);
  if ((required || key === 'ACTION_URI') && value === null)
    return l10n.t('The portal takes null for absent and refuses the handler.');
  if (key === 'ACTION_URI' && isEmpty(value)) return l10n.t('The portal takes it for empty and refuses the handler.');
  if (path.length === 0 || (key === 'SETTINGS' && path.length === 1) || key === 'CLIENT_TYPE')
    return l10n.t('The portal refuses the handler.');
  if (path.length === 2 && MODES.some((mode) => mode === key))
    return l10n.t('The portal finds no ACTION_URI in it and refuses the handler.');
  if (key === 'SORT') return l10n.t('The portal makes a number of it, and of most texts that is 0.');
  if (key === 'DEFAULT') return l10n.t('The portal ignores it.');
  if (key === 'VISIBLE') return l10n.t('Only the exact "Y" shows the field; anything else hides it.');
  if (key === 'CURRENCY')
    return l10n.t('The portal restricts nothing: the payment system is offered for orders in every currency.');
  return l10n.t('The portal stores it unchecked, and what it makes of it is not certain.');
}

export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  group: 'JSON',
  title: 'A value has another type than the portal reads',
  manifest(facts, report) {
    // A list with items where an object belongs fails `maxItems`: the schema lets only the empty list pass.
    for (const { error, path, value } of mistakesOf(facts, 'type', 'maxItems', 'pattern')) {
      const key = lastOf(path);
      if (error.keyword === 'pattern' && key !== 'SORT') continue;
      // An empty mode, whatever its type, is an absent one.
      if (path.length === 2 && MODES.some((mode) => mode === key) && isEmpty(value)) continue;
      // A portal reads `{}` as an empty list, and that restricts nothing.
      if (path.length === 2 && key === 'CURRENCY' && isObject(value)) continue;
      const what =
        error.keyword === 'pattern'
          ? l10n.t('SORT must be a number.')
          : l10n.t(
              '{0} must be {1}, not {2}.',
              nameOf(path),
              expectedTypes(path).map(typeName).join(l10n.t(' or ')),
              typeName(jsonType(value)),
            );
      const text = namedCode(value, path, facts) ?? converted(value, path);
      report({
        path,
        within: path,
        message: `${what} ${consequence(path, value)}`,
        ...(text !== undefined && { data: { text } }),
      });
    }
  },
  fixes: changeTo,
};
