/** The view of portals: its rows as the extension makes them, through the command that refreshes it. */
import * as assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Row } from '../../../client/tree/rows.js';
import { openFile, soundManifest } from './support/manifests.js';
import { register } from './support/register.js';
import { SECRET, startTestPortal, type TestPortal } from './support/test-portal.js';

const run = (command: string, options?: unknown) => vscode.commands.executeCommand(`b24pay.${command}`, options);

/** The rows of the portals, or those below one. */
const rowsOf = (portal?: string) => run('refreshPortals', portal && { portal }) as Thenable<readonly Row[]>;

const shown = async (portal?: string) =>
  (await rowsOf(portal)).map(({ label, description }) => `${label} [${description}]`);

async function rowOf(label: string): Promise<Row> {
  const row = (await rowsOf()).find((one) => one.label === label);
  assert.ok(row, `there is a row ${label}`);
  return row;
}

const NO_HANDLERS = 'No handlers yet. Register one. []';

suite('view of portals', () => {
  let portal: TestPortal;

  suiteSetup(async () => {
    portal = await startTestPortal();
  });

  suiteTeardown(async () => {
    await run('stopLocalPortal');
    await portal.close();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('is empty while nothing is saved and nothing runs, so that it says how to begin', async () => {
    await run('stopLocalPortal');
    assert.deepEqual(await rowsOf(), []);
  });

  test('lists the local portal and its handlers', async () => {
    const url = String(await run('startLocalPortal'));
    await run('resetLocalPortal', { yes: true });
    await run('choosePortal', { portal: 'local' });
    const { label, description, opens } = await rowOf('Local portal');
    assert.deepEqual([label, opens], ['Local portal', true]);
    assert.match(description, /^chosen · 127\.0\.0\.1:\d+$/, url);
    assert.deepEqual(await shown('local'), [NO_HANDLERS]);
    const { uri } = await openFile('listed.b24pay.json', soundManifest('listed_handler'));
    const registered = await register(uri, 'local');
    assert.deepEqual(await shown('local'), [`Test handler [listed_handler · ID ${registered?.id ?? 'none'}]`]);
  });

  test('its commands take a row: choosing it, stopping and starting', async () => {
    assert.equal(await run('addPortal', { address: portal.webhook }), portal.name);
    assert.deepEqual((await shown()).slice(0, 1), [`${portal.name} [chosen]`]);
    await run('choosePortal', await rowOf('Local portal'));
    assert.deepEqual((await shown()).slice(0, 1), [`${portal.name} []`]);
    await run('chooseThisPortal', await rowOf(portal.name));
    assert.deepEqual((await shown()).slice(0, 1), [`${portal.name} [chosen]`]);
    await run('stopLocalPortal', await rowOf('Local portal'));
    assert.deepEqual(await shown(), [`${portal.name} [chosen]`, 'Local portal [stopped]']);
    assert.equal((await rowOf('Local portal')).opens, false);
    assert.deepEqual(await rowsOf('local'), [], 'it is not started to be listed');
    await run('startLocalPortal', await rowOf('Local portal'));
    assert.equal((await rowOf('Local portal')).opens, true);
  });

  test('another portal that is added leaves the chosen one in its place, and so does a webhook that is added again', async () => {
    const other = await startTestPortal();
    assert.equal(await run('addPortal', { address: other.webhook }), other.name);
    const both = [`${portal.name} [chosen]`, `${other.name} []`];
    assert.deepEqual((await shown()).slice(0, 2), both);
    assert.equal(await run('addPortal', { address: portal.webhook }), portal.name);
    assert.deepEqual((await shown()).slice(0, 2), both, 'the order is kept, too');
    await run('forgetPortal', { portal: other.name });
    await other.close();
  });

  test('a local portal that is stopped is not started to be shown, nor for its address', async () => {
    await run('stopLocalPortal');
    await run('showOnPortal', { portal: 'local' });
    await run('copyWebhookAddress');
    assert.equal((await rowOf('Local portal')).description, 'stopped');
    await run('startLocalPortal');
  });

  test('lists what was registered on a saved portal, and tells no secret', async () => {
    const { uri } = await openFile('saved.b24pay.json', soundManifest('saved_handler'));
    await register(uri, portal.name);
    assert.deepEqual(await shown(portal.name), ['Test handler [saved_handler · ID 1]']);
    assert.ok(!JSON.stringify([await rowsOf(), await rowsOf(portal.name)]).includes(SECRET));
  });

  test('a portal that does not answer is one row that says so, and the next time is a new try', async () => {
    const port = Number(portal.name.split(':')[1]);
    await portal.close();
    const [failed, ...others] = await rowsOf(portal.name);
    assert.deepEqual([failed?.row, others], ['note', []]);
    assert.match(failed?.label ?? '', /^No connection\./, 'the row above has the name');
    assert.ok(!JSON.stringify(failed).includes(SECRET));
    portal = await startTestPortal(port);
    assert.deepEqual(await shown(portal.name), [NO_HANDLERS]);
  });

  test('a forgotten portal leaves it', async () => {
    await run('forgetPortal', { portal: portal.name });
    assert.ok(!(await shown()).some((row) => row.startsWith(portal.name)));
  });
});
