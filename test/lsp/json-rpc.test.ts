/** JSON-RPC in both directions: order, answers, errors, and questions that are taken back. */
import { expect, test } from 'vitest';
import { JsonRpc, ResponseError, type CancellationToken, type Handlers } from '../../server/lsp/rpc/json-rpc.js';
import { channelToTest } from './in-process.js';

/** A connection that answers with `request`, and tells what arrived. */
function connection(request: Handlers['request'] = (_method, params) => params) {
  const { channel, ...test } = channelToTest();
  const arrived: string[] = [];
  const failures: unknown[] = [];
  const rpc = new JsonRpc(channel, {
    request(method, params, token) {
      arrived.push(method);
      return request(method, params, token);
    },
    notification(method) {
      arrived.push(method);
    },
    failure(error) {
      failures.push(error);
    },
    close() {
      arrived.push('close');
    },
  });
  rpc.listen();
  return { ...test, rpc, arrived, failures };
}

test('messages are handled in their order, and one waits for what the last one set in motion', async () => {
  const steps: string[] = [];
  const { deliver, answerTo, arrived } = connection(async (method) => {
    for (let step = 0; step < 5; step++) {
      steps.push(method);
      await Promise.resolve();
    }
  });
  deliver({ id: 1, method: 'a' }, { method: 'between' }, { id: 2, method: 'b' });
  await answerTo(2);
  expect(arrived).toEqual(['a', 'between', 'b']);
  expect(steps.join('')).toBe('aaaaabbbbb');
});

test('who waits until it is quiet sees everything that has arrived together', async () => {
  const { rpc, deliver, answerTo, arrived } = connection(async () => {
    await rpc.settled();
    return [...arrived];
  });
  deliver(
    { method: 'before' },
    { id: 1, method: 'a' },
    { method: 'after' },
    { id: 2, method: 'b' },
    { method: 'last' },
  );
  const all = ['before', 'a', 'after', 'b', 'last'];
  expect(await answerTo(1)).toMatchObject({ result: all });
  expect(await answerTo(2)).toMatchObject({ result: all });
});

test('it is quiet again when nothing else has arrived', async () => {
  const { rpc, deliver, answerTo, arrived } = connection(async () => {
    await rpc.settled();
    return [...arrived];
  });
  deliver({ id: 1, method: 'a' });
  expect(await answerTo(1)).toMatchObject({ result: ['a'] });
});

test.each([1, 0, 'text', '__proto__'])('an answer has the id of its question: %s', async (id) => {
  const { deliver, answerTo } = connection();
  deliver({ id, method: 'echo', params: { x: 1 } });
  expect(await answerTo(id)).toEqual({ jsonrpc: '2.0', id, result: { x: 1 } });
});

test('nothing is answered with null', async () => {
  const { deliver, answerTo } = connection();
  deliver({ id: 1, method: 'echo' });
  expect(await answerTo(1)).toEqual({ jsonrpc: '2.0', id: 1, result: null });
});

test('a refusal carries its code and message; of another failure nothing is told', async () => {
  const { deliver, answerTo } = connection((method) => {
    throw method === 'refuse' ? new ResponseError(-32803, 'There is no code here.') : new Error('secret');
  });
  deliver({ id: 1, method: 'refuse' }, { id: 2, method: 'fail' });
  expect(await answerTo(1)).toMatchObject({ error: { code: -32803, message: 'There is no code here.' } });
  expect(await answerTo(2)).toMatchObject({ error: { code: -32603, message: 'Internal error' } });
});

test('a question that is taken back before its turn is not looked at', async () => {
  const { deliver, answerTo, arrived } = connection();
  deliver({ id: 1, method: 'first' }, { id: 2, method: 'second' }, { method: '$/cancelRequest', params: { id: 2 } });
  expect(await answerTo(2)).toMatchObject({ error: { code: -32800 } });
  expect(arrived).toEqual(['first']);
});

test('a question that is taken back later learns of it', async () => {
  let seen: CancellationToken | undefined;
  let finish: () => void = () => undefined;
  const { deliver, answerTo } = connection((_method, _params, token) => {
    seen = token;
    return new Promise<void>((resolve) => (finish = resolve));
  });
  deliver({ id: 'a', method: 'slow' });
  expect(seen?.isCancellationRequested).toBe(false);
  deliver({ method: '$/cancelRequest', params: { id: 'b' } }, { method: '$/cancelRequest' });
  expect(seen?.isCancellationRequested).toBe(false);
  deliver({ method: '$/cancelRequest', params: { id: 'a' } });
  expect(seen?.isCancellationRequested).toBe(true);
  finish();
  await answerTo('a');
});

test('the editor is asked, and its answers find their questions', async () => {
  const { deliver, rpc, sent } = connection();
  const first = rpc.request('first', { a: 1 });
  const second = rpc.request('second', undefined);
  const third = rpc.request('third', undefined);
  expect(sent).toEqual([
    { jsonrpc: '2.0', id: 1, method: 'first', params: { a: 1 } },
    { jsonrpc: '2.0', id: 2, method: 'second' },
    { jsonrpc: '2.0', id: 3, method: 'third' },
  ]);
  deliver({ id: 2, result: null }, { id: 9, result: 9 }, { id: 1, result: [1] });
  deliver({ id: 3, error: { code: -32601, message: 'No such method' } });
  expect(await first).toEqual([1]);
  expect(await second).toBeNull();
  await expect(third).rejects.toMatchObject({ code: -32601, message: 'No such method' });
});

test('what is no message is told, and the next one is handled', async () => {
  const { deliver, deliverOdd, answerTo, failures, arrived } = connection();
  for (const odd of [1, 'text', null, [], [{ id: 1, method: 'in a batch' }]]) deliverOdd(odd);
  expect(failures).toHaveLength(5);
  for (const odd of [{}, { id: {} }, { id: 7 }, { method: 5 }]) deliver(odd);
  deliver({ id: 1, method: 'echo' });
  await answerTo(1);
  expect(arrived).toEqual(['echo']);
});
