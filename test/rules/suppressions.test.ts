import { describe, expect, it } from 'vitest';
import { countsOf, expectFix, expectProblems, problemsOf } from './marked.js';

const manifest = (line: string, comment: string, settings = '"CODES": {}') => `{
  "NAME": "n",
  "CODE": "c",
  "SETTINGS": {
    ${settings},
    "FORM_DATA": {
      ${comment}
      ${line}
    }
  }
}`;
const HTTP = '"ACTION_URI": "http://pay.shop.ru"';

describe('b24pay-ignore', () => {
  it.each([
    '// b24pay-ignore insecure-action-uri',
    '/* b24pay-ignore insecure-action-uri */',
    '// b24pay-ignore local-action-uri, insecure-action-uri',
    '//b24pay-ignore   insecure-action-uri   placeholder-action-uri',
    '/**\n * b24pay-ignore insecure-action-uri\n */',
    '// b24pay-ignore: insecure-action-uri',
    '// b24pay-ignore insecure-action-uri\n      // the provider has no other address',
    '// b24pay-ignore insecure-action-uri\n      /* the provider\n has no other */ // address',
    '/* b24pay-ignore insecure-action-uri */ // the provider has no other address',
    '// b24pay-ignore insecure-action-uri\n      // b24pay-ignore local-action-uri',
  ])('silences the line below: %s', (comment) => {
    expect(countsOf(manifest(HTTP, comment))['insecure-action-uri']).toBeUndefined();
  });

  it.each([
    '// b24pay-ignore insecure-action-uri\n',
    '// insecure-action-uri',
    '// b24pay-ignored insecure-action-uri',
    '// b24pay-ignore-file insecure-action-uri',
    '// do not use b24pay-ignore insecure-action-uri here',
    '// b24pay-ignore insecure-action-uri\n\n      // the provider has no other address',
    '// b24pay-ignore -- insecure-action-uri',
  ])('silences nothing else: %s', (comment) => {
    expect(countsOf(manifest(HTTP, comment))['insecure-action-uri']).toBe(1);
  });

  it.each([
    '-- there is no other address',
    '--there is no other',
    ': the provider-to-be has no other',
    'because test',
    '(local-action-uri is for tests)',
    '— there is no other',
    '# there is no other',
  ])('may give a reason: %s', (reason) => {
    const counts = countsOf(manifest(HTTP, `// b24pay-ignore insecure-action-uri ${reason}`));
    expect(counts).toEqual({});
  });

  it('takes a colon right behind the code for the start of a reason too', () => {
    expect(countsOf(manifest(HTTP, '// b24pay-ignore insecure-action-uri: there is no other'))).toEqual({});
  });

  it.each(['// see b24pay-ignore docs', '// b24pay-ignore-file insecure-action-uri', '/* b24pay-ignored */'])(
    'is not what only looks like it: %s',
    (comment) => {
      expect(countsOf(manifest('"ACTION_URI": "https://a.ru"', comment))).toEqual({});
    },
  );

  it('says nothing untrue of a comment that silences something', () => {
    const [problem] = expectProblems(
      'unknown-suppression',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri, ⟦code-nonsense⟧ -- why'),
    );
    expect(problem?.message).toBe('There is no rule code-nonsense to silence.');
  });

  it('keeps its reason when a code goes', () => {
    expectFix(
      'unused-suppression',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri, local-action-uri -- why'),
      'Remove local-action-uri',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri -- why'),
      false,
    );
  });

  it('cannot silence broken text', () => {
    expect(countsOf('{\n  // b24pay-ignore json-syntax\n  "A" 1\n}')['json-syntax']).toBe(1);
  });

  it('is a mistake itself when it silences nothing', () => {
    expectProblems(
      'unused-suppression',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri, ⟦local-action-uri⟧'),
      'information',
      'local-action-uri',
    );
    expectProblems(
      'unused-suppression',
      manifest('"ACTION_URI": "https://a.ru"', '// b24pay-ignore ⟦insecure-action-uri⟧'),
    );
  });

  it('is no mistake for a rule that is off', () => {
    const text = manifest('"ACTION_URI": "https://a.ru"', '// b24pay-ignore insecure-action-uri');
    expect(problemsOf(text, 'unused-suppression', { severities: { 'insecure-action-uri': 'off' } })).toEqual([]);
  });

  it('is a mistake when it names no rule', () => {
    expectProblems(
      'unknown-suppression',
      manifest(HTTP, '// b24pay-ignore ⟦insecure-action-url⟧'),
      'warning',
      'Did you mean insecure-action-uri?',
    );
    expectProblems('unknown-suppression', manifest(HTTP, '// ⟦b24pay-ignore⟧'), 'warning', 'names no rule');
    const before = manifest(HTTP, '// b24pay-ignore insecure-action-url');
    expectFix(
      'unknown-suppression',
      before,
      'Change to insecure-action-uri',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri'),
    );
    expectFix('unknown-suppression', before, 'Remove this comment', manifest(HTTP, ''), false);
  });

  it.each([
    ['local-action-uri insecure-action-uri', 'local-action-uri', 'insecure-action-uri'],
    ['insecure-action-uri, local-action-uri', 'local-action-uri', 'insecure-action-uri'],
    [
      'insecure-action-uri, placeholder-action-uri,  code-too-long',
      'placeholder-action-uri',
      'insecure-action-uri, code-too-long',
    ],
  ])('keeps the codes that silence something when another one goes: %s', (codes, useless, kept) => {
    const before = manifest(HTTP, `// b24pay-ignore ${codes}`);
    const after = manifest(HTTP, `// b24pay-ignore ${kept}`);
    expectFix('unused-suppression', before, `Remove ${useless}`, after, false);
  });

  it('goes when it is of no use', () => {
    const before = manifest('"ACTION_URI": "https://a.ru"', '// b24pay-ignore insecure-action-uri');
    expectFix('unused-suppression', before, 'Remove this comment', manifest('"ACTION_URI": "https://a.ru"', ''), false);
  });
});
