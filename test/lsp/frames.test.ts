/** Messages come out of a stream as they went in, however it is cut. */
import { expect, test } from 'vitest';
import { framed, FrameReader } from '../../server/lsp/rpc/frames.js';

/** The contents of a stream that arrives in pieces. */
function contents(...pieces: (string | Buffer)[]): string[] {
  const reader = new FrameReader();
  return pieces.flatMap((piece) => reader.take(Buffer.from(piece)));
}

const messages = ['{"method":"exit"}', '{"text":"Оплата → ✓ 💳"}', '""', '{"b":"\\r\\n\\r\\n"}'];
const stream = Buffer.from(messages.map(framed).join(''));

test('all at once', () => {
  expect(contents(stream)).toEqual(messages);
});

test('byte by byte', () => {
  expect(contents(...Array.from(stream, (byte) => Buffer.of(byte)))).toEqual(messages);
});

test('cut in two anywhere', () => {
  for (let at = 0; at <= stream.length; at++) {
    expect(contents(stream.subarray(0, at), stream.subarray(at))).toEqual(messages);
  }
});

test('a long content in pieces', () => {
  const long = JSON.stringify('ё'.repeat(300_000));
  const bytes = Buffer.from(framed(long) + framed('1'));
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
    bytes.subarray(i * 65_536, (i + 1) * 65_536),
  );
  expect(contents(...pieces)).toEqual([long, '1']);
});

test.each([
  ['in other letters', 'content-length:2\r\n\r\n{}'],
  ['with a type before', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}'],
  ['with a type behind', 'Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n{}'],
])('a head %s', (_how, text) => {
  expect(contents(text, framed('[]'))).toEqual(['{}', '[]']);
});

test.each([
  ['a head without a length', 'Content-Type: text\r\n\r\n'],
  ['a length that is no number', 'Content-Length: many\r\n\r\n'],
  ['no content', 'Content-Length: 0\r\n\r\n'],
])('%s is passed over', (_what, text) => {
  expect(contents(text + framed('{}'))).toEqual(['{}']);
});

test('a length that is too short spoils its own message only', () => {
  expect(contents('Content-Length: 2\r\n\r\n{"method":"exit"}' + framed('[1]'))).toEqual(['{"', '[1]']);
});

test('a length that is too long spoils the next message at most', () => {
  expect(contents('Content-Length: 5\r\n\r\n{}' + framed('[1]') + framed('[2]'))).toEqual(['{}Con', '[2]']);
});

test('endless noise is not kept', () => {
  const noise = Buffer.alloc(1_000_000, 'x');
  expect(contents(noise, noise, noise, `\r\n\r\n${framed('{}')}`)).toEqual(['{}']);
});
