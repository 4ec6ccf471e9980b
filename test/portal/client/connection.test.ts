import { describe, expect, it } from 'vitest';
import {
  InvalidWebhookError,
  isLocal,
  maskWebhook,
  parseWebhook,
  portalName,
} from '../../../portal/client/connection.js';

const address = 'https://acme.bitrix24.com/rest/1/abc123xyz';

describe('parseWebhook', () => {
  it.each([
    ['as the portal shows it, with a slash', `${address}/`],
    ['without a slash', address],
    ['with blanks around it', `  ${address}\n`],
    ['with a method behind it, as in the examples of the portal', `${address}/crm.lead.list.json`],
    ['with a host in capitals', 'https://ACME.bitrix24.com/rest/1/abc123xyz/'],
  ])('reads an address %s', (_, text) => {
    expect(parseWebhook(text)).toEqual({ kind: 'webhook', address });
  });

  it.each([
    'http://localhost:8024/rest/1/abc',
    'http://127.0.0.1:8024/rest/1/abc',
    'http://127.8.9.10/rest/1/abc',
    'http://[::1]:8024/rest/1/abc',
  ])('allows plain http to this machine: %s', (text) => {
    expect(parseWebhook(text).address).toBe(text);
    expect(isLocal(parseWebhook(text))).toBe(true);
  });

  it.each([
    'http://acme.bitrix24.com/rest/1/abc123xyz',
    'http://192.168.0.5/rest/1/abc123xyz',
    'http://127.0.0.1.evil.example/rest/1/abc123xyz',
    'http://localhost.evil.example/rest/1/abc123xyz',
    'http://0.0.0.0/rest/1/abc123xyz',
  ])('refuses plain http to anywhere else: %s', (text) => {
    expect(() => parseWebhook(text)).toThrow(/plain http/);
  });

  it.each([
    'abc123xyz',
    '',
    'ftp://acme.bitrix24.com/rest/1/abc123xyz',
    'https://acme.bitrix24.com/',
    'https://acme.bitrix24.com/rest/abc123xyz',
    'https://acme.bitrix24.com/rest/1/',
    'https://acme.bitrix24.com/rest/admin/abc123xyz',
    'https://acme.bitrix24.com/rest/1/abc123xyz/some/thing',
    'https://user:abc123xyz@acme.bitrix24.com/rest/1/abc123xyz',
    'https://acme.bitrix24.com/rest/1/abc123xyz?auth=abc123xyz',
    'https://acme.bitrix24.com/rest/1/abc123xyz#abc123xyz',
  ])('refuses %j without repeating the code', (text) => {
    let thrown: unknown;
    try {
      parseWebhook(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidWebhookError);
    expect(String(thrown)).not.toContain('abc123xyz');
  });
});

describe('maskWebhook', () => {
  it('hides the code and nothing else', () => {
    expect(maskWebhook(address)).toBe('https://acme.bitrix24.com/rest/1/•••');
    expect(maskWebhook('http://127.0.0.1:8024/rest/7/code/')).toBe('http://127.0.0.1:8024/rest/7/•••');
  });

  it('hides all of what it does not understand', () => {
    expect(maskWebhook('acme/rest/1/abc123xyz')).toBe('•••');
  });
});

describe('portalName', () => {
  it('is the host, with the port of a local portal', () => {
    expect(portalName(parseWebhook(address))).toBe('acme.bitrix24.com');
    expect(portalName(parseWebhook('http://127.0.0.1:8024/rest/1/abc'))).toBe('127.0.0.1:8024');
  });
});
