/**
 * Registry + written pages → docs/rules/*.md, and the settings `b24pay.rules.<code>` with their titles.
 * Usage: tsx scripts/rule-docs/generate.ts [OUT_DIR]: into OUT_DIR instead of the project, to compare.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { isObject, type JsonObject } from '../../schemas/record.js';
import { RULES } from '../../server/rules/registry.js';
import { root } from '../project.mjs';
import { pageOf } from './pages.js';
import { README, renderPage, withTable } from './render.js';
import { withRuleSettings, withRuleTitles } from './settings-schema.js';

const DOCS = 'docs/rules';

function readJson(file: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
  if (!isObject(value)) throw new Error(`${file} holds no object`);
  return value;
}

/** Markdown in the layout of the project. */
const laidOut = (text: string): Promise<string> =>
  format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve', embeddedLanguageFormatting: 'off' });

/** Everything that is generated: file name in the project → text. */
async function generated(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const rule of RULES) files.set(`${DOCS}/${rule.code}.md`, await laidOut(renderPage(rule, pageOf(rule.code))));
  const index = join(root, DOCS, 'README.md');
  const present = existsSync(index) ? readFileSync(index, 'utf8') : README;
  files.set(`${DOCS}/README.md`, await laidOut(withTable(present, RULES)));

  const json = (value: JsonObject): string => `${JSON.stringify(value, null, 2)}\n`;
  files.set('package.json', json(withRuleSettings(readJson('package.json'), RULES)));
  files.set('package.nls.json', json(withRuleTitles(readJson('package.nls.json'), RULES, (title) => title)));
  for (const file of readdirSync(root).filter((name) => /^package\.nls\.[\w-]+\.json$/.test(name))) {
    const bundle = readJson(`l10n/bundle.l10n.${file.split('.')[2] ?? ''}.json`);
    const translate = (title: string): string | undefined => {
      const text = bundle[title];
      return typeof text === 'string' ? text : undefined;
    };
    files.set(file, json(withRuleTitles(readJson(file), RULES, translate)));
  }
  return files;
}

async function main(out: string | undefined): Promise<void> {
  const files = await generated();
  mkdirSync(join(out ?? root, DOCS), { recursive: true });
  for (const [file, text] of files) writeFileSync(join(out ?? root, file), text);
  if (out !== undefined) return;
  // Pages of rules that are no more.
  const stale = readdirSync(join(root, DOCS)).filter((name) => !files.has(`${DOCS}/${name}`));
  for (const name of stale) rmSync(join(root, DOCS, name));
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
