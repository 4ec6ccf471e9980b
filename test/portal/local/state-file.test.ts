/** The state in a file: it survives, and what can't be read is left alone. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StateFileError, startLocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, start, stop } from './portal.js';

const ADD = 'sale.paysystem.handler.add';

let folder: string;
let stateFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-portal-'));
  stateFile = join(folder, 'state.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a state file', () => {
  it('is made, for its owner only, and brings everything back', async () => {
    const first = await start({ stateFile });
    const settings = {
      CODES: { '1': 'b', '0': 'a', B: 1e3 },
      FORM_DATA: { ACTION_URI: 'https://shop.test/?a=<b>&c="d"' },
    };
    await post(`${first.webhook}/${ADD}`, { ...handler('касса'), SETTINGS: settings });
    const before = (await control(first)).body;
    await stop(first);
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);

    const second = await start({ stateFile });
    expect((await control(second)).body).toEqual(before);
    expect(new URL(second.webhook).pathname).toBe(new URL(first.webhook).pathname);
    expect(second.control.token).not.toBe(first.control.token);
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  it('is written before the answer is given', async () => {
    const portal = await start({ stateFile });
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const { body } = await post(`${portal.webhook}/${ADD}`, handler(`code${index}`));
        expect(body).toHaveProperty('result');
        expect(await readFile(stateFile, 'utf8')).toContain(`"code${index}"`);
      }),
    );
    const { handlers } = JSON.parse(await readFile(stateFile, 'utf8')) as { handlers: { ID: number }[] };
    expect(handlers.map(({ ID }) => ID)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('remembers the numbers that were given away', async () => {
    const first = await start({ stateFile });
    await post(`${first.webhook}/${ADD}`, handler('a'));
    await post(`${first.webhook}/sale.paysystem.handler.delete`, { ID: 1 });
    await stop(first);
    const second = await start({ stateFile });
    expect(await post(`${second.webhook}/${ADD}`, handler('b'))).toMatchObject({ body: { result: 2 } });
  });

  it('remembers the numbers of payment systems too', async () => {
    const paySystems = [{ ID: 4, ACTION_FILE: 'shop' }];
    const first = await start({ stateFile, state: { paySystems } });
    await stop(first);
    const stored = JSON.parse(await readFile(stateFile, 'utf8')) as Record<string, unknown>;
    expect(stored).toMatchObject({ nextPaySystemId: 5, nextHandlerId: 1 });
    await writeFile(stateFile, JSON.stringify({ ...stored, paySystems: [], nextPaySystemId: 9 }));
    await stop(await start({ stateFile, state: {} }));
    await start({ stateFile });
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({ paySystems: [], nextPaySystemId: 9 });
  });

  it('of an earlier version opens, with the shop that every portal begins with', async () => {
    const { webhooks, handlers } = { webhooks: [{ user: 1, code: 'c', rights: 'admin' }], handlers: [] };
    await writeFile(
      stateFile,
      JSON.stringify({ webhooks, applications: [], handlers, paySystems: [], nextHandlerId: 3 }),
    );
    const portal = await start({ stateFile });
    expect((await control(portal)).body).toMatchObject({
      mappings: [],
      shop: { payments: [{ ID: 201 }, {}, {}, {}, {}, {}] },
    });
    expect(await post(`${portal.webhook}/${ADD}`, handler('a'))).toMatchObject({ body: { result: 3 } });
  });

  it('keeps shop and settings', async () => {
    const state = {
      paySystems: [{ ID: 4, ACTION_FILE: 'shop' }],
      mappings: [{ CODE_KEY: 'A', PAY_SYSTEM_ID: 4, PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'a' }],
      shop: { payments: [{ ID: 1, SUM: 0.1, XML_ID: '"<я>' }], details: [] },
    };
    const first = await start({ stateFile, state });
    const before = (await control(first)).body;
    expect(before).toMatchObject({
      mappings: [{ PERSON_TYPE_ID: 0 }],
      shop: { payments: state.shop.payments, details: [], users: [{ ID: 17 }, { ID: 18 }] },
    });
    await stop(first);
    expect((await control(await start({ stateFile }))).body).toEqual(before);
  });

  it('keeps a number that JSON has no word for', async () => {
    const first = await start({ stateFile });
    await post(
      `${first.webhook}/${ADD}`,
      '{"NAME":"a","CODE":"b","SETTINGS":{"CODES":-1e400,"FORM_DATA":{"ACTION_URI":1}}}',
    );
    await stop(first);
    await start({ stateFile });
    expect(await readFile(stateFile, 'utf8')).toContain('"CODES":-1e999');
  });

  it('may be a document of the control interface, saved by hand', async () => {
    await writeFile(stateFile, JSON.stringify({ handlers: [{ ID: 4, ...handler('shop') }] }));
    const portal = await start({ stateFile, state: { handlers: [{ ID: 9, NAME: 'x', CODE: 'x' }] } });
    expect((await control(portal)).body).toMatchObject({
      webhooks: [{ user: 1, rights: 'admin' }],
      handlers: [{ ID: 4, CODE: 'shop' }],
    });
    expect(await post(`${portal.webhook}/${ADD}`, handler('b'))).toMatchObject({ body: { result: 5 } });
  });

  it('is begun with the state given', async () => {
    const state = {
      webhooks: [{ user: 3, code: 'mine', rights: 'admin' as const }],
      handlers: [{ ID: 9, NAME: 'x', CODE: 'x' }],
    };
    const portal = await start({ stateFile, state });
    expect(portal.webhook).toBe(`${portal.url}/rest/3/mine`);
    expect(await readFile(stateFile, 'utf8')).toContain('"CODE":"x"');
  });

  it('stays a link when it is one', async () => {
    await writeFile(join(folder, 'real.json'), '{}');
    await symlink('real.json', stateFile);
    await start({ stateFile });
    expect(await readFile(join(folder, 'real.json'), 'utf8')).toContain('webhooks');
    expect(await readFile(stateFile, 'utf8')).toContain('webhooks');
    expect((await readdir(folder)).sort()).toEqual(['real.json', 'state.json']);
  });
});

describe('after a crash', () => {
  it('a half-written new file is passed over and replaced', async () => {
    const first = await start({ stateFile });
    await post(`${first.webhook}/${ADD}`, handler('a'));
    await stop(first);
    await writeFile(`${stateFile}.new`, '{"handlers":[{"ID":1,');
    await chmod(`${stateFile}.new`, 0o666);

    const second = await start({ stateFile });
    expect((await control(second)).body).toMatchObject({ handlers: [{ CODE: 'a' }] });
    await post(`${second.webhook}/${ADD}`, handler('b'));
    expect(await readdir(folder)).toEqual(['state.json']);
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
  });

  it('a link planted in place of the new file is not written through', async () => {
    await writeFile(join(folder, 'victim'), 'untouched');
    await symlink('victim', `${stateFile}.new`);
    await start({ stateFile });
    expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('untouched');
  });
});

describe('a state that cannot be saved', () => {
  it('is not answered for', async () => {
    const portal = await start({ stateFile });
    await post(`${portal.webhook}/${ADD}`, handler('a'));
    await rename(folder, `${folder}-away`);
    const failed = await post(`${portal.webhook}/${ADD}`, handler('b'));
    await rename(`${folder}-away`, folder);
    expect(failed).toMatchObject({ status: 500, body: { error: 'INTERNAL_SERVER_ERROR' } });
    expect(failed.text).toContain('its folder does not exist');
    expect((await control(portal)).body).toMatchObject({ handlers: [{ CODE: 'a' }] });
    expect(await post(`${portal.webhook}/${ADD}`, handler('c'))).toMatchObject({ body: { result: 2 } });
  });
});

describe('a file that cannot be read', () => {
  async function refusal(): Promise<StateFileError> {
    const error: unknown = await startLocalPortal({ stateFile }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof StateFileError)) throw new Error('The portal should not have started');
    expect(error.file).toBe(stateFile);
    expect(error.message).toContain(stateFile);
    return error;
  }

  it.each<[string, string | Uint8Array]>([
    ['it is not JSON (at character 14)', '{"handlers":[,]}'],
    ['it is not JSON (at character 1)', ''],
    ['it is not JSON', Uint8Array.from({ length: 256 }, (_, index) => index)],
    ['it is not JSON', '{"webhooks":[{"user":1,"code":"secret-code","rights":"admin"}]'],
    ['The state must be an object', '"text"'],
    ['handlers[0].ID must be a positive whole number', '{"handlers":[{"ID":-1,"NAME":"a","CODE":"b"}]}'],
    ['The state has the unknown key handler', '{"handler":[]}'],
  ])('is named with the reason "%s" and left as it is', async (reason, content) => {
    await writeFile(stateFile, content);
    const { message } = await refusal();
    expect(message).toContain(reason);
    expect(message).not.toContain('secret-code');
    expect(await readFile(stateFile)).toEqual(Buffer.from(content));
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  it('because it is a folder', async () => {
    await mkdir(stateFile);
    expect((await refusal()).message).toContain('it is a folder');
  });

  it('because its folder does not exist', async () => {
    stateFile = join(folder, 'none', 'state.json');
    expect((await refusal()).message).toContain('its folder does not exist');
  });
});

describe('the port', () => {
  it('that is taken is named', async () => {
    const portal = await start();
    const port = Number(new URL(portal.url).port);
    await expect(startLocalPortal({ port })).rejects.toThrow(`Port ${port} is used by another program.`);
  });
});
