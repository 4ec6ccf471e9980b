/** A manifest that is edited knows of itself what one that is opened anew knows. */
import { expect, it } from 'vitest';
import { OpenManifests } from '../../server/lsp/documents.js';
import { parseManifest } from '../../server/document/parse.js';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { randomFrom } from '../document/random.js';

const uri = 'file:///payments/shop.b24pay.json';
const START = '{\n  "a": "b",\n  "c": { "a": "x", "b": ["a"] },\n  "d"\n  : 1, "e": "a"\n\n}';
const PIECES = [
  'a',
  'b',
  '"',
  '\\',
  ':',
  ',',
  '{',
  '}',
  '[',
  ']',
  ' ',
  '\n',
  '1',
  '"a": 1,',
  '"c":',
  '//',
  '/* a */',
] as const;

it('also after any small change of any line', () => {
  let repeated = 0;
  let keptKeys = 0;
  for (let seed = 1; seed <= 4000; seed++) {
    const random = randomFrom(seed);
    const manifests = new OpenManifests();
    const open = manifests.open({ textDocument: { uri, languageId: LANGUAGE_ID, version: 1, text: START } });
    for (let version = 2; version < 8; version++) {
      const before = open?.manifest;
      const lines = (before?.text ?? '').split('\n');
      const line = random.below(lines.length);
      const from = random.below((lines[line]?.length ?? 0) + 1);
      const to = Math.min(from + random.below(3), lines[line]?.length ?? 0);
      const range = { start: { line, character: from }, end: { line, character: to } };
      manifests.change({
        textDocument: { uri, version },
        contentChanges: [{ range, text: random.chance(0.3) ? '' : random.pick(PIECES) }],
      });
      const edited = open?.manifest;
      const anew = parseManifest(edited?.text ?? '');
      expect(edited?.hasRepeatedKeys, `${seed}: ${edited?.text}`).toBe(anew.hasRepeatedKeys);
      expect(edited?.syntaxProblems).toEqual(anew.syntaxProblems);
      if (anew.hasRepeatedKeys) repeated++;
      if (edited?.isPlain && !anew.hasRepeatedKeys) keptKeys++;
    }
  }
  // Both outcomes are met often enough to mean something.
  expect(repeated).toBeGreaterThan(50);
  expect(keptKeys).toBeGreaterThan(1000);
});
