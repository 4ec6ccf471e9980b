import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalPortal } from '../../portal/local/server.js';
import { openSession } from './session.js';
import type { Session } from './session.js';

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  session.remove();
});

describe('b24pay portal', () => {
  it('prints one line of JSON when it is ready', async () => {
    const { code, stdout, stderr } = await session.run(['portal', '--port', '0', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stdout)).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      webhook: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/rest\/1\/[^/]+$/) as string,
      control: {
        url: expect.stringMatching(/\/\.local\/state$/) as string,
        token: expect.stringMatching(/^\S{16,}$/) as string,
      },
    });
  });

  it('tells a person the same in lines', async () => {
    const { stdout } = await session.run(['portal']);
    expect(stdout).toMatch(/^The local portal runs at http:\/\/127\.0\.0\.1:\d+\.\n/);
    expect(stdout).toMatch(/\/rest\/1\/\w+\n/);
    expect(stdout).toContain('--state FILE keeps them');
  });

  it('keeps its state in a file, relative to the folder it is started in', async () => {
    const first = await session.run(['portal', '--state', 'state.json', '--json']);
    const second = await session.run(['portal', '--state', 'state.json', '--json']);
    const codeOf = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { webhook: string }).webhook.split('/').at(-1);
    expect(codeOf(first)).toBe(codeOf(second));
  });

  it('speaks https and names the file with the certificate to trust', async () => {
    const { code, stdout } = await session.run(['portal', '--https', '--state', 'state.json', '--json']);
    expect(code).toBe(0);
    const { url, webhook, certificate } = JSON.parse(stdout) as Record<string, string>;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(webhook).toMatch(/^https:/);
    expect(certificate).toBe(join(session.folder, 'state.json.cert.pem'));
    expect(session.read('state.json.cert.pem')).toMatch(/^-----BEGIN CERTIFICATE-----/);
    expect(stdout).not.toContain('PRIVATE');
  });

  it('prints the certificate itself when it is kept in memory', async () => {
    const { stdout } = await session.run(['portal', '--https', '--json']);
    const { certificate } = JSON.parse(stdout) as Record<string, string>;
    expect(certificate).toMatch(/^-----BEGIN CERTIFICATE-----\n[^-]+-----END CERTIFICATE-----\n?$/);
  });

  it('tells a person how to trust the certificate', async () => {
    const kept = await session.run(['portal', '--https', '--state', 'state.json']);
    expect(kept.stdout).toContain(`NODE_EXTRA_CA_CERTS=${join(session.folder, 'state.json.cert.pem')}`);
    const forgotten = await session.run(['portal', '--https']);
    expect(forgotten.stdout).toContain('--state FILE keeps one');
    expect(forgotten.stdout).not.toContain('CERTIFICATE-----');
  });

  it.each([
    ['--limits', 'many', '--limits is one of off, standard, enterprise, not "many".'],
    ['--portal-version', '1', '--portal-version is one of sale-26.250, docs-2026-08, not "1".'],
  ])('knows only a few values for %s', async (option, value, message) => {
    const { code, stderr } = await session.run(['portal', option, value]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `b24pay: ${message}\n` });
  });

  it('takes limits and a version', async () => {
    const args = ['portal', '--limits', 'standard', '--portal-version', 'docs-2026-08', '--json'];
    expect(await session.run(args)).toMatchObject({ code: 0, stderr: '' });
  });

  it('stops at a state file that it cannot read, and leaves it alone', async () => {
    const path = session.write('state.json', '{ "handlers": [');
    const { code, stdout, stderr } = await session.run(['portal', '--state', 'state.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^b24pay: [^\n]*state\.json[^\n]*JSON[^\n]*\n$/);
    expect(readFileSync(path, 'utf8')).toBe('{ "handlers": [');
  });

  it('says that a port is in use', async () => {
    const other = await startLocalPortal();
    const { port } = new URL(other.url);
    const { code, stderr } = await session.run(['portal', '--port', port]);
    await other.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^b24pay: Port ${port} [^\\n]*\\n$`));
  });
});
