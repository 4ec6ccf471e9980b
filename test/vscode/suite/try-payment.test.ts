/** Try Payment and Payment Settings, through the real commands, on the local portal. */
import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, replaceText, soundManifest } from './support/manifests.js';
import { until } from './support/poll.js';

interface Opened {
  readonly paymentId: number;
  readonly paySystemId: number;
  readonly url: string;
}

const tryPayment = (uri: vscode.Uri, options: object): Thenable<Opened | undefined> =>
  vscode.commands.executeCommand<Opened | undefined>('b24pay.tryPayment', uri, options);

const PERSON = { buyer: 'person', sum: '1990.50', currency: 'RUB' };

async function pageText(url: string): Promise<string> {
  return (await fetch(url)).text();
}

const tabNamed = (label: string) =>
  until(`there is a tab ${label}`, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => tab.label === label),
  );

suite('trying a payment', () => {
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('b24pay.stopLocalPortal');
  });

  test('opens the page beside the manifest; the same handler and payment system are used again', async () => {
    const { uri } = await openFile('tried.b24pay.json', soundManifest('tried_handler'));
    const first = await tryPayment(uri, PERSON);
    assert.ok(first);
    assert.match(await pageText(first.url), /1990\.50 RUB/);
    await tabNamed('Payment: Test handler');
    const second = await tryPayment(uri, { ...PERSON, sum: '10' });
    assert.equal(second?.paySystemId, first.paySystemId);
    assert.notEqual(second.paymentId, first.paymentId);
    const company = await tryPayment(uri, { ...PERSON, buyer: 'company' });
    assert.notEqual(company?.paySystemId, first.paySystemId);
  });

  test('the copy on the portal follows what is saved, unless it has errors', async () => {
    const document = await openFile('followed.b24pay.json', soundManifest('followed_handler'));
    const payment = await tryPayment(document.uri, PERSON);
    assert.ok(payment);
    await replaceText(document, soundManifest('followed_handler').replace('Test handler', 'Saved handler'));
    await document.save();
    await until(
      'the page has the new name',
      async () => (await pageText(payment.url)).includes('Saved handler') || undefined,
    );
    await replaceText(document, soundManifest('followed_handler').replace('"CODE": "SHOP_ID"', '"CODE": "NOWHERE"'));
    await document.save();
    await replaceText(document, soundManifest('followed_handler').replace('Test handler', 'Mended handler'));
    await document.save();
    await until(
      'the mended one follows',
      async () => (await pageText(payment.url)).includes('Mended handler') || undefined,
    );
  });

  test('a manifest with errors is not tried', async () => {
    const text = soundManifest('not_tried').replace('"CODE": "SHOP_ID"', '"CODE": "NOWHERE"');
    const { uri } = await openFile('not-tried.b24pay.json', text);
    assert.equal(await tryPayment(uri, PERSON), undefined);
  });

  test('a manifest with errors can be tried all the same, and is followed then', async () => {
    const text = soundManifest('tried_anyway').replace('"CODE": "SHOP_ID"', '"CODE": "NOWHERE"');
    const document = await openFile('tried-anyway.b24pay.json', text);
    const payment = await tryPayment(document.uri, { ...PERSON, ignoreErrors: true });
    assert.ok(payment);
    assert.match(await pageText(payment.url), /CODES has no NOWHERE/);
    await replaceText(document, text.replace('NOWHERE', 'ELSEWHERE'));
    await document.save();
    await until(
      'the page has the new name',
      async () => (await pageText(payment.url)).includes('CODES has no ELSEWHERE') || undefined,
    );
    await replaceText(document, '{');
    assert.equal(await tryPayment(document.uri, { ...PERSON, ignoreErrors: true }), undefined);
  });

  test('a sum that is none is refused', async () => {
    const { uri } = await openFile('tried.b24pay.json', soundManifest('tried_handler'));
    assert.equal(await tryPayment(uri, { ...PERSON, sum: 'much' }), undefined);
  });

  test('a buyer that the portal does not have is refused', async () => {
    const { uri } = await openFile('tried.b24pay.json', soundManifest('tried_handler'));
    assert.equal(await tryPayment(uri, { ...PERSON, buyer: 'somebody' }), undefined);
  });

  test('the settings are a form with the codes of the manifest', async () => {
    const { uri } = await openFile('tried.b24pay.json', soundManifest('tried_handler'));
    const url = await vscode.commands.executeCommand<string | undefined>('b24pay.editSettings', uri);
    assert.ok(url);
    assert.match(await pageText(url), /SHOP_ID/);
    await tabNamed('Payment Settings: Test handler');
  });
});
