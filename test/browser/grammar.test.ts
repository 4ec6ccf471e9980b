/** The grammar, read by VS Code's own engine together with VS Code's JSON grammar: both come with the host. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hostDir, vscodeDir } from '../vscode/host/location.mjs';

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}
interface Grammar {
  tokenizeLine(line: string, stack: unknown): { readonly tokens: readonly Token[]; readonly ruleStack: unknown };
}
/** What is used of vscode-textmate and vscode-oniguruma. */
interface Textmate {
  readonly INITIAL: unknown;
  parseRawGrammar(content: string, file: string): unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar | null> };
}
interface Oniguruma {
  loadWASM(data: ArrayBufferLike): Promise<void>;
  createOnigScanner(patterns: string[]): unknown;
  createOnigString(text: string): unknown;
}

const load = createRequire(path.join(hostDir, 'package.json'));
const OURS = 'source.json.bitrix24-payment-handler';
const files: Readonly<Record<string, string>> = {
  [OURS]: 'syntaxes/bitrix24-payment-handler.tmLanguage.json',
  'source.json': path.join(vscodeDir, 'extensions/json/syntaxes/JSON.tmLanguage.json'),
};

async function grammar(): Promise<{ grammar: Grammar; initial: unknown }> {
  const textmate = load('vscode-textmate') as Textmate;
  const oniguruma = load('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text: string) => oniguruma.createOnigString(text),
    }),
    loadGrammar: (scope: string) => {
      const file = files[scope];
      return Promise.resolve(file ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null);
    },
  });
  const loaded = await registry.loadGrammar(OURS);
  if (loaded === null) throw new Error('The grammar did not load');
  return { grammar: loaded, initial: textmate.INITIAL };
}

test('keys, values and comments are told apart, and all of it is a manifest', async () => {
  const { grammar: ours, initial } = await grammar();
  const lines = ['{ // why', '  "SORT": 100, /* here */ "NAME": "Shop",', '}'];
  const scopes = new Map<string, readonly string[]>();
  let stack = initial;
  for (const line of lines) {
    const { tokens, ruleStack } = ours.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const token of tokens) scopes.set(line.slice(token.startIndex, token.endIndex), token.scopes);
  }
  const innermost = (text: string) => scopes.get(text)?.at(-1);
  expect(scopes.get('SORT')?.[0]).toBe(OURS);
  expect(scopes.get('SORT')).toContain('support.type.property-name.json');
  expect(innermost('Shop')).toBe('string.quoted.double.json');
  expect(innermost('100')).toBe('constant.numeric.json');
  expect(innermost(' why')).toMatch(/^comment\.line/);
  expect(innermost(' here ')).toMatch(/^comment\.block/);
});
