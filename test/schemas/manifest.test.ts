import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentationUrl } from '../../schemas/documentation.js';
import { validateManifest } from '../../schemas/generated/manifest.validate.mjs';
import { keysAt, schemaAt, type SchemaNode } from '../../schemas/lookup.js';
import { MODES } from '../../schemas/providers.js';
import { isObject } from '../../schemas/record.js';

const root = schemaAt([]) ?? {};
const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/manifests/${name}.b24pay.json`, import.meta.url), 'utf8'));

const MANIFEST = {
  NAME: 'n',
  CODE: 'c',
  SETTINGS: { CODES: {}, FORM_DATA: { ACTION_URI: 'https://a.ru', FIELDS: { a: { CODE: 'A' } } } },
};

/** The manifest without the member at a path. */
function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (!isObject(value) || key === undefined) return value;
  const members = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    if (name !== key) return [[name, item]];
    return rest.length === 0 ? [] : [[name, without(item, rest)]];
  });
  return Object.fromEntries(members);
}

/** What is wrong, as `place: keyword`; the parts of "at least one mode" left out. */
function mistakes(value: unknown): string[] {
  if (validateManifest(value)) return [];
  return (validateManifest.errors ?? [])
    .filter(({ schemaPath }) => !/SETTINGS\/anyOf\/\d/.test(schemaPath))
    .map(({ instancePath, keyword, params }) =>
      `${instancePath || '/'}: ${keyword} ${keyword === 'required' ? String(params.missingProperty) : ''}`.trim(),
    );
}

/** Every place of the schema that has a description to show: keys of objects. */
function described(node: SchemaNode, path: string): { path: string; node: SchemaNode }[] {
  const inner = typeof node.additionalProperties === 'object' ? described(node.additionalProperties, `${path}/*`) : [];
  const own = Object.entries(node.properties ?? {}).flatMap(([key, child]) => [
    { path: `${path}/${key}`, node: child },
    ...described(child, `${path}/${key}`),
  ]);
  return [...own, ...inner];
}

describe('the manifest schema', () => {
  it('is not empty', () => {
    expect(keysAt([])).toEqual(['$schema', 'NAME', 'CODE', 'SORT', 'SETTINGS']);
    expect(keysAt(['SETTINGS'])).toEqual([
      'CODES',
      'FORM_DATA',
      'CHECKOUT_DATA',
      'IFRAME_DATA',
      'CLIENT_TYPE',
      'CURRENCY',
    ]);
    expect(validateManifest({ x: 1 })).toBe(false);
    expect(described(root, '').length).toBeGreaterThan(50);
  });

  it.each(['docs-form', 'docs-checkout', 'docs-iframe'])('accepts the official example %s', (name) => {
    expect(mistakes(example(name))).toEqual([]);
  });

  it.each([
    [['NAME'], '/: required NAME'],
    [['CODE'], '/: required CODE'],
    [['SETTINGS'], '/: required SETTINGS'],
    [['SETTINGS', 'CODES'], '/SETTINGS: required CODES'],
    [['SETTINGS', 'FORM_DATA', 'ACTION_URI'], '/SETTINGS/FORM_DATA: required ACTION_URI'],
    [['SETTINGS', 'FORM_DATA', 'FIELDS', 'a', 'CODE'], '/SETTINGS/FORM_DATA/FIELDS/a: required CODE'],
    [['SETTINGS', 'FORM_DATA'], '/SETTINGS: anyOf'],
  ])('misses %s once, at the right place', (path, mistake) => {
    expect(mistakes(MANIFEST)).toEqual([]);
    expect(mistakes(without(MANIFEST, path))).toEqual([mistake]);
  });

  it.each(MODES)('misses ACTION_URI of %s', (mode) => {
    const value = { ...MANIFEST, SETTINGS: { CODES: {}, [mode]: { FIELDS: {} } } };
    expect(mistakes(value)).toEqual([`/SETTINGS/${mode}: required ACTION_URI`]);
  });

  it('takes an empty mode for none', () => {
    expect(mistakes({ ...MANIFEST, SETTINGS: { CODES: {}, FORM_DATA: {}, IFRAME_DATA: [] } })).toContain(
      '/SETTINGS: anyOf',
    );
  });

  it('takes what PHP makes of empty objects, and null for what is optional', () => {
    const settings = {
      CODES: {
        A: [],
        B: { NAME: null, DESCRIPTION: null, SORT: null, GROUP: null, DEFAULT: [], INPUT: [] },
        C: { DEFAULT: null, INPUT: null },
      },
      FORM_DATA: { ACTION_URI: 'https://a.ru', METHOD: null, FIELDS: { a: { CODE: [], VISIBLE: null } }, PARAMS: [] },
      CHECKOUT_DATA: null,
      IFRAME_DATA: [],
      CLIENT_TYPE: null,
      CURRENCY: null,
    };
    expect(mistakes({ NAME: 'n', CODE: 'c', SORT: null, SETTINGS: settings })).toEqual([]);
    expect(mistakes({ ...MANIFEST, SETTINGS: { ...MANIFEST.SETTINGS, CODES: [] } })).toEqual([]);
  });

  it('describes every key in whole sentences, and examples where there are some fit', () => {
    for (const { path, node } of described(root, '')) {
      expect(node.description, path).toMatch(/^[A-Z0-9].*\.$/);
      for (const item of node.examples ?? []) {
        const types = [node.type ?? []].flat();
        const type = Array.isArray(item) ? 'array' : typeof item;
        expect(types, `${path} ${JSON.stringify(item)}`).toContain(type);
      }
    }
  });

  it('links to the documentation, in both languages', () => {
    const pages = described(root, '').flatMap(({ node }) => node['x-docs'] ?? []);
    expect(pages.length).toBeGreaterThan(40);
    for (const page of new Set(pages)) {
      expect(documentationUrl(page)).toMatch(
        /^https:\/\/apidocs\.bitrix24\.com\/api-reference\/pay-system\/[a-z-]+\.html(#[a-z-]+)?$/,
      );
      expect(documentationUrl(page, 'ru-RU')).toBe(documentationUrl(page).replace('.com', '.ru'));
    }
  });
});

describe('schemaAt', () => {
  it('knows fixed keys, free keys and items, and nothing else', () => {
    expect(schemaAt(['SETTINGS', 'CODES', 'ANY', 'DEFAULT', 'PROVIDER_KEY'])?.description).toContain(
      'Where the value comes from',
    );
    expect(schemaAt(['SETTINGS', 'FORM_DATA', 'FIELDS', 'any', 'VISIBLE'])?.enum).toEqual(['Y', 'N', null]);
    expect(schemaAt(['SETTINGS', 'CURRENCY', 0])?.type).toBe('string');
    expect(schemaAt(['toString'])).toBeUndefined();
    expect(schemaAt(['NAME', 'x'])).toBeUndefined();
  });
});
