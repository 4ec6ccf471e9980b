/** The command for a shell: a real one takes it apart. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlCommand, hasCurlCommand } from '../../../../portal/local/exchange/curl.js';
import type { SentRequest } from '../../../../portal/local/exchange/exchange.js';

const isPosix = process.platform !== 'win32';

/** The arguments as curl would get them, from a function of that name. */
function argumentsOf(request: SentRequest): string[] {
  const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${curlCommand(request)}\n`;
  return execFileSync('sh', ['-s'], { input: script, encoding: 'utf8' }).split('\0').slice(0, -1);
}

const request = (more: Partial<SentRequest>): SentRequest => ({
  method: 'POST',
  url: 'https://shop.test/pay',
  headers: [],
  body: '',
  ...more,
});

describe.runIf(isPosix)('a curl command', () => {
  const nasty = `it's 'not' "$HOME" \`id\` $(id) \\ ; & | > * ? [a] {b} ! # ~ %41 \u00e9 😀`;

  it('sends the same body, headers and address', () => {
    const headers = [
      ['Host', 'shop.test'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Content-Length', '3'],
      ['X-Note', nasty],
      ['Connection', 'close'],
    ] as const;
    expect(argumentsOf(request({ headers, body: `@a=${nasty}\nb`, url: `https://shop.test/?q=${nasty}` }))).toEqual([
      '--include',
      '--globoff',
      '--proto',
      '=http,https',
      '--header',
      'Content-Type: application/x-www-form-urlencoded',
      '--header',
      `X-Note: ${nasty}`,
      '--data-raw',
      `@a=${nasty}\nb`,
      '--url',
      `https://shop.test/?q=${nasty}`,
    ]);
  });

  it.each<[Partial<SentRequest>, string[]]>([
    [{ method: 'GET' }, []],
    [{ method: 'POST' }, ['--request', 'POST']],
    [{ method: 'PUT', body: 'a' }, ['--request', 'PUT', '--data-raw', 'a']],
    [{ method: 'POST', body: 'a' }, ['--data-raw', 'a']],
  ])('names the method when curl would take another: %j', (more, expected) => {
    expect(argumentsOf(request(more)).slice(4, -2)).toEqual(expected);
  });
});

describe('a request', () => {
  it.each(['https://shop.test/', 'http://127.0.0.1:1/a?b', 'HTTPS://shop.test'])('has a command for %s', (url) => {
    expect(hasCurlCommand(request({ url }))).toBe(true);
  });

  it.each([
    'file:///etc/passwd',
    ' file:///etc/passwd',
    'fi\tle:///a',
    'ftp://a/',
    'scp://a/',
    'shop.test',
    '/pay',
    '',
  ])('has none for %j', (url) => {
    expect(hasCurlCommand(request({ url }))).toBe(false);
  });
});
