/** What we call a refusal is what the portal's own checks refuse; and what it cannot keep or read. */
import { expect, it } from 'vitest';
import { checkAdded } from '../../portal/local/methods/handler-checks.js';
import { decodeJson } from '../../portal/local/php/json-decode.js';
import { isArray } from '../../portal/local/php/value.js';
import { checkManifest } from '../../server/check.js';
import { parseManifest } from '../../server/document/parse.js';
import { isRefusal } from '../../server/rules/refusal.js';
import { randomFrom } from '../document/random.js';
import { inForm, SOUND } from './manifests.js';
import { brokenManifest } from './mutate.js';

/** Rules about what newer portals refuse and older ones cut or keep. */
const OF_COLUMNS = ['empty-name', 'empty-code', 'name-too-long', 'code-too-long', 'settings-too-large'];

function isRefused(manifest: unknown): boolean {
  const parameters = decodeJson(JSON.stringify(manifest));
  if (!isArray(parameters)) return true;
  try {
    checkAdded(parameters);
    return false;
  } catch {
    return true;
  }
}

const reasonsOf = (text: string): string[] => {
  const document = parseManifest(text);
  const refusals = checkManifest(document).filter((problem) => isRefusal(problem, document.value));
  return refusals.map(({ code }) => code);
};

it('is the same for us and for a portal', () => {
  const counts = { refused: 0, taken: 0 };
  for (let seed = 1; seed <= 1000; seed++) {
    const broken = brokenManifest([JSON.parse(SOUND), JSON.parse(inForm('"FIELDS": {}'))], randomFrom(seed));
    const text = seed % 5 === 0 ? broken.replace('"CODES"', '"codes"') : broken;
    const document = parseManifest(text);
    if (document.syntaxProblems.length > 0) continue;
    const refused = isRefused(document.manifest);
    expect(
      reasonsOf(text).some((code) => !OF_COLUMNS.includes(code)),
      text,
    ).toBe(refused);
    counts[refused ? 'refused' : 'taken']++;
  }
  expect(Math.min(counts.refused, counts.taken)).toBeGreaterThan(100);
});

it.each([
  ['json-syntax', SOUND.slice(0, -2)],
  ['empty-name', SOUND.replace('"Shop"', '" "')],
  ['code-too-long', SOUND.replace('"shop"', `"${'x'.repeat(51)}"`)],
])('%s is one too', (code, text) => {
  expect(reasonsOf(text)).toContain(code);
});
