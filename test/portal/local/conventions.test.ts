/** How calls may be written, and what is put around the answers. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, send, start } from './portal.js';

const ADD = 'sale.paysystem.handler.add';
const LIST = 'sale.paysystem.handler.list';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const NAME_MISSING = { error: 'ERROR_CHECK_FAILURE', error_description: 'Parameter NAME is not defined' };
const QUERY =
  'NAME=Shop&CODE=shop&SORT=7&SETTINGS[CODES][A][NAME]=a&SETTINGS[CURRENCY][]=RUB&SETTINGS[FORM_DATA][ACTION_URI]=https://shop.test/';

let portal: LocalPortal;
let rest: string;
beforeEach(async () => {
  portal = await start({
    state: {
      webhooks: [
        { user: 1, code: 'admin', rights: 'admin' },
        { user: 7, code: 'guest', rights: 'none' },
      ],
      applications: [
        { clientId: 'app.1', accessToken: 'token-1', rights: 'admin' },
        { clientId: 'app.2', accessToken: 'token-2', rights: 'none' },
      ],
    },
  });
  rest = `${portal.url}/rest`;
});

describe('addresses', () => {
  it.each(['', '/', '.json', '.json/', '.JSON'])('the method may be followed by "%s"', async (end) => {
    expect(await send(`${rest}/1/admin/${LIST}${end}`)).toMatchObject({ status: 200, body: { result: [] } });
    expect(await send(`${rest}/${LIST}${end}?auth=token-1`)).toMatchObject({ status: 200, body: { result: [] } });
  });

  it('answers .xml in XML', async () => {
    await post(`${rest}/1/admin/${ADD}`, { ...handler('shop'), NAME: 'A & <b>' });
    const { headers, text } = await send(`${rest}/1/admin/${LIST}.xml`);
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(text).toMatch(/^<response><result><item><ID>1<\/ID><NAME>A &amp; &lt;b&gt;<\/NAME><CODE>shop<\/CODE>/);
    expect(text).toMatch(/<time><start>[\d.]+<\/start>.*<\/time><\/response>$/);
    const refused = await send(`${rest}/1/admin/sale.nothing.xml`);
    expect(refused.status).toBe(404);
    expect(refused.text).toContain('<error>ERROR_METHOD_NOT_FOUND</error>');
  });

  it('does not let a manifest write markup into XML', async () => {
    const added = await post(`${rest}/1/admin/${ADD}`, {
      ...handler('shop'),
      SETTINGS: { CODES: {}, FORM_DATA: { ACTION_URI: 'x' }, 'a><script xmlns="http://www.w3.org/1999/xhtml">': 1 },
    });
    expect(added.status).toBe(200);
    expect((await send(`${rest}/1/admin/${LIST}.xml`)).text).not.toContain('<script');
  });

  it('takes method names in any letter case', async () => {
    expect(await send(`${rest}/1/admin/Sale.PaySystem.HANDLER.List`)).toMatchObject({ status: 200 });
  });

  it.each([
    '1/admin/sale.nothing',
    '1/admin/',
    '1/admin',
    '',
    '1/wrong/sale.nothing',
    '1/admin/a/b',
    '1/admin/constructor',
  ])('/rest/%s names no method, which is said before the sender is looked at', async (path) => {
    expect(await send(`${rest}/${path}`)).toMatchObject({
      status: 404,
      body: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
    });
  });
});

describe('senders', () => {
  it.each([`1/wrong/${LIST}`, `2/admin/${LIST}`, `01/admin/${LIST}`, `1//${LIST}`, `1/admin%2F/${LIST}`])(
    'refuses the webhook %s',
    async (path) => {
      const { status, body } = await send(`${rest}/${path}?auth=token-1`);
      expect(status).toBe(401);
      expect(body).toEqual({ error: 'INVALID_CREDENTIALS', error_description: 'Invalid request credentials' });
    },
  );

  it.each(['', '?auth=', '?auth=wrong', '?auth[]=token-1', '?AUTH=token-1'])(
    'finds no sender in "%s"',
    async (query) => {
      const { status, body } = await send(`${rest}/${LIST}${query}`);
      expect(status).toBe(401);
      expect(body).toEqual({ error: 'NO_AUTH_FOUND', error_description: 'Wrong authorization data' });
    },
  );

  it('takes the access token from any kind of body', async () => {
    expect(await post(`${rest}/${LIST}`, { auth: 'token-1' })).toMatchObject({ status: 200 });
    const form = new FormData();
    form.set('auth', 'token-1');
    for (const body of [form, new URLSearchParams({ auth: 'token-1' }), 'auth=token-1']) {
      expect(await send(`${rest}/${LIST}`, { method: 'POST', body })).toMatchObject({ status: 200 });
    }
  });

  it('lets the body win over the query string', async () => {
    expect(await post(`${rest}/${LIST}?auth=wrong`, { auth: 'token-1' })).toMatchObject({ status: 200 });
    expect(await post(`${rest}/${LIST}?auth=token-1`, { auth: 'wrong' })).toMatchObject({ status: 401 });
  });

  it('loses a token that stands in malformed JSON', async () => {
    expect(await post(`${rest}/${LIST}`, '{"auth":"token-1"')).toMatchObject({ body: { error: 'NO_AUTH_FOUND' } });
  });

  it.each([`7/guest/${LIST}`, `${LIST}?auth=token-2`, `7/guest/${ADD}`])('%s lacks the right', async (path) => {
    const { status, body } = await send(`${rest}/${path}`);
    expect(status).toBe(403);
    expect(body).toEqual({ error: 'ACCESS_DENIED', error_description: 'Access denied!' });
  });
});

describe('parameters', () => {
  const stored = {
    ID: 1,
    NAME: 'Shop',
    CODE: 'shop',
    SORT: 7,
    SETTINGS: { CODES: { A: { NAME: 'a' } }, CURRENCY: ['RUB'], FORM_DATA: { ACTION_URI: 'https://shop.test/' } },
    APP_ID: null,
  };

  async function expectStored(): Promise<void> {
    expect((await control(portal)).body).toMatchObject({ handlers: [stored] });
  }

  it('come in a query string', async () => {
    expect(await send(`${rest}/1/admin/${ADD}?${QUERY}`)).toMatchObject({ body: { result: 1 } });
    await expectStored();
  });

  it('come in a form', async () => {
    expect(await send(`${rest}/1/admin/${ADD}`, { method: 'POST', headers: FORM, body: QUERY })).toMatchObject({
      body: { result: 1 },
    });
    await expectStored();
  });

  it('come in a multipart form, whose files are left out', async () => {
    const body = new FormData();
    for (const part of QUERY.split('&')) body.append(part.split('=')[0] ?? '', part.split('=')[1] ?? '');
    body.append('SORT', new Blob(['9']), 'sort.txt');
    expect(await send(`${rest}/1/admin/${ADD}`, { method: 'POST', body })).toMatchObject({ body: { result: 1 } });
    await expectStored();
  });

  it('come in a body of any other type, read as a query string', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await send(`${rest}/1/admin/${ADD}`, { method: 'POST', headers, body: `\n${QUERY}\n` })).toMatchObject({
      body: { result: 1 },
    });
    await expectStored();
  });

  it('come in JSON, also when the type has a charset', async () => {
    const headers = { 'content-type': 'application/json; charset=UTF-8' };
    const body = `\n${JSON.stringify({ ...stored, ID: 9, APP_ID: 'mine', EXTRA: 1 })}\0`;
    expect(await send(`${rest}/1/admin/${ADD}`, { method: 'POST', headers, body })).toMatchObject({
      body: { result: 1 },
    });
    await expectStored();
  });

  it('are lost when JSON is sent as text', async () => {
    const headers = { 'content-type': 'text/plain' };
    const { body } = await send(`${rest}/1/admin/${ADD}`, { method: 'POST', headers, body: JSON.stringify(stored) });
    expect(body).toEqual(NAME_MISSING);
  });

  it.each(['{"NAME":"Shop"', '', '"Shop"', '1', 'null', '{"NAME":"\\ud800"}'])(
    'are lost in the JSON %j',
    async (text) => {
      const { status, body } = await post(`${rest}/1/admin/${ADD}`, text);
      expect(status).toBe(400);
      expect(body).toEqual(NAME_MISSING);
    },
  );

  it('of the query string stay when the JSON is malformed', async () => {
    expect(await post(`${rest}/1/admin/${ADD}?${QUERY}`, '{"NAME":')).toMatchObject({ body: { result: 1 } });
    await expectStored();
  });

  it('of a broken multipart form are lost', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const { body } = await send(`${rest}/1/admin/${ADD}`, { method: 'POST', headers, body: 'nothing of the kind' });
    expect(body).toEqual(NAME_MISSING);
  });

  it('may be named in any letter case at the top level, the last one winning', async () => {
    const { NAME, CODE, SETTINGS } = stored;
    const sent = { NAME: 'Other', cOdE: CODE, name: NAME, sort: '7x', settings: SETTINGS };
    expect(await post(`${rest}/1/admin/${ADD}`, sent)).toMatchObject({ body: { result: 1 } });
    await expectStored();
  });

  it('cannot be empty arrays in a form', async () => {
    const query = 'NAME=a&CODE=b&SETTINGS[FORM_DATA][ACTION_URI]=x';
    expect(await send(`${rest}/1/admin/${ADD}?${query}`)).toMatchObject({
      body: { error_description: 'Parameter SETTINGS[CODES] is not defined' },
    });
  });
});

describe('answers', () => {
  it('have a result and the time', async () => {
    const { body } = await send(`${rest}/1/admin/${LIST}`);
    const number = expect.any(Number) as number;
    const date = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/) as string;
    expect(body).toEqual({
      result: [],
      time: {
        start: number,
        finish: number,
        duration: number,
        processing: number,
        date_start: date,
        date_finish: date,
      },
    });
  });

  it('have the portal’s headers, errors too', async () => {
    for (const path of [`1/admin/${LIST}`, `1/wrong/${LIST}`, `1/admin/${ADD}`]) {
      const { headers } = await send(`${rest}/${path}`);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-headers')).toBe('origin, content-type, accept');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('name the application in a header', async () => {
    const { headers } = await send(`${rest}/${LIST}?auth=token-1`);
    expect(headers.get('x-bitrix-rest-application')).toBe('app.1');
    expect(headers.get('x-bitrix-rest-time')).toMatch(/^\d+\.\d{10}$/);
  });

  it('answer a browser’s question before a call without running it', async () => {
    const answer = await send(`${rest}/1/admin/${ADD}?${QUERY}`, { method: 'OPTIONS' });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect((await control(portal)).body).toMatchObject({ handlers: [] });
  });

  it('are written as PHP writes JSON', async () => {
    const settings = { CODES: { '0': {}, '1': [] }, FORM_DATA: { ACTION_URI: 'https://shop.test/?a=1&b=2' } };
    await post(`${rest}/1/admin/${ADD}`, { NAME: 'Касса <"1">', CODE: "a'b", SETTINGS: settings });
    const { text } = await send(`${rest}/1/admin/${LIST}`);
    expect(text).toContain('"NAME":"Касса \\u003C\\u00221\\u0022\\u003E","CODE":"a\\u0027b","SORT":100,');
    expect(text).toContain(
      '"SETTINGS":{"CODES":[[],[]],"FORM_DATA":{"ACTION_URI":"https:\\/\\/shop.test\\/?a=1\\u0026b=2"}}',
    );
  });

  it('complain about a number that JSON cannot say', async () => {
    const json = '{"NAME":"a","CODE":"b","SETTINGS":{"CODES":{"A":1e400},"FORM_DATA":{"ACTION_URI":"x"}}}';
    expect(await post(`${rest}/1/admin/${ADD}`, json)).toMatchObject({ body: { result: 1 } });
    const { status, body } = await send(`${rest}/1/admin/${LIST}`);
    expect(status).toBe(200);
    expect(body).toEqual({ error: 'WRONG_ENCODING', error_description: 'Wrong request encoding' });
  });
});
