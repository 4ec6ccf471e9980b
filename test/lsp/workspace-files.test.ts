/** Which files of a folder are looked at. */
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { addressBelow, addressKey, outermost, pathBelow } from '../../server/lsp/workspace/address.js';
import { findManifests } from '../../server/lsp/workspace/files.js';
import { readGlob } from '../../server/lsp/workspace/globs.js';
import { DEFAULT_EXCLUDE, passedOver } from '../../server/lsp/workspace/passed-over.js';

describe('a glob pattern', () => {
  it.each([
    ['**/vendor', 'vendor', true],
    ['**/vendor', 'a/b/vendor', true],
    ['**/vendor', 'a/vendors', false],
    ['vendor', 'a/vendor', false],
    ['vendor/**', 'vendor', true],
    ['vendor/**', 'vendor/a/b', true],
    ['**/vendor/**', 'a/vendor/b', true],
    ['*.b24pay.json', 'a.b24pay.json', true],
    ['*.b24pay.json', 'a/a.b24pay.json', false],
    ['*.b24pay.json', 'a-b24pay-json', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['{old,tmp}/*', 'tmp/a', true],
    ['{old,tmp}/*', 'new/a', false],
    ['a,b', 'a,b', true],
    ['[a-c]x', 'bx', true],
    ['[!a-c]x', 'bx', false],
    ['a+(b)', 'a+(b)', true],
    ['[', '[', true],
    ['{', '{', false],
  ])('%s and %s: %s', (glob, path, fits) => {
    expect(readGlob(glob)(path)).toBe(fits);
  });
});

describe('what is passed over', () => {
  it('is by default what the setting says', () => {
    expect(packageJson.contributes.configuration.properties['b24pay.files.exclude'].default).toEqual(DEFAULT_EXCLUDE);
  });

  it('is everything below a folder that is', () => {
    const isPassedOver = passedOver({ exclude: { 'old/*': true, '**/vendor': false, odd: 'yes' } });
    expect(['old/a/b/c', 'x/node_modules/y', 'vendor/a', 'old', 'odd'].map(isPassedOver)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('are the files that belong to another language', () => {
    const isPassedOver = passedOver({
      associations: { '*.b24pay.json': 'json', 'odd.json': 'bitrix24-payment-handler', 'a/b.json': 'jsonc' },
    });
    expect(['x/y.b24pay.json', 'x/odd.json', 'a/b.json', 'c/a/b.json'].map(isPassedOver)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('an address', () => {
  it('is inside another one of a list or not', () => {
    const all = ['file:///a/b', 'file:///a/b/c/d', 'file:///a/bc', 'file:///a/B', 'file:///a/%62/e', 'file:///a/b/'];
    expect(outermost(all)).toEqual(['file:///a/b/', 'file:///a/bc', 'file:///a/B']);
  });

  it('is the same in every spelling', () => {
    const spellings = ['file:///c%3A/My%20Shop', 'file:///C:/My Shop', 'file:///c:/My%20Shop/'];
    expect(new Set(spellings.map(addressKey)).size).toBe(1);
    expect(addressKey('file:///100%')).toBe('file:///100%');
  });

  it('is inside a folder or not', () => {
    expect(pathBelow('file:///a', 'file:///a/b/c')).toBe('b/c');
    expect(pathBelow('file:///a', 'file:///ab/c')).toBeUndefined();
    expect(addressBelow('file:///a/', 'b c/#.json')).toBe('file:///a/b%20c/%23.json');
  });
});

it('folders that cannot be listed hide only what is in them', async () => {
  const tree = new Map([
    ['file:///a', ['ok', 'secret', 'x.b24pay.json', 'other.json']],
    ['file:///a/ok', ['y.b24pay.json', 'node_modules']],
  ]);
  const asked: string[] = [];
  const files = {
    list(folder: string) {
      asked.push(folder);
      const names = tree.get(folder);
      if (names === undefined) return Promise.reject(new Error('No permission'));
      return Promise.resolve(names.map((name) => ({ name, isFolder: !name.includes('.') })));
    },
    read: () => Promise.resolve(undefined),
  };
  const found = await findManifests(files, 'file:///a', passedOver({}));
  expect(found.sort()).toEqual(['file:///a/ok/y.b24pay.json', 'file:///a/x.b24pay.json']);
  expect(asked.sort()).toEqual(['file:///a', 'file:///a/ok', 'file:///a/secret']);
  expect(await findManifests(files, 'file:///a', passedOver({ exclude: { 'ok/*': true } }), ['ok'])).toEqual([]);
  expect(await findManifests(files, 'file:///a', passedOver({}), ['ok'])).toEqual(['file:///a/ok/y.b24pay.json']);
});
