/** What a client sends and what a portal answers, held to the models of both (schemas/rest.ts). */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseWebhook } from '../../portal/client/connection.js';
import { listHandlers } from '../../portal/client/handlers.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { PLANS } from '../../portal/local/rest/limits.js';
import type { ObservedCall } from '../../portal/local/rest/observe.js';
import { PORTAL_VERSIONS } from '../../portal/local/rest/portal.js';
import type { LocalPortal } from '../../portal/local/server.js';
import { ensureHandler } from '../../portal/try-payment.js';
import { validateManifest } from '../../schemas/generated/manifest.validate.mjs';
import * as valid from '../../schemas/generated/rest.validate.mjs';
import type { HandlerParameters } from '../../schemas/manifest.js';
import type { Validator } from '../../schemas/validator.js';
import { control, handler, post, start } from './local/portal.js';

const METHOD = 'sale.paysystem.handler.';

/** The models of a call, by the end of its method's name. */
const MODELS: Readonly<Record<string, { readonly request: Validator; readonly answer: Validator }>> = {
  add: { request: valid.addRequestValid, answer: valid.addAnswerValid },
  update: { request: valid.updateRequestValid, answer: valid.doneAnswerValid },
  delete: { request: valid.deleteRequestValid, answer: valid.doneAnswerValid },
  list: { request: valid.listRequestValid, answer: valid.listAnswerValid },
};

/** What keeps a message from being as the model says. */
function mistakes(model: Validator, message: unknown): unknown {
  return model(message) ? [] : model.errors;
}

const folder = new URL('../fixtures/manifests/', import.meta.url);
const manifests = readdirSync(folder)
  .filter((name) => name.endsWith('.b24pay.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as HandlerParameters)
  .filter((manifest) => validateManifest(manifest));

/** Rows as `handler.update` and a database of another kind leave them. */
const ODD = [
  { ...handler('text'), SETTINGS: 'text' },
  { ...handler('number'), SETTINGS: 1.5, SORT: '12x' },
  { ...handler('list'), SETTINGS: ['a', { b: [] }], SORT: -1 },
  { ...handler('true'), SETTINGS: true, SORT: 1e300 },
  { ...handler('null'), SETTINGS: null, SORT: null },
  { ...handler('empty'), SETTINGS: {}, NAME: '' },
  { NAME: 5, CODE: 6 },
  { NAME: null, CODE: null },
].map((row, index) => ({ ID: String(index + 1), ...row }));

test.each(PORTAL_VERSIONS)('adding, updating and listing are as modelled, on both sides: %s', async (version) => {
  const calls: ObservedCall[] = [];
  const onCall = (call: ObservedCall) => calls.push(call);
  const portal = await start({ version, limits: PLANS[2], onCall });
  expect((await control(portal, { handlers: ODD })).status).toBe(200);
  const client = createPortalClient(parseWebhook(portal.webhook));
  for (const parameters of [...manifests, ...manifests]) await ensureHandler(client, { SORT: null, ...parameters });
  expect(await listHandlers(client)).toHaveLength(ODD.length + manifests.length);

  const seen = calls.map(({ url, body, answer }) => {
    const name = url.slice(url.lastIndexOf('.') + 1);
    const model = MODELS[name];
    if (!model) throw new Error(`${name} has no model.`);
    expect(mistakes(model.request, JSON.parse(body)), `${name}: ${body}`).toEqual([]);
    expect(mistakes(model.answer, JSON.parse(answer)), `${name}: ${answer}`).toEqual([]);
    return name;
  });
  expect([...new Set(seen)].sort()).toEqual(['add', 'list', 'update']);
  expect(manifests.length).toBeGreaterThan(5);
});

/** A portal with one handler of ID 1 and CODE `shop`. */
const shop = (): Promise<LocalPortal> =>
  start({ state: { handlers: [{ ID: 1, NAME: 'Shop', CODE: 'shop', SETTINGS: {} }] } });

test.each<[method: string, fits: boolean, params: object]>([
  ['add', true, handler('other')],
  ['add', false, { ...handler('other'), NAME: undefined }],
  ['add', false, { ...handler('other'), SETTINGS: { CODES: {} } }],
  ['add', false, { ...handler('other'), SETTINGS: { CODES: {}, FORM_DATA: [] } }],
  ['update', true, { ID: '1', FIELDS: {} }],
  ['update', false, { ID: 1, NAME: 'New' }],
  ['update', false, { CODE: 'shop', FIELDS: {} }],
  ['delete', true, { ID: 1 }],
  ['delete', false, { CODE: 'shop' }],
  ['delete', false, { ID: 'shop' }],
  ['list', true, {}],
])('the portal takes %s as the model does (%s): %j', async (method, fits, params) => {
  const { body } = await post(`${(await shop()).webhook}/${METHOD}${method}`, params);
  const model = MODELS[method];
  // As it was sent: without what is undefined.
  expect(model?.request(JSON.parse(JSON.stringify(params)))).toBe(fits);
  expect(mistakes(fits ? (model?.answer ?? valid.errorAnswerValid) : valid.errorAnswerValid, body)).toEqual([]);
});

test('every refusal is an error as modelled, and no success', async () => {
  const portal = await shop();
  await control(portal, { webhooks: [{ user: 1, code: 'guest', rights: 'none' }] });
  const refusals = [
    await post(`${portal.webhook}/${METHOD}list`, {}),
    await post(`${portal.url}/rest/1/guest/${METHOD}list`, {}),
    await post(`${portal.url}/rest/${METHOD}list`, {}),
    await post(`${portal.url}/rest/1/guest/${METHOD}none`, {}),
    await post(`${portal.url}/rest/1/guest/${METHOD}add`, '{'),
  ].map(({ body }) => body);
  expect(refusals).toMatchObject(
    ['INVALID_CREDENTIALS', 'ACCESS_DENIED', 'NO_AUTH_FOUND', 'ERROR_METHOD_NOT_FOUND', 'ACCESS_DENIED'].map(
      (error) => ({ error }),
    ),
  );
  for (const body of refusals) {
    expect(mistakes(valid.errorAnswerValid, body)).toEqual([]);
    for (const { answer } of Object.values(MODELS)) expect(answer(body)).toBe(false);
  }
});
