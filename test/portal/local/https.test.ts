/** A portal that speaks https: its certificate, where it is kept, and what is left of the guard. */
import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, open, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCertificate } from '../../../portal/local/certificate.js';
import { start, stop } from './portal.js';

const DAY = 24 * 60 * 60 * 1000;

let folder: string;
let stateFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-portal-https-'));
  stateFile = join(folder, 'state.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Sent {
  readonly ca?: string;
  /** With a `host` of its own the name in the certificate is not looked at: a stranger's page could not choose it. */
  readonly headers?: Record<string, string>;
}

/** GET with nothing trusted but `ca`. */
function get(address: string, { ca = '', headers = {} }: Sent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const identity = headers.host === undefined ? {} : { checkServerIdentity: () => undefined };
    const outgoing = request(address, { ca, headers, agent: false, ...identity }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('https', () => {
  it('serves webhooks and the control interface to those who trust the certificate', async () => {
    const portal = await start({ https: true });
    expect(portal.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const ca = portal.certificate?.pem ?? '';
    expect(await get(`${portal.webhook}/sale.paysystem.handler.list`, { ca })).toMatchObject({ status: 200 });
    const headers = { authorization: `Bearer ${portal.control.token}`, origin: portal.url };
    expect(await get(portal.control.url, { ca, headers })).toMatchObject({ status: 200 });
  });

  it('is refused by those who don’t', async () => {
    const portal = await start({ https: true });
    const ca = (await openCertificate(undefined)).certificate;
    await expect(get(portal.url, { ca })).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('answers to localhost too', async () => {
    const portal = await start({ https: true });
    const ca = portal.certificate?.pem ?? '';
    const address = portal.webhook.replace('127.0.0.1', 'localhost');
    expect(await get(`${address}/sale.paysystem.handler.list`, { ca })).toMatchObject({ status: 200 });
  });

  it('keeps strangers out', async () => {
    const portal = await start({ https: true });
    const ca = portal.certificate?.pem ?? '';
    const { port } = new URL(portal.url);
    for (const host of ['evil.test', `evil.test:${port}`, '127.0.0.1']) {
      expect(await get(portal.webhook, { ca, headers: { host } })).toMatchObject({ status: 403 });
    }
    const headers = { authorization: `Bearer ${portal.control.token}`, origin: portal.url.replace('https', 'http') };
    expect(await get(portal.control.url, { ca, headers })).toMatchObject({ status: 403 });
  });

  it('has no certificate without it', async () => {
    expect(await start()).not.toHaveProperty('certificate');
  });
});

describe('the certificate', () => {
  it('is for this machine’s names only and signs nothing else', async () => {
    const { certificate } = await openCertificate(undefined);
    const read = new X509Certificate(certificate);
    expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
    expect(read.ca).toBe(false);
  });

  it('is kept beside the state file, for its owner’s eyes, and is the same after a restart', async () => {
    const first = await start({ https: true, stateFile });
    const file = `${stateFile}.cert.pem`;
    expect(first.certificate).toEqual({ pem: await readFile(file, 'utf8'), file });
    for (const kept of [file, `${stateFile}.key.pem`]) {
      if (process.platform !== 'win32') expect((await stat(kept)).mode & 0o777).toBe(0o600);
    }
    await stop(first);
    expect((await start({ https: true, stateFile })).certificate).toEqual(first.certificate);
  });

  it('never comes with its key', async () => {
    const portal = await start({ https: true, stateFile });
    expect(JSON.stringify(portal)).not.toContain('PRIVATE KEY');
  });

  it('is made anew before it expires', async () => {
    const now = new Date();
    const { certificate } = await openCertificate(stateFile, now);
    const later = (days: number) => openCertificate(stateFile, new Date(now.getTime() + days * DAY));
    expect((await later(350)).certificate).toBe(certificate);
    const renewed = await later(360);
    expect(renewed.certificate).not.toBe(certificate);
    expect((await later(361)).certificate).toBe(renewed.certificate);
  });

  it.each(['cert', 'key'])('is made anew when the %s does not fit or was broken', async (part) => {
    const { certificate } = await openCertificate(stateFile);
    const other = await openCertificate(undefined);
    for (const text of [part === 'cert' ? other.certificate : other.key, 'broken', '']) {
      await writeFile(`${stateFile}.${part}.pem`, text);
      const fresh = await openCertificate(stateFile);
      expect(fresh.certificate).not.toBe(certificate);
      expect(fresh.certificate).not.toBe(text);
      const read = new X509Certificate(await readFile(`${stateFile}.cert.pem`));
      expect(read.toString()).toBe(new X509Certificate(fresh.certificate).toString());
    }
  });

  it('stops the portal when it cannot be kept', async () => {
    await rm(folder, { recursive: true });
    await expect(openCertificate(stateFile)).rejects.toThrow(
      `The certificate ${stateFile}.cert.pem cannot be kept: its folder does not exist.`,
    );
  });

  it.runIf(process.platform !== 'win32')('is kept from others when it is opened again', async () => {
    const first = await start({ https: true, stateFile });
    await stop(first);
    const files = [stateFile, `${stateFile}.cert.pem`, `${stateFile}.key.pem`];
    for (const file of files) await chmod(file, 0o644);
    expect((await start({ https: true, stateFile })).certificate).toEqual(first.certificate);
    for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.runIf(process.platform !== 'win32')('has another key when others can go on reading it', async () => {
    const { certificate } = await openCertificate(stateFile);
    await chmod(`${stateFile}.key.pem`, 0o644);
    const probe = await open(stateFile, 'w');
    const handles = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    vi.spyOn(handles, 'chmod').mockRejectedValue(Object.assign(new Error('not yours'), { code: 'EPERM' }));
    const fresh = await openCertificate(stateFile);
    expect(fresh.certificate).not.toBe(certificate);
    expect((await stat(`${stateFile}.key.pem`)).mode & 0o777).toBe(0o600);
    vi.restoreAllMocks();
  });

  it.runIf(process.platform !== 'win32')('has a key that others cannot read, even after a looser one', async () => {
    await writeFile(`${stateFile}.key.pem`, 'x');
    await chmod(`${stateFile}.key.pem`, 0o644);
    await openCertificate(stateFile);
    expect((await stat(`${stateFile}.key.pem`)).mode & 0o777).toBe(0o600);
  });
});
