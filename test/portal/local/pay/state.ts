/** A portal's state with one handler and one payment system, for what is made of it without a portal. */
import type { Block, PayRequest } from '../../../../portal/local/pay/block.js';
import { blockOf } from '../../../../portal/local/pay/block-of.js';
import { findContext } from '../../../../portal/local/pay/context.js';
import { decodeJson } from '../../../../portal/local/php/json-decode.js';
import { parseStr } from '../../../../portal/local/php/parse-str.js';
import { isArray, type PhpValue } from '../../../../portal/local/php/value.js';
import { SEED_SHOP } from '../../../../portal/local/shop/seed.js';
import { rowOf } from '../../../../portal/local/shop/row.js';
import type { State } from '../../../../portal/local/state.js';

/** Codes that most manifests of the tests use. */
export const CODES = {
  SUM: { NAME: 'Amount', DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
  SHOP: { NAME: 'Shop number', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'S-1' } },
  UNSET: { NAME: 'Nothing' },
  TEST: { NAME: 'Test mode', INPUT: { TYPE: 'Y/N' }, DEFAULT: { PROVIDER_KEY: 'INPUT', PROVIDER_VALUE: 'Y' } },
  TAX: {
    NAME: 'Tax',
    INPUT: { TYPE: 'ENUM', OPTIONS: { a: 'A' } },
    DEFAULT: { PROVIDER_KEY: 'INPUT', PROVIDER_VALUE: 'a' },
  },
  COUNT: { NAME: 'Count', INPUT: { TYPE: 'NUMBER' }, DEFAULT: { PROVIDER_KEY: 'INPUT', PROVIDER_VALUE: '3' } },
};

/** Payment 201 of the shop is 1990 RUB. */
export const PAGE = 'http://127.0.0.1:1234/pay/201?paysystem=7';

/** The state with a handler of these SETTINGS behind payment system 7. */
export function stateWith(settings: unknown, psInvoiceId?: string): State {
  const invoice = psInvoiceId === undefined ? [] : [['PS_INVOICE_ID', psInvoiceId] as const];
  return {
    webhooks: [],
    applications: [],
    handlers: [
      { id: 3n, name: 'Shop', code: 'shop', sort: 100n, settings: decodeJson(JSON.stringify(settings)), appId: null },
    ],
    paySystems: [{ ...rowOf({ ID: 7n, NAME: 'Cards', ACTION_FILE: 'shop' }), actionFile: 'shop' }],
    mappings: [],
    shop: {
      ...SEED_SHOP,
      payments: SEED_SHOP.payments.map(({ id, row }) => ({ id, row: new Map([...row, ...invoice]) })),
    },
    nextHandlerId: 4n,
    nextPaySystemId: 8n,
  };
}

/** The request for the page of payment 201, with parameters as a query. */
export function requestWith(query = ''): PayRequest {
  return { paymentId: 201n, paySystemId: 7n, pageUrl: PAGE, parameters: parseStr(query) };
}

/** The block of that page. */
export function blockIn(state: State, request = requestWith()): Block {
  const context = findContext(state, request);
  if (typeof context === 'string') throw new Error(`There is no ${context}.`);
  return blockOf(context);
}

/** The block that these SETTINGS give. CODES are those above unless there are others. */
export function blockFor(settings: object, { query = '', psInvoiceId }: { query?: string; psInvoiceId?: string } = {}) {
  return blockIn(stateWith({ CODES, ...settings }, psInvoiceId), requestWith(query));
}

/** The block, if it is of that kind. */
export function expectKind<K extends Block['kind']>(block: Block, kind: K): Extract<Block, { kind: K }> {
  if (!isKind(block, kind)) throw new Error(`The block is of kind ${block.kind}, not ${kind}.`);
  return block;
}

function isKind<K extends Block['kind']>(block: Block, kind: K): block is Extract<Block, { kind: K }> {
  return block.kind === kind;
}

/** Plain objects in place of PHP's arrays. */
export function plain(value: PhpValue): unknown {
  return isArray(value) ? Object.fromEntries(Array.from(value, ([key, item]) => [key, plain(item)])) : value;
}
