/**
 * For translators: says what a bundle lacks and what it no longer needs.
 *   tsx scripts/l10n/report.ts          missing and unused texts of every language
 *   tsx scripts/l10n/report.ts --all    every text with the places that show it
 */
import process from 'node:process';
import { bundleOf, LANGUAGES } from './bundles.js';
import { collectKeys } from './keys.js';

const { places, unknown, gone, early } = collectKeys();
const print = (title: string, lines: readonly string[]) => {
  console.log(`${title}: ${lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
};

if (process.argv.includes('--all')) {
  for (const [text, shownAt] of places) console.log(`${JSON.stringify(text)}\n    ${shownAt.join('\n    ')}`);
}
print('Calls without a known text', unknown);
print('Known calls that are gone', gone);
print('Calls that run before the language is known', early);
for (const language of LANGUAGES) {
  const bundle = bundleOf(language);
  const missing = [...places].filter(([text]) => !Object.hasOwn(bundle, text));
  print(
    `Missing in ${language}`,
    missing.map(([text, [place]]) => `${JSON.stringify(text)}  (${place ?? ''})`),
  );
  print(
    `Unused in ${language}`,
    Object.keys(bundle).filter((text) => !places.has(text)),
  );
}
