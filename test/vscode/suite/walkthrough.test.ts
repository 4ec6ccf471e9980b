/** What the walkthrough relies on: commands of the editor, and its buttons while it lies in front of the manifest. */
import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import packageJson from '../../../package.json' with { type: 'json' };
import { openFile, soundManifest } from './support/manifests.js';
import { until } from './support/poll.js';

const PERSON = { buyer: 'person', sum: '1990', currency: 'RUB' };

/** Tries what is meant without being named, as a button does; the questions are answered beforehand. */
const tryPayment = () => vscode.commands.executeCommand<object | undefined>('b24pay.tryPayment', PERSON);

/** Opens a file in a tab that stays when another one is opened. */
async function keepOpen(name: string, text: string): Promise<vscode.Uri> {
  const { uri } = await openFile(name, text);
  await vscode.commands.executeCommand('workbench.action.keepEditor');
  return uri;
}

/** Opens the walkthrough in front of everything. */
async function openWalkthrough(): Promise<void> {
  const { publisher, name, contributes } = packageJson;
  const ids = contributes.walkthroughs.map(({ id }) => `${publisher}.${name}#${id}`);
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', ids[0]);
  await until('no text is in front', () => (vscode.window.activeTextEditor ? undefined : true));
}

suite('walkthrough', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  suiteTeardown(() => vscode.commands.executeCommand('b24pay.stopLocalPortal'));

  test('waits for commands that the editor has', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const events = packageJson.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents }) => completionEvents),
    );
    const commands = events.flatMap((event) => /^onCommand:(.+)$/.exec(event)?.slice(1) ?? []);
    assert.deepEqual(
      commands.filter((command) => !known.has(command)),
      [],
    );
  });

  test('its buttons take the manifest that is open behind it, and show it', async () => {
    const uri = await keepOpen('behind.b24pay.json', soundManifest('behind_walkthrough'));
    await openWalkthrough();
    assert.ok(await tryPayment());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  test('they do not guess which of several', async () => {
    await keepOpen('one.b24pay.json', soundManifest('one_of_two'));
    await keepOpen('two.b24pay.json', soundManifest('two_of_two'));
    await openWalkthrough();
    assert.equal(await tryPayment(), undefined);
  });

  test('nor do they take one from behind another text', async () => {
    await keepOpen('one.b24pay.json', soundManifest('one_of_two'));
    await keepOpen('notes.txt', 'Notes');
    assert.equal(await tryPayment(), undefined);
  });
});
