// The built b24pay from end to end: exit codes, machine-readable output, a local portal that starts, keeps and stops.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startPortal } from '../../scripts/local-portal.mjs';
import { b24pay } from './b24pay.js';

const SOUND = 'docs/sample-workspace/shop.b24pay.json';
const MISTAKEN = 'docs/sample-workspace/with-mistakes.b24pay.json';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'b24pay-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Starts a portal that ends with the test. */
async function portal(...args: string[]): ReturnType<typeof startPortal> {
  const running = await startPortal(args);
  onTestFinished(running.stop);
  return running;
}

describe('check', () => {
  it('is content with a sound manifest', async () => {
    expect(await b24pay(['check', SOUND])).toMatchObject({ code: 0, stderr: '' });
  });

  it('shows mistakes, and where they are', async () => {
    const { code, stdout } = await b24pay(['check', MISTAKEN]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/with-mistakes\.b24pay\.json:12:\d+ +error .*undefined-code/);
    expect(stdout).toContain('"shopId": { "CODE": "SHOP_IDD" }');
  });

  it('speaks JSON', async () => {
    const { code, stdout } = await b24pay(['check', MISTAKEN, '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [{ problems: expect.arrayContaining([expect.objectContaining({ code: 'undefined-code' })]) as unknown }],
      summary: { errors: 2, warnings: 2 },
    });
  });

  it.each([
    ['a missing file', ['check', 'nowhere.b24pay.json'], 'nowhere.b24pay.json'],
    ['an unknown command', ['chekc'], 'chekc'],
    ['an unknown portal', ['register', SOUND, '--portal', 'nowhere', '--yes'], '--portal'],
  ])('says in one line what is wrong with %s', async (_what, args, named) => {
    const { code, stdout, stderr } = await b24pay(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(named);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('register', () => {
  it('puts a handler on a portal, and never prints the secret', async () => {
    const { webhook } = await portal();
    const env = { B24PAY_WEBHOOK: webhook };
    const registered = await b24pay(['register', SOUND, '--yes'], env);
    expect(registered).toMatchObject({ code: 0, stderr: '' });
    const listed = await b24pay(['handlers'], env);
    expect(listed.code).toBe(0);
    expect(listed.stdout).toContain('my_shop');
    const code = new URL(webhook).pathname.split('/').at(-1) ?? '';
    expect(code.length).toBeGreaterThan(10);
    expect(registered.stdout + listed.stdout + listed.stderr).not.toContain(code);
  });

  it('asks for --yes where there is no terminal', async () => {
    const { webhook } = await portal();
    const { code, stderr } = await b24pay(['register', SOUND], { B24PAY_WEBHOOK: webhook });
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
  });
});

describe('portal', () => {
  it('says where it is, and ends when told to', async () => {
    const running = await portal();
    expect(Object.keys(running)).toEqual(expect.arrayContaining(['url', 'webhook', 'control']));
    expect(running.webhook.startsWith(running.url)).toBe(true);
    const { status } = await fetch(`${running.webhook}/sale.paysystem.handler.list`);
    expect(status).toBe(200);
    await running.stop();
    // Windows knows no signals: there the process is ended for it.
    expect(await running.ended).toBe(process.platform === 'win32' ? null : 0);
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it('keeps its handlers in a file', async () => {
    const file = path.join(folder, 'state.json');
    const first = await portal('--state', file);
    await b24pay(['register', SOUND, '--yes'], { B24PAY_WEBHOOK: first.webhook });
    await first.stop();
    const second = await portal('--state', file);
    expect((await b24pay(['handlers'], { B24PAY_WEBHOOK: second.webhook })).stdout).toContain('my_shop');
  });

  it('leaves a state file alone that it cannot read', async () => {
    const file = path.join(folder, 'broken.json');
    writeFileSync(file, '{"handlers": [');
    const { code, stdout, stderr } = await b24pay(['portal', '--port', '0', '--json', '--state', file]);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('broken.json');
    expect(readFileSync(file, 'utf8')).toBe('{"handlers": [');
  });
});
