import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { countsOf, expectFix, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inForm, SOUND } from './manifests.js';

const bodies = JSON.parse(readFileSync(new URL('../fixtures/docs-curl-bodies.json', import.meta.url), 'utf8')) as {
  body: string;
}[];

const TITLE = 'Keep only the body';
const MESSAGE = 'Only the JSON body of a request belongs here, not the curl command around it.';
const ADDRESS = 'https://my.bitrix24.com/rest/1/**key**/sale.paysystem.handler.add';
const HEADER = '-H "Content-Type: application/json"';
const LINE = JSON.stringify(JSON.parse(SOUND));

/** The commands of the documentation, in one line and in several. */
const ways: [string, (body: string) => string][] = [
  ['in one line', (body) => `curl -X POST ${HEADER} -d '${body}' ${ADDRESS}`],
  [
    'in several lines',
    (body) => `curl -X POST \\\n  ${HEADER} \\\n  -H "Accept: x" \\\n  -d '${body}' \\\n  ${ADDRESS}\n`,
  ],
  ['with the body last', (body) => `curl ${ADDRESS} --data-raw '${body}'\n`],
  ['with a prompt', (body) => `$ curl.exe --json='${body}' ${ADDRESS}`],
];

describe('a pasted curl command', () => {
  it.each(ways)('%s is one mistake, and the rules read its body', (_what, command) => {
    for (const body of [SOUND.trim(), LINE]) {
      expect(countsOf(command(body))).toEqual({ 'json-syntax': 1 });
      expectProblems('json-syntax', command(body).replace(/^(?:\$ )?curl(?:\.exe)?/, '⟦$&⟧'), 'error', MESSAGE);
      expectFix('json-syntax', command(body), TITLE, `${body}\n`);
    }
    const text = command(inForm('"FIELDS": { "a": { "CODE": "a" } }', '"A": { "NAME": "x" }'));
    expectProblems('undefined-code', text.replace('"a" } }', '⟦"a"⟧ } }'), 'error');
    expectFix('undefined-code', text, 'Change to A', text.replace('"a" } }', '"A" } }'));
  });

  it('has its body in the quotes of a shell', () => {
    expectFix('json-syntax', `curl -d '{ "A": "it'\\''s" }' ${ADDRESS}`, TITLE, '{ "A": "it\'s" }\n');
    expectFix('json-syntax', `curl -d "{\\"A\\": \\"b \\\\n c\\"}" ${ADDRESS}`, TITLE, '{"A": "b \\n c"}\n');
  });

  it('is told beside the mistakes of its body, such as the brace that those of the documentation lack', () => {
    for (const { body } of bodies) {
      const text = `curl -X POST ${HEADER} -d '${body}' ${ADDRESS}`;
      const problems = problemsOf(text, 'json-syntax');
      const own = problemsOf(body, 'json-syntax');
      expect(problems.map(({ message }) => message).slice(1)).toEqual(own.map(({ message }) => message));
      const healed = parseManifest(applyEdits(text, fixesOf('json-syntax', text)[0]?.edits ?? []));
      expect(healed.text.trimEnd()).toBe(body);
    }
    expectProblems('json-syntax', `⟦curl⟧ -d '{ "A": ⟦1⟧' ${ADDRESS}`, 'error');
  });

  it.each([`curl -d 'NAME=a' ${ADDRESS}`, `curl ${ADDRESS}`, `curl -d "{"A": 1}" ${ADDRESS}`, 'curly { "A": 1 }'])(
    'is not seen in %s',
    (text) => {
      for (const { message } of problemsOf(text, 'json-syntax')) expect(message).not.toContain(MESSAGE);
    },
  );
});
