/** The checks of every payment system method, in the portal's order: each alone, and each before all that follow it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalPortal, type LocalPortal } from '../../../portal/local/server.js';
import { call, WORLD, type Who } from './pay-system-world.js';

interface Request {
  readonly who: Who;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What is wrong, and what the portal says of it. */
interface Step {
  readonly spoil: (request: Request) => Request;
  readonly status: number;
  readonly error: string;
  readonly text: string;
}

interface Method {
  readonly good: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
}

const by =
  (who: Who) =>
  (request: Request): Request => ({ ...request, who });
/** Undefined takes the parameter away; FIELDS are added to those that are there, so that they can be wrong twice. */
const having =
  ({ FIELDS, ...changed }: Readonly<Record<string, unknown>>) =>
  ({ who, params }: Request): Request => {
    const fields = FIELDS === undefined ? {} : { FIELDS: Object.assign({}, params.FIELDS, FIELDS) as unknown };
    return { who, params: { ...params, ...changed, ...fields } };
  };

const denied = (spoil: Step['spoil']): Step => ({ spoil, status: 403, error: 'ACCESS_DENIED', text: 'Access denied!' });
const refused = (error: string, text: string, changed: Readonly<Record<string, unknown>>): Step => ({
  spoil: having(changed),
  status: 400,
  error,
  text,
});
const check = (text: string, changed: Readonly<Record<string, unknown>>) =>
  refused('ERROR_CHECK_FAILURE', text, changed);

const RIGHTS = denied(by('nobody'));
const OWNER = denied(by('other'));
/** Nobody may touch the portal's own payment systems over REST. */
const OWN = (name: string) => denied(having({ [name]: 13 }));
const ID_MISSING = check('Parameter ID is not defined', { ID: undefined });
const PERSON_TYPE = (place: (id: number) => Readonly<Record<string, unknown>>) =>
  refused('ERROR_PERSON_TYPE_NOT_FOUND', 'Incorrect person type id!', place(3));

const METHODS: Readonly<Record<string, Method>> = {
  add: {
    good: { NAME: 'New', PERSON_TYPE_ID: 1, BX_REST_HANDLER: 'mine', ENTITY_REGISTRY_TYPE: 'ORDER' },
    steps: [
      RIGHTS,
      check('Parameter BX_REST_HANDLER is not defined', { BX_REST_HANDLER: undefined }),
      check('Parameter BX_REST_HANDLER is not defined', { BX_REST_HANDLER: '' }),
      refused('ERROR_HANDLER_NOT_FOUND', 'Handler not found', { BX_REST_HANDLER: 'unknown' }),
      OWNER,
      check('Parameter NAME is not defined', { NAME: undefined }),
      PERSON_TYPE((id) => ({ PERSON_TYPE_ID: id })),
      PERSON_TYPE(() => ({ PERSON_TYPE_ID: undefined })),
    ],
  },
  update: {
    good: { ID: 11, FIELDS: { NAME: 'New' } },
    steps: [
      RIGHTS,
      refused('ERROR_HANDLER_NOT_FOUND', 'Handler not found', { FIELDS: { BX_REST_HANDLER: 'unknown' } }),
      refused('ERROR_HANDLER_NOT_FOUND', 'Handler not found', { FIELDS: { BX_REST_HANDLER: 'MINE' } }),
      ID_MISSING,
      refused('ERROR_PAY_SYSTEM_NOT_FOUND', 'Pay system not found', { ID: 99 }),
      OWN('ID'),
      OWNER,
      PERSON_TYPE((id) => ({ FIELDS: { PERSON_TYPE_ID: id } })),
    ],
  },
  delete: {
    good: { ID: 12 },
    steps: [
      RIGHTS,
      ID_MISSING,
      refused('ERROR_PAY_SYSTEM_NOT_FOUND', 'Pay system not found', { ID: 'x' }),
      OWN('ID'),
      OWNER,
    ],
  },
  list: {
    good: { SELECT: ['ID'] },
    steps: [
      RIGHTS,
      check('FOO, LOGOTIP not allowed for select', { SELECT: ['foo', 'ID', 'LOGOTYPE'] }),
      check('* not allowed for select', { SELECT: ['*'] }),
      check('FOO, BAR not allowed for filter', { FILTER: { '>=foo': 1, ID: 1, '!BAR': 1 } }),
      check('FOO not allowed for order', { ORDER: { ID: 'ASC', foo: 'ASC' } }),
    ],
  },
  'settings.get': {
    good: { ID: 11, PERSON_TYPE_ID: 0 },
    steps: [
      RIGHTS,
      check('Parameter PERSON_TYPE_ID is not defined', { PERSON_TYPE_ID: undefined }),
      ID_MISSING,
      check('Pay system not found', { ID: 99 }),
      OWN('ID'),
      OWNER,
    ],
  },
  'settings.update': {
    good: { ID: 11, SETTINGS: { SHOPKEY: { TYPE: 'VALUE', VALUE: 'a' } } },
    steps: [
      RIGHTS,
      ID_MISSING,
      check('Pay system not found', { ID: 99 }),
      refused('ERROR_HANDLER_NOT_FOUND', 'Parameter SETTINGS is not defined or empty', { SETTINGS: undefined }),
      refused('ERROR_HANDLER_NOT_FOUND', 'Parameter SETTINGS is not defined or empty', { SETTINGS: {} }),
      OWN('ID'),
      OWNER,
      check('The value of SETTINGS[SHOPKEY] is not valid', { SETTINGS: { ShopKey: 'a' } }),
    ],
  },
  'pay.payment': {
    good: { PAYMENT_ID: 201, PAY_SYSTEM_ID: 11 },
    steps: [
      RIGHTS,
      check('Empty field PAY_SYSTEM_ID!', { PAY_SYSTEM_ID: 0 }),
      check('Pay system not found', { PAY_SYSTEM_ID: 99 }),
      check('Empty field PAYMENT_ID', { PAYMENT_ID: undefined }),
      check('Payment with ID=201 and PAY_SYSTEM_ID=12 not found', { PAYMENT_ID: 201, PAY_SYSTEM_ID: 12 }),
      check('Payment with ID=x and PAY_SYSTEM_ID=11 not found', { PAYMENT_ID: 'x', PAY_SYSTEM_ID: 11 }),
      refused('ERROR_PROCESS_REQUEST_RESULT', 'Order #102 canceled', { PAYMENT_ID: 203 }),
      refused('ERROR_PROCESS_REQUEST_RESULT', 'Order #109 does not exist', { PAYMENT_ID: 204 }),
    ],
  },
  'settings.payment.get': {
    good: { PAYMENT_ID: 201, PAY_SYSTEM_ID: 11 },
    steps: [
      RIGHTS,
      check('Empty field PAY_SYSTEM_ID!', { PAY_SYSTEM_ID: undefined }),
      check('Empty field PAYMENT_ID', { PAYMENT_ID: '0' }),
      check('Pay system not found', { PAY_SYSTEM_ID: 99 }),
      OWN('PAY_SYSTEM_ID'),
      OWNER,
      check('Payment with ID=299 and PAY_SYSTEM_ID=11 not found', { PAYMENT_ID: 299 }),
      refused('ERROR_INTERNAL_ORDER_NOT_FOUND', 'Order #109 not found', { PAYMENT_ID: 204 }),
    ],
  },
  'pay.invoice': {
    good: { INVOICE_ID: 51, PAY_SYSTEM_ID: 12 },
    steps: [
      RIGHTS,
      check('Empty field BX_REST_HANDLER and PAY_SYSTEM_ID', { PAY_SYSTEM_ID: undefined, BX_REST_HANDLER: undefined }),
      check('Pay system with ID=99 not found', { PAY_SYSTEM_ID: 99 }),
      check('Incorrect rest handler code', { BX_REST_HANDLER: 'unknown' }),
      check('Empty field INVOICE_ID!', { INVOICE_ID: '' }),
      refused('ERROR_INTERNAL_INVOICE_NOT_FOUND', 'Invoice #77 not found', { INVOICE_ID: 77 }),
      refused('ERROR_PROCESS_REQUEST_RESULT', 'Pay system not found', { PAY_SYSTEM_ID: 11 }),
      refused('ERROR_PROCESS_REQUEST_RESULT', 'Order #52 canceled', { INVOICE_ID: 52 }),
    ],
  },
  'settings.invoice.get': {
    good: { INVOICE_ID: 51, PAY_SYSTEM_ID: 12 },
    steps: [
      RIGHTS,
      check('Empty field BX_REST_HANDLER and PAY_SYSTEM_ID', { PAY_SYSTEM_ID: undefined, BX_REST_HANDLER: undefined }),
      check('Empty field INVOICE_ID', { INVOICE_ID: undefined }),
      check('Pay system with ID=99 not found', { PAY_SYSTEM_ID: 99 }),
      OWN('PAY_SYSTEM_ID'),
      OWNER,
      check('Incorrect rest handler code', { BX_REST_HANDLER: 'unknown' }),
      refused('ERROR_PAY_SYSTEM_NOT_FOUND', 'Pay system with handler unused not found', {
        PAY_SYSTEM_ID: undefined,
        BX_REST_HANDLER: 'unused',
      }),
      refused('ERROR_INTERNAL_INVOICE_NOT_FOUND', 'Invoice #77 not found', { INVOICE_ID: 77 }),
    ],
  },
};

let portal: LocalPortal;

async function expectRefused(method: string, { who, params }: Request, { status, error, text }: Step): Promise<void> {
  const answer = await call(portal, method, params, who);
  expect(answer.body).toEqual({ error, error_description: text });
  expect(answer.status).toBe(status);
}

describe.each(Object.entries(METHODS))('sale.paysystem.%s', (method, { good, steps }) => {
  beforeAll(async () => {
    portal = await startLocalPortal({ state: WORLD });
  });
  afterAll(() => portal.close());

  const request: Request = { who: 'owner', params: good };
  const rows = steps.map((step, index) => [index + 1, step.text, step] as const);

  it.each(rows)('%i. says "%s"', (_number, _text, step) => expectRefused(method, step.spoil(request), step));

  it.each(rows)('%i. says "%s" before anything that follows', async (number, _text, step) => {
    for (const later of steps.slice(number)) await expectRefused(method, step.spoil(later.spoil(request)), step);
  });

  it('says nothing when nothing is wrong', async () => {
    const { status, body } = await call(portal, method, good, 'owner');
    expect(body).toHaveProperty('result');
    expect(status).toBe(200);
  });
});
