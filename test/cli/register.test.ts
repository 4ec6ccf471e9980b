import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseWebhook } from '../../portal/client/connection.js';
import { listHandlers } from '../../portal/client/handlers.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { startLocalPortal } from '../../portal/local/server.js';
import type { LocalPortal } from '../../portal/local/server.js';
import { CODE, startFakePortal } from '../portal/client/fake-portal.js';
import type { Behaviour } from '../portal/client/fake-portal.js';
import { BAD, GOOD, openSession } from './session.js';
import type { Session } from './session.js';

let session: Session;
let portal: LocalPortal;
let name: string;
let env: Record<string, string>;

beforeEach(async () => {
  session = openSession();
  session.write('shop.b24pay.json', GOOD);
  portal = await startLocalPortal();
  name = new URL(portal.url).host;
  env = { B24PAY_WEBHOOK: portal.webhook };
});

afterEach(async () => {
  await portal.close();
  session.remove();
});

const register = ['register', 'shop.b24pay.json'];
const stored = () => listHandlers(createPortalClient(parseWebhook(portal.webhook)));

describe('b24pay register', () => {
  it('asks, adds the handler and names it', async () => {
    const { code, stdout, stderr, questions } = await session.run(register, { env, answer: 'y' });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `Registered as handler 1 on ${name}.\n`, stderr: '' });
    expect(questions).toEqual([`Add handler 'My shop' (my_shop) to ${name}? [y/N] `]);
    expect(await stored()).toMatchObject([{ ID: 1, CODE: 'my_shop', NAME: 'My shop' }]);
  });

  it.each(['', 'n', 'later'])('changes nothing after the answer %j', async (answer) => {
    const { code, stdout, stderr } = await session.run(register, { env, answer });
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `Nothing was changed on ${name}.\n` });
    expect(await stored()).toEqual([]);
  });

  it.each([['--yes'], []])('says that payments would go to a placeholder %j', async (...flags) => {
    session.write('shop.b24pay.json', GOOD.replace(/https:[^"]*/, 'https://example.com/pay'));
    const { code, stderr } = await session.run([...register, ...flags], { env, answer: 'y' });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^ACTION_URI: This address is a placeholder from documentation: no payment can arrive there\./,
    );
  });

  it('does not ask with --yes', async () => {
    const { code, questions } = await session.run([...register, '--yes'], { env, answer: 'n' });
    expect({ code, questions }).toEqual({ code: 0, questions: [] });
  });

  it('needs --yes where nobody can be asked', async () => {
    const { code, stderr } = await session.run(register, { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^b24pay: .*--yes.*\n$/);
    expect(await stored()).toEqual([]);
  });

  it('updates the handler that has the code', async () => {
    await session.run([...register, '--yes'], { env });
    session.write('shop.b24pay.json', GOOD.replace('My shop', 'New name'));
    const { stdout, questions } = await session.run(register, { env, answer: 'yes' });
    expect(questions).toEqual([`Update handler 1 'New name' (my_shop) on ${name}? [y/N] `]);
    expect(stdout).toBe(`Updated handler 1 on ${name}.\n`);
    expect(await stored()).toMatchObject([{ ID: 1, NAME: 'New name' }]);
  });

  it('warns when the spelling of the code changes', async () => {
    await session.run([...register, '--yes'], { env });
    session.write('shop.b24pay.json', GOOD.replace('my_shop', 'MY_SHOP'));
    const { code, stderr } = await session.run([...register, '--yes'], { env });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^The portal spells this code my_shop\./);
  });

  it('prints one line of JSON when asked to', async () => {
    const { stdout } = await session.run([...register, '--yes', '--json'], { env });
    expect(JSON.parse(stdout)).toEqual({ action: 'add', id: 1, portal: name });
  });

  it('takes --portal before the variable', async () => {
    const wrong = { B24PAY_WEBHOOK: 'https://127.0.0.1:9/rest/1/other' };
    const { code } = await session.run([...register, '--yes', '--portal', portal.webhook], { env: wrong });
    expect(code).toBe(0);
  });

  it('sends neither $schema nor keys that are no parameters', async () => {
    session.write('shop.b24pay.json', GOOD.replace('"NAME"', '"$schema": "./s.json", "EXTRA": 1, "NAME"'));
    const fake = await startFakePortal(({ method }) => ({ body: { result: method.endsWith('list') ? [] : 5 } }));
    await session.run([...register, '--yes', '--portal', fake.webhook]);
    await fake.close();
    expect(fake.received.map(({ params }) => Object.keys(params))).toEqual([[], ['NAME', 'CODE', 'SETTINGS'], []]);
  });
});

describe('the gate', () => {
  it('shows the errors and sends nothing', async () => {
    session.write('shop.b24pay.json', BAD);
    const fake = await startFakePortal(() => 'silence');
    const { code, stdout, stderr } = await session.run([...register, '--yes', '--portal', fake.webhook]);
    await fake.close();
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^Not registered: shop\.b24pay\.json has errors\.\n/);
    expect(stdout).toMatch(/ {2}undefined-code\n/);
    expect(stdout).not.toContain('unused-code');
    expect(stdout).toMatch(/\n1 error in 1 file\n$/);
    expect(fake.received).toEqual([]);
  });

  it('lets a local address onto the local portal, and onto no other', async () => {
    session.write('shop.b24pay.json', GOOD.replace('https://pay.my-service.com', 'http://localhost:3000/pay'));
    expect(await session.run([...register, '--yes'], { env })).toMatchObject({ code: 0 });
    const fetch = () => Promise.reject(new Error('nothing may be sent'));
    const real = { B24PAY_WEBHOOK: 'https://acme.bitrix24.com/rest/1/abc' };
    const { code, stdout } = await session.run([...register, '--yes'], { env: real, client: { fetch } });
    expect(code).toBe(1);
    expect(stdout).toMatch(/ error .*local-action-uri\n/);
  });
});

describe('what cannot be used', () => {
  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no portal', [], {}, /No portal is named\. Set B24PAY_WEBHOOK/],
    ['an empty variable', [], { B24PAY_WEBHOOK: '' }, /No portal is named/],
    [
      'a broken variable',
      [],
      { B24PAY_WEBHOOK: 'acme' },
      /B24PAY_WEBHOOK: This is no address\. .*\/rest\/<user>\/<code>\.$/m,
    ],
    ['plain http', ['--portal', `http://acme.bitrix24.com/rest/1/${CODE}`], {}, /--portal: Over plain http/],
    ['an option without its value', ['--portal'], {}, /--portal needs a value/],
  ])('%s gives one line and exit code 2', async (_, args, variables, line) => {
    const { code, stdout, stderr } = await session.run([...register, '--yes', ...args], { env: variables });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^b24pay: [^\n]*\n$/);
    expect(stderr).toMatch(line);
    expect(stderr).not.toContain(CODE);
  });

  it('a file that is not there gives one line and exit code 2', async () => {
    const { code, stderr } = await session.run(['register', 'none.json', '--yes'], { env });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'b24pay: none.json: no such file or folder\n' });
  });
});

describe('failures of the portal', () => {
  it('are explained on stderr, with exit code 1', async () => {
    const wrong = { B24PAY_WEBHOOK: portal.webhook.replace(/[^/]+$/, 'wrong') };
    const { code, stdout, stderr } = await session.run([...register, '--yes'], { env: wrong });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^127\.0\.0\.1:\d+: Unknown webhook: .* \(INVALID_CREDENTIALS\)\.\n$/);
  });

  const list = { body: { result: [] } };
  const repeating: Behaviour = { status: 404, body: `<html>/rest/1/${CODE}/x was not found</html>` };
  const refusing: Behaviour = { status: 400, body: { error: `E_${CODE}`, error_description: `No /rest/1/${CODE}/` } };
  const redirect: Behaviour = { status: 302, headers: { Location: `https://else.example/rest/1/${CODE}/` }, body: '' };

  it.each<[string, Behaviour[]]>([
    ['a page that repeats the address', [repeating]],
    ['a refusal that repeats the address', [refusing]],
    ['a redirect', [redirect]],
    ['a cut connection', ['reset']],
    ['silence', ['silence']],
    ['a lost answer to the registration', [list, 'reset', list]],
    ['a lost answer to everything after it', [list, 'reset']],
    ['a refused registration', [list, refusing]],
    ['too many requests', [{ status: 429, body: repeating.body }]],
    ['success', [list, { body: { result: 5 } }, { body: { result: [{ ID: 5, ...JSON.parse(GOOD), SORT: 100 }] } }]],
  ])('show the code of the webhook nowhere: %s', async (_, behaviours) => {
    const fake = await startFakePortal((_request, count) => behaviours[count - 1] ?? behaviours.at(-1) ?? 'silence');
    const client = { timeout: 300, wait: () => Promise.resolve() };
    const outcomes = [
      await session.run(register, { env: { B24PAY_WEBHOOK: fake.webhook }, answer: 'y', client }),
      await session.run([...register, '--yes', '--json', '--portal', `${fake.webhook}/`], { client }),
      await session.run(['handlers', '--portal', fake.webhook], { client }),
    ];
    await fake.close();
    expect(fake.received.length).toBeGreaterThanOrEqual(3);
    expect(fake.received.every(({ url }) => url.includes(CODE))).toBe(true);
    expect(JSON.stringify(outcomes)).not.toContain(CODE);
    expect(outcomes.every(({ stdout, stderr }) => stdout + stderr !== '')).toBe(true);
  });

  it('leave no code in an unexpected error either', async () => {
    const fetch = () =>
      Promise.reject(new TypeError(`Failed at ${portal.webhook}`, { cause: new Error(portal.webhook) }));
    const outcome = await session.run([...register, '--yes'], { env, client: { fetch } });
    expect(outcome.code).toBe(1);
    expect(JSON.stringify(outcome)).not.toContain(portal.webhook.slice(-10));
  });
});

describe('b24pay handlers', () => {
  it('lists the handlers as a table', async () => {
    await session.run([...register, '--yes'], { env });
    session.write('other.json', GOOD.replace('my_shop', 'b').replace('My shop', 'Магазин 支付'));
    await session.run(['register', 'other.json', '--yes'], { env });
    const { code, stdout } = await session.run(['handlers'], { env });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        `2 handlers on ${name}`,
        '  ID  CODE     NAME',
        '  1   my_shop  My shop',
        '  2   b        Магазин 支付',
        '',
      ].join('\n'),
    );
  });

  it('says that there are none', async () => {
    expect((await session.run(['handlers'], { env })).stdout).toBe(`0 handlers on ${name}\n`);
  });

  it('prints JSON without the settings, where others keep secrets', async () => {
    await session.run([...register, '--yes'], { env });
    const { stdout } = await session.run(['handlers', '--json'], { env });
    expect(JSON.parse(stdout)).toEqual({
      portal: name,
      handlers: [{ id: 1, code: 'my_shop', name: 'My shop', sort: 100 }],
    });
  });

  it('explains what fails', async () => {
    const { code, stderr } = await session.run(['handlers'], {
      env: { B24PAY_WEBHOOK: 'http://127.0.0.1:9/rest/1/a' },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^127\.0\.0\.1:9: No connection\./);
  });
});
