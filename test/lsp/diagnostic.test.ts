import { expect, test } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { toDiagnostics } from '../../server/lsp/diagnostic.js';
import type { Problem } from '../../server/rules/problem.js';

const text = parseManifest('{\n  "A": 1,\n  "B": 2\n}', 'file:///a.b24pay.json', 1);
const other = { start: { line: 3, character: 1 }, end: { line: 3, character: 4 } };
const problem: Problem = {
  code: 'unused-code',
  severity: 'hint',
  message: 'Text',
  span: { start: 4, end: 7 },
  path: ['A'],
  unnecessary: true,
  data: { name: 'A' },
  related: [
    { message: 'here', span: { start: 14, end: 17 } },
    { message: 'there', uri: 'file:///b.b24pay.json', range: other },
  ],
};

test('a problem with everything', () => {
  expect(toDiagnostics([problem], text, true)).toEqual([
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
      severity: 4,
      code: 'unused-code',
      codeDescription: { href: expect.stringMatching(/\/unused-code\.md$/) as string },
      source: 'b24pay',
      message: 'Text',
      tags: [1],
      data: { name: 'A' },
      relatedInformation: [
        {
          location: { uri: text.uri, range: { start: { line: 2, character: 2 }, end: { line: 2, character: 5 } } },
          message: 'here',
        },
        { location: { uri: 'file:///b.b24pay.json', range: other }, message: 'there' },
      ],
    },
  ]);
});

test('related places are left out for editors that do not show them', () => {
  expect(toDiagnostics([problem], text, false)[0]).not.toHaveProperty('relatedInformation');
});

test('the severities of the protocol', () => {
  const severities = (['error', 'warning', 'information', 'hint'] as const).map((severity) => ({
    ...problem,
    severity,
  }));
  expect(toDiagnostics(severities, text, false).map(({ severity }) => severity)).toEqual([1, 2, 3, 4]);
});
