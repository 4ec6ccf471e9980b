/** Columns of payment systems have two names: a portal's table spells them in its own way. */
import type { PhpArray } from '../php/value.js';
import { isArray } from '../php/value.js';
import type { Method } from '../rest/method.js';
import { inAnyCase } from './key-case.js';

/** Name that callers use → name of the column. */
const COLUMNS: Readonly<Record<string, string>> = { LOGOTYPE: 'LOGOTIP', TARIFF: 'TARIF' };

/** A method of payment systems: keys in any letter case, and columns by either name, also in FIELDS. */
export function ofPaySystems(method: Method): Method {
  return inAnyCase((params, call) => {
    const fields = params.get('FIELDS');
    const named = withColumnNames(params);
    return method(isArray(fields) ? new Map([...named, ['FIELDS', withColumnNames(fields)]]) : named, call);
  });
}

/** The column of a name. */
export function columnOf(name: string): string {
  return COLUMNS[name] ?? name;
}

/** The name under which a column is answered. */
export function nameOf(column: string): string {
  return Object.entries(COLUMNS).find(([, known]) => known === column)?.[0] ?? column;
}

/** The callers' name wins when both are given. */
function withColumnNames(array: PhpArray): PhpArray {
  const [own, aliased] = [false, true].map((isAlias) => [...array].filter(([key]) => key in COLUMNS === isAlias));
  return new Map([...(own ?? []), ...(aliased ?? []).map(([key, value]) => [columnOf(key), value] as const)]);
}
