/** What has been typed over meanwhile is not checked. */
import { expect, test } from 'vitest';
import { inProcessServer } from './in-process.js';

const uri = 'file:///shop.b24pay.json';
const wrong = '{ "NAME": "Shop", "CODE": "shop" }';

const open = {
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'json', version: 1, text: wrong } },
};
const change = (version: number, text: string) => ({
  method: 'textDocument/didChange',
  params: { textDocument: { uri, version }, contentChanges: [{ text }] },
});
const pull = (id: number) => ({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });

test('a question is answered for the text that is on its way', async () => {
  const { deliver, answerTo } = await inProcessServer({ textDocument: { diagnostic: {} } });
  deliver(open, pull(1), change(2, '{'), change(3, '['), change(4, wrong.replace('shop', '')), pull(2));
  const first = await answerTo(1);
  expect(first).toMatchObject({
    result: { items: expect.arrayContaining([expect.objectContaining({ code: 'empty-code' })]) as unknown },
  });
  // The second answer is the result of the same check, which was the first one at all.
  expect(first).toMatchObject({ result: { resultId: '1' } });
  expect(await answerTo(2)).toMatchObject({ result: { resultId: '1' } });
});

test('an editor that does not ask gets the diagnostics of the last text only', async () => {
  const { deliver, received, sent } = await inProcessServer({});
  deliver(open, ...Array.from({ length: 50 }, (_, i) => change(i + 2, i < 49 ? '{' : wrong.replace('shop', ''))));
  const versionOf = (message: object): unknown => {
    const params = 'params' in message ? message.params : undefined;
    return typeof params === 'object' && params !== null && 'version' in params ? params.version : undefined;
  };
  const last = await received((message) => versionOf(message) === 51);
  expect(last).toMatchObject({
    params: { diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'empty-code' })]) as unknown },
  });
  // On a machine that is busy elsewhere a pause may seem over too early; fifty checks would be the mistake.
  expect(sent.filter((message) => versionOf(message) !== undefined).length).toBeLessThan(10);
});
