/** Up to fifty calls in one. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, send, start, type Answer } from './portal.js';

const HANDLER = 'sale.paysystem.handler';
const add = (code: string, name = 'Shop') =>
  `${HANDLER}.add?NAME=${name}&CODE=${code}&SETTINGS[CODES][A][NAME]=a&SETTINGS[FORM_DATA][ACTION_URI]=x`;
const EXISTS = { error: 'ERROR_HANDLER_ALREADY_EXIST', error_description: 'Handler already exists!' };

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

const batch = (params: unknown): Promise<Answer> => post(`${portal.webhook}/batch`, params);

async function results(params: unknown): Promise<Record<string, unknown>> {
  const { status, body } = await batch(params);
  expect(status).toBe(200);
  const { result, time } = body as { result: Record<string, unknown>; time: unknown };
  expect(time).toHaveProperty('date_start');
  return result;
}

async function codes(): Promise<string[]> {
  const { body } = await control(portal);
  return (body as { handlers: { CODE: string }[] }).handlers.map(({ CODE }) => CODE);
}

describe('batch', () => {
  it('runs named commands and reports each one’s result and time', async () => {
    const result = await results({ cmd: { first: add('a'), second: `${HANDLER}.list` } });
    const row = {
      ID: 1,
      NAME: 'Shop',
      CODE: 'a',
      SORT: 100,
      SETTINGS: { CODES: { A: { NAME: 'a' } }, FORM_DATA: { ACTION_URI: 'x' } },
    };
    const time = expect.objectContaining({ duration: expect.any(Number) as number }) as unknown;
    expect(result).toEqual({
      result: { first: 1, second: [row] },
      result_error: [],
      result_total: [],
      result_next: [],
      result_time: { first: time, second: time },
    });
  });

  it('gives lists back for numbered commands', async () => {
    expect(await results({ cmd: [add('a'), add('b')] })).toMatchObject({ result: [1, 2] });
  });

  it('gives empty lists when there is nothing', async () => {
    const empty = { result: [], result_error: [], result_total: [], result_next: [], result_time: [] };
    for (const params of [{}, { cmd: {} }, { cmd: 'text' }, { cmd: null }])
      expect(await results(params)).toEqual(empty);
  });

  it('is answered with 200 when every command fails', async () => {
    const result = await results({ cmd: { a: 'sale.nothing', b: `${HANDLER}.delete?ID=9`, c: '' } });
    const notFound = { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' };
    expect(result).toMatchObject({
      result: [],
      result_error: {
        a: notFound,
        b: { error: 'ERROR_HANDLER_NOT_FOUND', error_description: 'Handler not found' },
        c: notFound,
      },
      result_time: [],
    });
  });

  it('goes on after an error', async () => {
    expect(await results({ halt: 0, cmd: { a: add('a'), again: add('A'), b: add('b') } })).toMatchObject({
      result: { a: 1, b: 2 },
      result_error: { again: EXISTS },
    });
    expect(await codes()).toEqual(['a', 'b']);
  });

  it.each([1, '1', true, 'false', { a: 1 }])('stops at the first error with halt %j', async (halt) => {
    await results({ HALT: halt, CMD: { a: add('a'), again: add('a'), b: add('b') } });
    expect(await codes()).toEqual(['a']);
  });

  it.each([0, '0', '', false, null, []])('does not stop with halt %j', async (halt) => {
    await results({ halt, cmd: { a: add('a'), again: add('a'), b: add('b') } });
    expect(await codes()).toEqual(['a', 'b']);
  });

  it('passes over what is no text, and runs at most fifty', async () => {
    const cmd: Record<string, unknown> = { none: 5, list: [add('x')] };
    for (let index = 0; index < 50; index += 1) cmd[`c${index}`] = add(`code${index}`);
    const tooMany = { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' };
    const { result_error } = await results({ cmd });
    expect(result_error).toEqual({ c48: tooMany, c49: tooMany });
    expect(await codes()).toHaveLength(48);
  });

  it.each(['batch', 'BATCH', 'batch?cmd[a]=sale.paysystem.handler.list', 'download', 'upload'])(
    'refuses %s inside',
    async (cmd) => {
      const refused = {
        error: 'ERROR_BATCH_METHOD_NOT_ALLOWED',
        error_description: 'Method is not allowed for batch usage',
      };
      expect(await results({ cmd: { a: cmd } })).toMatchObject({ result: [], result_error: { a: refused } });
    },
  );

  it('can be written as a form, which is then decoded twice', async () => {
    const body = new URLSearchParams({ halt: '1', 'cmd[a]': add('a', 'A%20%26%20B') });
    expect(await send(`${portal.webhook}/batch.json`, { method: 'POST', body })).toMatchObject({ status: 200 });
    expect((await control(portal)).body).toMatchObject({ handlers: [{ NAME: 'A & B', CODE: 'a' }] });
  });

  it('runs in the name of its sender', async () => {
    await control(portal, {
      applications: [{ clientId: 'app.1', accessToken: 'one', rights: 'admin' }],
      webhooks: [{ user: 2, code: 'guest', rights: 'none' }],
    });
    await post(`${portal.url}/rest/batch`, { auth: 'one', cmd: { a: add('a') } });
    expect((await control(portal)).body).toMatchObject({ handlers: [{ APP_ID: 'app.1' }] });
    expect(await post(`${portal.url}/rest/2/guest/batch`, { cmd: { a: add('b') } })).toMatchObject({
      status: 200,
      body: { result: { result_error: { a: { error: 'ACCESS_DENIED' } } } },
    });
    expect(await post(`${portal.url}/rest/batch`, { cmd: {} })).toMatchObject({ status: 401 });
  });
});

describe('references', () => {
  it('take over an earlier result', async () => {
    const result = await results({
      cmd: { added: add('a'), renamed: `${HANDLER}.update?ID=$result[added]&FIELDS[NAME]=New` },
    });
    expect(result).toMatchObject({ result: { added: 1, renamed: true } });
    expect((await control(portal)).body).toMatchObject({ handlers: [{ NAME: 'New' }] });
  });

  it('go into results, keep their type, and can be parts of a text', async () => {
    await post(`${portal.webhook}/${HANDLER}.add`, handler('shop'));
    const copy = `${HANDLER}.add?NAME=Copy of $result[list][0][NAME] (no. $result[list][0][ID] )&CODE=copy&SETTINGS=$result[list][0][SETTINGS]`;
    const inside = `${HANDLER}.add?NAME=x&CODE=inside&SETTINGS[CODES][A]=$result[list][0][ID]&SETTINGS[FORM_DATA]=$result[list][0][SETTINGS][FORM_DATA]`;
    await results({ cmd: { list: `${HANDLER}.list`, copy, inside } });
    expect((await control(portal)).body).toMatchObject({
      handlers: [
        { CODE: 'shop' },
        {
          CODE: 'copy',
          NAME: 'Copy of Shop shop (no. 1 )',
          SETTINGS: { CODES: [], FORM_DATA: { ACTION_URI: 'https://shop.test/' } },
        },
        { CODE: 'inside', SETTINGS: { CODES: { A: 1 }, FORM_DATA: { ACTION_URI: 'https://shop.test/' } } },
      ],
    });
  });

  it('stop where there is nothing further', async () => {
    await post(`${portal.webhook}/${HANDLER}.add`, handler('shop'));
    const result = await results({
      cmd: {
        list: `${HANDLER}.list`,
        b: `${HANDLER}.delete?ID=$result[missing][0]`,
        c: `${HANDLER}.delete?ID=$result`,
      },
    });
    expect(result).toMatchObject({
      result_error: { b: { error: 'ERROR_HANDLER_NOT_FOUND' }, c: { error: 'ERROR_HANDLER_NOT_FOUND' } },
    });
  });
});
