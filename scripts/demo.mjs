#!/usr/bin/env node
// The main job without an editor: check a manifest with mistakes, repair it, register it on a local portal, list the
// portal's handlers. Fails if a step does not do what it should.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { startPortal } from './local-portal.mjs';
import { buildProduct, cacheDir, cliFile, root } from './project.mjs';

const MANIFEST = 'demo.b24pay.json';

/**
 * What is wrong in the sample, and how it is repaired.
 * @type {[wrong: string, right: string][]}
 */
const REPAIRS = [
  ['"CURRENCY": ["rub"]', '"CURRENCY": ["RUB"]'],
  ['"CLIENT_TYPE": "B2C"', '"CLIENT_TYPE": "b2c"'],
  ['"CODE": "SHOP_IDD"', '"CODE": "SHOP_ID"'],
  ['"PROVIDER_VALUE": "SUMM"', '"PROVIDER_VALUE": "SUM"'],
];

const folder = path.join(cacheDir, 'demo');
const manifest = path.join(folder, MANIFEST);

/**
 * Runs b24pay as a person would, shows the command and its output.
 * @param {string[]} args
 * @param {{ exit: number, env?: NodeJS.ProcessEnv }} expected the exit code that the step must end with
 */
function b24pay(args, { exit, env = {} }) {
  console.log(
    `$ ${Object.keys(env)
      .map((name) => `${name}=… `)
      .join('')}b24pay ${args.join(' ')}`,
  );
  const { status } = spawnSync(process.execPath, [cliFile, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== exit) throw new Error(`b24pay ${args[0]} ended with ${status}, not with ${exit}.`);
  console.log();
}

/** Repairs the mistakes and shows what was changed. */
function repair() {
  let text = fs.readFileSync(manifest, 'utf8');
  for (const [wrong, right] of REPAIRS) {
    if (!text.includes(wrong)) throw new Error(`${wrong} is not in the sample any more.`);
    text = text.replace(wrong, right);
    console.log(`  - ${wrong}\n  + ${right}`);
  }
  fs.writeFileSync(manifest, text);
  console.log();
}

await buildProduct();
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
fs.copyFileSync(path.join(root, 'docs/sample-workspace/with-mistakes.b24pay.json'), manifest);

console.log('1. Check a manifest. The portal would store most of its mistakes without a word.\n');
b24pay(['check', MANIFEST], { exit: 1 });
console.log('2. Repair it.\n');
repair();
b24pay(['check', MANIFEST], { exit: 0 });

const portal = await startPortal();
try {
  console.log(`3. Register it on a local portal, ${portal.url}, which answers as Bitrix24 does.\n`);
  const env = { B24PAY_WEBHOOK: portal.webhook };
  b24pay(['register', MANIFEST, '--yes'], { exit: 0, env });
  console.log('4. Ask the portal for its handlers.\n');
  b24pay(['handlers'], { exit: 0, env });
} finally {
  await portal.stop();
}
