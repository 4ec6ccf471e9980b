/** Secrets in the log: what is shown of an exchange, and what never gets into it. */
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../portal/local/exchange/exchange.js';
import { masked, maskedMessage } from '../../../../portal/local/exchange/mask.js';
import { restExchange } from '../../../../portal/local/exchange/rest-exchange.js';
import { secretFieldNames } from '../../../../portal/local/exchange/secret-fields.js';
import { stateWith } from '../pay/state.js';
import { always, serve } from './endpoint.js';
import { checkout, worldWith } from './world.js';

const SECRET = 's3cr3t &"value"';
const CODES = {
  API_SECRET: { NAME: 'Any', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: SECRET } },
  OTHER: { NAME: 'Секретный ключ', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'abc' } },
  LIVE: { NAME: 'Account', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'sk_live_1234567890' } },
  SUM: { NAME: 'Sum', DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
};
const FIELDS = { a: { CODE: 'API_SECRET' }, b: { CODE: 'OTHER' }, c: { CODE: 'LIVE' }, d: { CODE: 'SUM' } };

describe('fields with secrets', () => {
  it('are those of codes that look like one, by name, label or value', () => {
    const state = stateWith({ CODES, CHECKOUT_DATA: { FIELDS }, FORM_DATA: { PARAMS: { p: 'API_SECRET', q: 'SUM' } } });
    expect(secretFieldNames(state, 7n)).toEqual(['a', 'b', 'c', 'p']);
    expect(secretFieldNames(state, 8n)).toEqual([]);
  });
});

describe('a checkout in the log', () => {
  it('is sent with its secrets and shown without them, wherever the endpoint repeats them', async () => {
    const headers = { 'x-key': encodeURIComponent(SECRET) };
    const { url, got } = await serve(always(400, { PAYMENT_ERRORS: [`Bad key ${SECRET}`] }, headers));
    const world = worldWith({ CODES, CHECKOUT_DATA: { ACTION_URI: url, FIELDS } });
    const { exchange } = await checkout(world);
    expect(new URLSearchParams(got[0]?.body).get('a')).toBe(SECRET);
    const shown = masked(exchange);
    expect(JSON.stringify(shown)).not.toMatch(/s3cr3t|sk_live|b=abc/);
    expect(shown.request.body).toMatch(/^a=•••&b=•••&c=•••&d=1990&BX_SYSTEM_PARAMS%5BRETURN_URL%5D=/);
    expect(shown.response?.body).toBe('{"PAYMENT_ERRORS":["Bad key •••"]}');
    expect(exchange.request.body).toContain('s3cr3t');
  });
});

describe('a value that comes back', () => {
  const value = 'Ключ/of "the" shop';

  /** What the log shows of a body that an endpoint sent. */
  async function shownOf(body: string, key = value): Promise<Exchange> {
    const { url } = await serve(always(200, body));
    const CODES = { API_KEY: { DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: key } } };
    const world = worldWith({ CODES, CHECKOUT_DATA: { ACTION_URI: url, FIELDS: { key: { CODE: 'API_KEY' } } } });
    return masked((await checkout(world)).exchange);
  }

  it.each([
    ['as it is', value],
    ['in a query', encodeURIComponent(value)],
    ['in a form', new URLSearchParams([['', value]]).toString().slice(1)],
    ['in a form, in small letters', new URLSearchParams([['', value]]).toString().slice(1).toLowerCase()],
    ['in JSON', 'Ключ/of \\"the\\" shop'],
    ['in the JSON of PHP', '\\u041a\\u043b\\u044e\\u0447\\/of \\"the\\" shop'],
    ['in the JSON of PHP, letters as they are', 'Ключ\\/of \\"the\\" shop'],
    ['in HTML', 'Ключ/of &quot;the&quot; shop'],
  ])('is hidden %s', async (_, spelling) => {
    expect((await shownOf(`<${spelling}>`)).response?.body).toBe('<•••>');
  });

  it('is hidden in the sentence about it', async () => {
    expect((await shownOf('{"PAYMENT_ERRORS":["Bad key 1234"]}', '1234')).judgement?.buyerSees).toBe(
      'The buyer reads "Bad key •••".',
    );
  });

  it('is hidden where the sentence quotes its beginning only', async () => {
    const shown = await shownOf('The key is wrong: abcdefgh-0123456789-abcdefgh', 'abcdefgh-0123456789-abcdefgh');
    expect(shown.judgement?.reason).toBe('The answer is not JSON; it begins with "The key is wrong: •••"….');
  });

  it('is left where it is too short to be told from other text', async () => {
    expect((await shownOf('abc', 'abc')).response?.body).toBe('abc');
    expect((await shownOf('abc', 'abc')).request.body).toMatch(/^key=•••&/);
  });
});

const payment = (more: Partial<Exchange>): Exchange => ({
  number: 1,
  at: '2026-11-24T12:00:00.000Z',
  kind: 'form',
  request: { method: 'GET', url: 'https://shop.test/', headers: [], body: '' },
  response: null,
  milliseconds: 1,
  secretNames: ['key'],
  ...more,
});

describe('other exchanges of a payment', () => {
  const request = { method: 'GET', url: "https://shop.test/?a=1&key=$%26'xyz&b=2#c", headers: [], body: '' };

  it('hide a value in the query', () => {
    expect(masked(payment({ request })).request.url).toBe('https://shop.test/?a=1&key=•••&b=2#c');
  });

  it('hide it where a redirect repeats it', () => {
    const hop = { ...request, url: "https://bank.test/$&'xyz" };
    const { followed } = masked(payment({ request, followed: [{ request: hop, response: null, milliseconds: 1 }] }));
    expect(followed?.[0]?.request.url).toBe('https://bank.test/•••');
  });

  it('hide it in what a frame is posted', () => {
    const frame = { loads: 1, foreignOrigins: [], message: '{"key":"xyz","sum":5}' };
    expect(masked(payment({ frame })).frame?.message).toBe('{"key":"•••","sum":5}');
  });

  it('show a message that is no JSON as it is', () => {
    const frame = { loads: 1, foreignOrigins: [], message: 'key' };
    expect(masked(payment({ frame })).frame?.message).toBe('key');
    expect(maskedMessage('{"key":"xyz"}')).toBe('{"key":"xyz"}');
  });

  it('are not written anew without secrets', () => {
    const body = 'a=%zz&b=+&&c';
    const exchange = payment({ request: { ...request, url: 'https://shop.test/?x=%zz&y', body } });
    expect(masked(exchange)).toEqual(exchange);
  });
});

describe('a call to the portal', () => {
  const recorded = (more: { url?: string; body?: string; answer?: string; headers?: [string, string][] }) =>
    restExchange({
      at: '2026-11-24T12:00:00.000Z',
      method: 'POST',
      url: 'http://127.0.0.1:1/rest/profile',
      headers: [],
      body: '',
      status: 200,
      answer: '',
      milliseconds: 1.6,
      ...more,
    });

  it('never keeps what lets its reader in', () => {
    const multipart = '--x\r\nContent-Disposition: form-data; name="auth"\r\n\r\ntok.en\r\n--x--';
    const texts = [
      recorded({ url: 'http://127.0.0.1:1/rest/1/tok.en/profile?auth=tok.en&a=1' }),
      recorded({
        headers: [
          ['Authorization', 'Bearer tok.en'],
          ['cookie', 'tok.en'],
        ],
      }),
      recorded({ body: 'a=1&auth=tok.en' }),
      recorded({ body: '{"auth" : "tok.en\\"x"}' }),
      recorded({ body: multipart }),
      recorded({ body: '{"cmd":{"a":"profile?auth=tok.en","b":"scope?a=1&auth=tok.en"}}' }),
      recorded({ body: 'cmd[a]=profile%3Fauth%3Dtok.en&cmd[b]=scope%3Fa%3D1%26auth%3Dtok.en%26b%3D1' }),
    ].map((entry) => JSON.stringify(entry));
    for (const text of texts) expect(text).not.toContain('tok.en');
    expect(texts.join('\n')).toContain('/rest/1/•••/profile?auth=•••&a=1');
  });

  const shown = (more: Parameters<typeof recorded>[0]) => masked({ ...recorded(more), number: 1 });

  it.each([
    ['{"result":{"API_KEY":"abc","SHOP":"1"}}', '{"result":{"API_KEY":"•••","SHOP":"1"}}'],
    [
      '{"result":{"API_KEY":{"TYPE":"VALUE","VALUE":"abc"},"NO_KEY":{"TYPE":null,"VALUE":null}}}',
      '{"result":{"API_KEY":{"TYPE":"VALUE","VALUE":"•••"},"NO_KEY":{"TYPE":null,"VALUE":null}}}',
    ],
    [
      '{"CODES":{"API_KEY":{"NAME":"Key","DEFAULT":{"PROVIDER_KEY":"VALUE","PROVIDER_VALUE":"abc"}}}}',
      '{"CODES":{"API_KEY":{"NAME":"Key","DEFAULT":{"PROVIDER_KEY":"VALUE","PROVIDER_VALUE":"•••"}}}}',
    ],
    ['{"result":["sk_live_1234567890"]}', '{"result":["•••"]}'],
    [
      '<response><API_KEY>abc</API_KEY><SHOP>1</SHOP></response>',
      '<response><API_KEY>•••</API_KEY><SHOP>1</SHOP></response>',
    ],
    [
      '<SECRET_KEY><TYPE>VALUE</TYPE><VALUE>abc</VALUE></SECRET_KEY><SHOP><TYPE>VALUE</TYPE><VALUE>1</VALUE></SHOP>',
      '<SECRET_KEY><TYPE>VALUE</TYPE><VALUE>•••</VALUE></SECRET_KEY><SHOP><TYPE>VALUE</TYPE><VALUE>1</VALUE></SHOP>',
    ],
    ['<API_KEY><item>abc</item><item>d</item></API_KEY>', '<API_KEY><item>•••</item><item>•••</item></API_KEY>'],
    ['<item>sk_live_1234567890</item>', '<item>•••</item>'],
    ['<API_KEY><VALUE>abc', '<API_KEY><VALUE>•••'],
    ['{"result": 1.0, "id": 12345678901234567890}', '{"result": 1.0, "id": 12345678901234567890}'],
    ['{"result":', '{"result":'],
  ])('hides the settings in the answer %s', (answer, expected) => {
    expect(shown({ answer }).response?.body).toBe(expected);
  });

  it.each([
    [
      '{"SETTINGS":{"API_KEY":{"TYPE":"VALUE","VALUE":"abc"}}}',
      '{"SETTINGS":{"API_KEY":{"TYPE":"VALUE","VALUE":"•••"}}}',
    ],
    [
      'ID=1&SETTINGS[API_KEY][TYPE]=VALUE&SETTINGS[API_KEY][VALUE]=abc',
      'ID=1&SETTINGS[API_KEY][TYPE]=VALUE&SETTINGS[API_KEY][VALUE]=•••',
    ],
    [
      'SETTINGS[PUBLIC_URL][CODES][API_KEY][DEFAULT][PROVIDER_VALUE]=abc',
      'SETTINGS[PUBLIC_URL][CODES][API_KEY][DEFAULT][PROVIDER_VALUE]=•••',
    ],
    [
      '{"cmd":{"a":"sale.paysystem.settings.update?SETTINGS[API_KEY][VALUE]=abc&ID=1"}}',
      '{"cmd":{"a":"sale.paysystem.settings.update?SETTINGS[API_KEY][VALUE]=•••&ID=1"}}',
    ],
    [
      '--x\r\nContent-Disposition: form-data; name="SETTINGS[API_KEY][VALUE]"\r\n\r\nabc\r\n--x--\r\n',
      '--x\r\nContent-Disposition: form-data; name="SETTINGS[API_KEY][VALUE]"\r\n\r\n•••\r\n--x--\r\n',
    ],
    ['SETTINGS[API_KEY][]=abc&SETTINGS[API_KEY][1]=d', 'SETTINGS[API_KEY][]=•••&SETTINGS[API_KEY][1]=•••'],
    ['cmd[a]=profile%3Fkey%3Dabc', 'cmd[a]=profile%3Fkey%3D%E2%80%A2%E2%80%A2%E2%80%A2'],
  ])('hides the settings in the request %s', (body, expected) => {
    expect(shown({ body }).request.body).toBe(expected);
  });

  it.each([
    [
      '{"ID":1,"SETTINGS":{"SECRET_KEY":{"TYPE":"VALUE","VALUE":"abc"}}',
      '{"ID":1,"SETTINGS":{"SECRET_KEY":{"TYPE":"VALUE","VALUE":"•••"}}',
    ],
    ['"SETTINGS":{"ID":1,"SECRET_KEY":{"VALUE":"abc"}}', '"SETTINGS":{"ID":1,"SECRET_KEY":{"VALUE":"•••"}}'],
    ['{"API_KEY":"TYPE":"VALUE","VALUE":"abc"}', '{"API_KEY":"•••":"VALUE","VALUE":"•••"}'],
    ['{"DEFAULT":{"PROVIDER_VALUE":"a\\"b"},}', '{"DEFAULT":{"PROVIDER_VALUE":"•••"},}'],
    ['{"A":"x, "API_KEY":"abc"}', '{"A":"x, "API_KEY":"•••"}'],
    ['{"API_KEY:"abc","B":1', '{"API_KEY:"•••","B":1'],
    ['{"API_KEY":"abc, "B":1', '{"API_KEY":"•••"B":1'],
    ['{"API_KEY":abc,"B":1', '{"API_KEY":"•••","B":1'],
    ["{'API_KEY' => 'abc', B: 1", `{'API_KEY' => "•••", B: 1`],
    ['{"PRIVATE_KEY":"line one\nline two"}', '{"PRIVATE_KEY":"•••"}'],
    ['{"API_KEY":["abc","d"],"B":1', '{"API_KEY":"•••","B":1'],
    ['{"x":"{\\"API_KEY\\":\\"abc\\"}"', '{"x":"{\\"API_KEY\\":"•••"}"'],
    ['{"a":"sk_live_1234567890"', '{"a":"•••"'],
    ['{"a":"-----BEGIN PRIVATE KEY-----\nabc', '{"a":"•••'],
    ['{"API_KEY":"a"API_KEY":"abc",', '{"API_KEY":"•••"API_KEY":"•••",'],
    ['{"API_KEY":null,"TOKEN":"","a":"x:y"', '{"API_KEY":null,"TOKEN":"","a":"x:y"'],
    ['a=http://x.test/&b=c:d', 'a=http://x.test/&b=c:d'],
  ])('hides the settings in broken JSON %s', (body, expected) => {
    expect(shown({ body }).request.body).toBe(expected);
    expect(shown({ answer: body }).response?.body).toBe(expected);
  });

  it('hides the settings in JSON that is nested too deeply', () => {
    const nested = (value: string) => `${'['.repeat(100_000)}{"API_KEY":"${value}"}${']'.repeat(100_000)}`;
    expect(shown({ body: nested('abc') }).request.body).toBe(nested('•••'));
  });

  it('hides the settings in a form that was cut', () => {
    const body = '--x\r\nContent-Disposition: form-data; name="SETTINGS[API_KEY][VALUE]"\r\n\r\nabc';
    expect(shown({ body }).request.body).toBe(body.replace('abc', '•••'));
  });

  it('hides the settings in the address', () => {
    const url = 'http://127.0.0.1:1/rest/1/c/sale.paysystem.settings.update?SETTINGS[API_KEY][VALUE]=abc';
    expect(shown({ url }).request.url).toBe(
      'http://127.0.0.1:1/rest/1/•••/sale.paysystem.settings.update?SETTINGS[API_KEY][VALUE]=•••',
    );
  });
});
