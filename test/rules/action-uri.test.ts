import { describe, expect, it } from 'vitest';
import { TEMPLATE_URI } from '../../schemas/template-uri.js';
import { judgeUri } from '../../server/rules/action-uri.js';
import { expectFix, expectNone, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inSettings, withUri } from './manifests.js';

describe('judgeUri', () => {
  it.each([
    ['https://pay.my-shop.ru/payment?x=1#y', ''],
    ['HTTPS://PAY.MY-SHOP.RU', ''],
    ['https://оплата.рф/путь', ''],
    ['https://8.8.8.8:8443/pay', ''],
    ['https://172.32.0.1/', ''],
    ['https://pay.shop.test/', ''],
    ['https://myexample.com/', ''],
    ['https://localhosting.ru/', ''],
    ['', 'invalid'],
    ['0', 'invalid'],
    ['   ', 'invalid'],
    ['/payment.php', 'invalid'],
    ['pay.my-shop.ru/payment', 'invalid'],
    ['//pay.my-shop.ru', 'invalid'],
    ['ftp://pay.my-shop.ru', 'invalid'],
    ['javascript:alert(1)', 'invalid'],
    ['https:/pay.my-shop.ru', 'invalid'],
    ['https://', 'invalid'],
    ['https://pay my-shop.ru', 'invalid'],
    ['https://pay.my-shop.ru:99999', 'invalid'],
    ['https://user:secret@pay.my-shop.ru', 'invalid'],
    ['https://user@pay.my-shop.ru', 'invalid'],
    ['https://user:x@localhost', 'invalid'],
    ['${BASE}/pay', 'invalid'],
    ['put_your_address_here', 'invalid'],
    ['https://example.com/payment_form.php', 'placeholder'],
    ['https://www.example.org', 'placeholder'],
    ['https://pay.EXAMPLE.net/', 'placeholder'],
    ['https://payment_service_url', 'placeholder'],
    ['https://my-shop.ru/put_your_handler_here', 'placeholder'],
    ['https://${HOST}/pay', 'placeholder'],
    ['https://{{ host }}/pay', 'placeholder'],
    ['https://my-shop.ru/{{path}}', 'placeholder'],
    ['http://example.com/payment_form.php', 'placeholder insecure'],
    ['http://${HOST}:8080/pay', 'placeholder insecure'],
    ['http://pay.my-shop.ru', 'insecure'],
    ['http://8.8.8.8/', 'insecure'],
    ['http://localhost:3000/pay', 'local'],
    ['http://localhost./pay', 'local'],
    ['https://shop.localhost', 'local'],
    ['http://127.0.0.1', 'local'],
    ['http://2130706433/', 'local'],
    ['http://[::1]:3000/', 'local'],
    ['http://[::ffff:127.0.0.1]/', 'local'],
    ['http://[fd00::1]/', 'local'],
    ['http://[fe80::1]/', 'local'],
    ['http://10.1.2.3/', 'local'],
    ['http://172.16.0.1/', 'local'],
    ['http://192.168.1.5/', 'local'],
    ['http://169.254.1.1/', 'local'],
    ['https://my-mac.local/', 'local'],
    ['https://d7a1-203-0-113-40.ngrok-free.app/pay', 'local'],
    ['https://abc.ngrok.io', 'local'],
    ['https://abc.loca.lt', 'local'],
    ['https://abc123-3000.euw.devtunnels.ms/pay', 'local'],
    ['https://abc.serveo.net', 'local'],
    ['https://abc.localhost.run', 'local'],
    ['https://d1a2.lhr.life/pay', 'local'],
    ['https://mydevtunnels.ms', ''],
    ['https://lhr.life.ru', ''],
    ['https://abc-def.trycloudflare.com', 'local'],
    ['http://localhost/${PATH}', 'placeholder local'],
    ['http://devbox:3000/pay', 'bare'],
    ['http://host.docker.internal/pay', 'local'],
    ['http://nas.lan/', 'local'],
    ['http://100.64.0.1/', 'local'],
    ['http://[::ffff:192.168.0.1]/', 'local'],
    ['http://[::ffff:8.8.8.8]/', 'insecure'],
    ['https://acme..ru/', 'invalid'],
    ['https://.../', 'invalid'],
    ['https://pay.example.com./', 'placeholder'],
  ])('%s: %s', (uri, mistakes) => {
    expect(judgeUri(uri, 'FORM_DATA').join(' ')).toBe(mistakes);
  });

  it("refuses ' only in a frame", () => {
    expect(judgeUri("https://a.ru/?x='1'", 'IFRAME_DATA')).toEqual(['invalid']);
    expect(judgeUri("https://a.ru/?x='1'", 'CHECKOUT_DATA')).toEqual([]);
  });
});

describe('an address that a browser would put right', () => {
  it.each([' https://a.ru/', 'https://a.ru/ ', 'https://a.ru/a\nb', 'https:///a.ru/'])('%j', (uri) => {
    expect(judgeUri(uri, 'CHECKOUT_DATA')).toEqual(['repaired']);
    expect(judgeUri(uri, 'FORM_DATA')).toEqual([]);
    expect(judgeUri(uri, 'IFRAME_DATA')).toEqual([]);
  });

  it('is not put right when the fields of a link are hung behind it', () => {
    expect(judgeUri('https://a.ru/pay\n', 'FORM_DATA', true)).toEqual(['repaired']);
    expect(judgeUri(' https://a.ru/pay', 'FORM_DATA', true)).toEqual([]);
  });
});

describe('invalid-action-uri', () => {
  it.each([
    ['FORM_DATA', '""', 'refuses'],
    ['CHECKOUT_DATA', '"/pay.php"', 'no absolute'],
    ['CHECKOUT_DATA', '"${URL}"', 'placeholder'],
    ['FORM_DATA', '"https://u:p@a.ru"', 'user name or password'],
    ['IFRAME_DATA', '"https://a.ru/\'"', '%27'],
  ])('reports in %s: %s', (mode, uri, words) => {
    const marked = withUri(`⟦${uri}⟧`, mode);
    expectProblems('invalid-action-uri', marked, 'error', words);
    expect(problemsOf(marked.replace(/[⟦⟧]/g, '')).map(({ code }) => code)).toEqual(['invalid-action-uri']);
  });

  it('only warns where it is not known that every portal fails', () => {
    expectProblems('invalid-action-uri', withUri('⟦"https://a.ru/ "⟧', 'CHECKOUT_DATA'), 'warning', 'a blank');
    const link = '"CODES": {}, "FORM_DATA": { "ACTION_URI": ⟦"https://a.ru/ "⟧, "METHOD": "GET" }';
    expectProblems('invalid-action-uri', inSettings(link), 'warning', 'in the middle');
  });

  it.each(['" https://a.ru/"', '"https://a.ru/\\n"', '"https:///a.ru/"', '"https://a.\\tru/"'])(
    'puts %s right',
    (uri) => {
      const [before, after] = [uri, '"https://a.ru/"'].map((text) => withUri(text, 'CHECKOUT_DATA'));
      expectFix('invalid-action-uri', before ?? '', 'Change to "https://a.ru/"', after ?? '');
    },
  );

  it('is silent on a sound address and on one of another type', () => {
    expectNone('invalid-action-uri', withUri('"https://a.ru"'));
    expectNone('invalid-action-uri', withUri('5'));
  });
});

describe('insecure-action-uri', () => {
  it.each([
    ['FORM_DATA', 'warning', 'warns the buyer'],
    ['CHECKOUT_DATA', 'warning', 'unencrypted'],
    ['IFRAME_DATA', 'error', 'sees nothing'],
  ] as const)('reports in %s: %s', (mode, severity, words) => {
    expectProblems('insecure-action-uri', withUri('⟦"http://pay.shop.ru"⟧', mode), severity, words);
  });

  it('speaks of the link where nothing is to be filled in', () => {
    expectProblems(
      'insecure-action-uri',
      inSettings('"CODES": {}, "FORM_DATA": { "ACTION_URI": ⟦"http://pay.shop.ru"⟧, "METHOD": "GET" }'),
      'warning',
      'The link',
    );
  });

  it('is silent on https and on this machine', () => {
    expectNone('insecure-action-uri', withUri('"https://pay.shop.ru"'));
    expectNone('insecure-action-uri', withUri('"http://localhost:3000"', 'IFRAME_DATA'));
  });

  it('changes the scheme and leaves the rest as it is written', () => {
    expectFix(
      'insecure-action-uri',
      withUri('"HTTP:\\/\\/a.ru\\/http:"'),
      'Change to https',
      withUri('"https:\\/\\/a.ru\\/http:"'),
    );
    expect(fixesOf('insecure-action-uri', withUri('"\\u0068ttp://a.ru"'))).toEqual([]);
  });

  it('leaves an address with a port to somebody who looks at it', () => {
    const fixOf = (port: string, preferred: boolean) => {
      const [before, after] = ['http', 'https'].map((scheme) => withUri(`"${scheme}://pay.shop.ru${port}/a"`));
      expectFix('insecure-action-uri', before ?? '', 'Change to https', after ?? '', preferred);
    };
    fixOf(':8080', false);
    const plain = ['"http:\\/\\/pay.shop.ru:80\\/a"', '"https:\\/\\/pay.shop.ru\\/a"'].map((uri) => withUri(uri));
    expectFix('insecure-action-uri', plain[0] ?? '', 'Change to https', plain[1] ?? '');
    fixOf('', true);
    const address = '[2001:db8::1]';
    expectFix(
      'insecure-action-uri',
      withUri(`"http://${address}/"`),
      'Change to https',
      withUri(`"https://${address}/"`),
    );
  });
});

describe('placeholder-action-uri', () => {
  it('reports documentation leftovers, beside insecure ones', () => {
    const marked = withUri('⟦"http://example.com/payment_form.php"⟧');
    expectProblems('placeholder-action-uri', marked, 'warning', 'no payment can arrive');
    expectProblems('insecure-action-uri', marked, 'warning');
  });

  it.each(['"https://{{DOMAIN}}/pay"', '"https://${HOST}/pay"'])('knows a variable in %s', (uri) => {
    expectProblems(
      'placeholder-action-uri',
      withUri(`⟦${uri}⟧`),
      'warning',
      'variable in this address was not filled in',
    );
  });

  it("hints at the template's address, and warns of it before a real portal gets it", () => {
    const marked = withUri(`⟦"${TEMPLATE_URI}"⟧`);
    expectProblems('placeholder-action-uri', marked, 'hint', 'address of the template');
    expect(problemsOf(marked.replace(/[⟦⟧]/g, ''), undefined, { target: 'real-portal' })).toMatchObject([
      { code: 'placeholder-action-uri', severity: 'warning' },
    ]);
  });

  it('is silent on real addresses and in a mode that is never used', () => {
    expectNone('placeholder-action-uri', withUri('"https://pay.shop.ru"'));
    expectNone('placeholder-action-uri', withUri(`"${TEMPLATE_URI}/mine"`));
    expectNone(
      'placeholder-action-uri',
      inSettings(
        `"CODES": {}, "FORM_DATA": { "ACTION_URI": "${TEMPLATE_URI}" }, "IFRAME_DATA": { "ACTION_URI": "https://a.ru" }`,
      ),
    );
    expectNone(
      'placeholder-action-uri',
      inSettings(
        '"CODES": {}, "FORM_DATA": { "ACTION_URI": "https://example.com" }, "IFRAME_DATA": { "ACTION_URI": "https://a.ru" }',
      ),
    );
  });
});

describe('local-action-uri', () => {
  it('is a note, and an error in front of a real portal', () => {
    const marked = withUri('⟦"http://localhost:3000/pay"⟧');
    expectProblems('local-action-uri', marked, 'information', 'local portal');
    expect(problemsOf(marked.replace(/[⟦⟧]/g, ''), undefined, { target: 'real-portal' })).toMatchObject([
      { code: 'local-action-uri', severity: 'error' },
    ]);
  });

  it('stays a note on a name that a portal in the same network may know', () => {
    const marked = withUri('⟦"http://devbox:3000/pay"⟧');
    expectProblems('local-action-uri', marked, 'information', 'without a dot');
    expect(problemsOf(marked.replace(/[⟦⟧]/g, ''), undefined, { target: 'real-portal' })).toMatchObject([
      { code: 'local-action-uri', severity: 'information' },
    ]);
  });

  it('is silent on public addresses', () => {
    expectNone('local-action-uri', withUri('"https://pay.shop.ru"'));
  });
});
