/** What a caller can learn about itself: `profile`, `scope`, `app.info`, `methods`. */
import { arrayOf, listOf, upperCaseKeys } from '../php/arrays.js';
import { toText } from '../php/cast.js';
import { RestFault } from '../rest/fault.js';
import type { Method } from '../rest/method.js';

/** Scopes with methods here: every caller has all of them. */
const SCOPES = ['crm', 'pay_system', 'sale'];

/** A portal knows more of its users. Applications act for the first one. */
const profile: Method = (_params, { caller, state }) => ({
  result: arrayOf({
    ID: String(caller.user ?? 1),
    ADMIN: caller.rights === 'admin',
    NAME: 'Local',
    LAST_NAME: 'Administrator',
    PERSONAL_GENDER: '',
    TIME_ZONE: '',
  }),
  state,
});

const scope: Method = (_params, { state }) => ({ result: listOf(SCOPES), state });

/** An application that was added to this portal only. */
const appInfo: Method = (_params, { caller, state }) => {
  if (caller.clientId === null) throw new RestFault('ACCESS_DENIED', 'Access denied! Application context required');
  const index = state.applications.findIndex(({ clientId }) => clientId === caller.clientId);
  const result = {
    ID: BigInt(index + 1),
    CODE: caller.clientId,
    VERSION: 1n,
    STATUS: 'L',
    INSTALLED: true,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    LANGUAGE_ID: 'en',
    LICENSE: 'en_ent250',
    LICENSE_TYPE: 'ent250',
    LICENSE_FAMILY: 'ent',
  };
  return { result: arrayOf(result), state };
};

/** The family but for `methods`, which has to be told the names of all. */
export const aboutMethods: Readonly<Record<string, Method>> = {
  profile,
  scope,
  'app.info': appInfo,
};

/** `methods`: the names of all methods, or of one scope's; with an empty scope of those that need none. */
export function methodsMethod(names: () => readonly string[]): Method {
  return (params, { state }) => {
    const asked = upperCaseKeys(params).get('SCOPE') ?? null;
    const found = names().filter((name) => asked === null || scopeOf(name) === toText(asked));
    return { result: listOf(found), state };
  };
}

function scopeOf(name: string): string {
  if (name.startsWith('sale.paysystem.')) return 'pay_system';
  const [first = ''] = name.split('.', 1);
  return SCOPES.includes(first) ? first : '';
}
