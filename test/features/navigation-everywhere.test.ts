/** Sweeps: navigation at every place of real manifests, and of the same manifests cut off anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkManifest } from '../../server/check.js';
import { codePlaces } from '../../server/document/code-places.js';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { codeActions } from '../../server/features/code-actions.js';
import { codeLenses } from '../../server/features/code-lens.js';
import { definition } from '../../server/features/definition.js';
import { highlights } from '../../server/features/highlight.js';
import { inlayHints } from '../../server/features/inlay-hints.js';
import { documentLinks } from '../../server/features/links.js';
import { references } from '../../server/features/references.js';
import { prepareRename, rename } from '../../server/features/rename.js';
import { selectionRanges } from '../../server/features/selection-ranges.js';
import { semanticTokens } from '../../server/features/semantic-tokens.js';
import { reader } from './cursor-marker.js';
import { manifest, withWorkspaceEdit } from './range-marks.js';

const folder = new URL('../fixtures/manifests/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.b24pay.json'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Everything that can be asked about a place. */
function askAt(document: ManifestDocument, offset: number): void {
  const position = document.positionAt(offset);
  definition(document, position, { links: true });
  references(document, position, true);
  highlights(document, position);
  prepareRename(document, position);
  rename(document, position, 'NEW_NAME', { versioned: true });
  selectionRanges(document, [position]);
}

/** Everything that can be asked about a whole manifest. */
function askOverall(document: ManifestDocument): void {
  const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.text.length) };
  inlayHints(document, range, reader);
  documentLinks(document);
  codeLenses(document, {});
  semanticTokens(document);
  const deps = { problems: checkManifest(document), check: {}, versioned: true, snippets: true, resolves: true };
  codeActions(document, range, { diagnostics: [] }, deps);
}

test.each(names)('nothing fails in %s, wherever it is cut off', (name) => {
  const text = textOf(name);
  for (let end = 0; end <= text.length; end += 61) {
    const document = manifest(text.slice(0, end));
    askOverall(document);
    for (const offset of [end, Math.max(end - 3, 0), Math.floor(end / 2)]) askAt(document, offset);
  }
});

test.each(names)('every code of %s can be renamed, and stays what it was', (name) => {
  const document = manifest(textOf(name));
  const codes = [...new Set(codePlaces(document).map(({ code }) => code))];
  expect(codes.length).toBeGreaterThan(0);
  for (const place of codePlaces(document)) {
    const edit = rename(document, document.positionAt(place.span.start + 1), 'A_NEW_NAME', { versioned: false });
    if ('refusal' in edit) throw new Error(edit.refusal);
    const renamed = withWorkspaceEdit(document, edit);
    const unquoted = JSON.stringify(place.code);
    const before = codePlaces(document).map(({ code, role }) => [code === place.code ? 'A_NEW_NAME' : code, role]);
    expect(codePlaces(manifest(renamed)).map(({ code, role }) => [code, role])).toEqual(before);
    expect(renamed.split('"A_NEW_NAME"')).toHaveLength(before.filter(([code]) => code === 'A_NEW_NAME').length + 1);
    expect(renamed.replaceAll('"A_NEW_NAME"', unquoted)).toBe(document.text);
  }
});

test.each(names)('a rename in %s changes all places or none, whichever character is lost', (name) => {
  const text = textOf(name);
  const places = codePlaces(manifest(text));
  const marks = [...text.matchAll(/[{}[\]",:]/g)].map(({ index }) => index);
  let renames = 0;
  for (const [turn, lost] of marks.entries()) {
    if (turn % 11 !== 0) continue;
    const document = manifest(text.slice(0, lost) + text.slice(lost + 1));
    const place = places[turn % places.length];
    if (place === undefined || document.syntaxProblems.length === 0) continue;
    const moved = (offset: number) => (offset <= lost ? offset : offset - 1);
    const position = document.positionAt(moved(place.span.start + 1));
    const edit = rename(document, position, 'A_NEW_NAME', { versioned: false });
    if ('refusal' in edit) continue;
    renames++;
    const edited = edit.changes?.[document.uri]?.map(({ range }) => document.offsetAt(range.start)) ?? [];
    for (const { span } of places.filter(({ code }) => code === place.code)) {
      // Where the opening quote is lost, the repair may put it one further.
      expect(
        [moved(span.start), moved(span.start) - 1].some((at) => edited.includes(at)),
        `${lost}`,
      ).toBe(true);
    }
  }
  expect(renames).toBeGreaterThan(0);
});

test('any bytes, any depth, any length', () => {
  const texts = [
    '',
    '\0\x01\uFFFD\uD800"\\u12',
    '\uFEFF{ "NAME": "x" }',
    '['.repeat(200_000),
    '{"SETTINGS":{"CODES":{"A":'.repeat(10_000),
    '"'.repeat(1_000),
    '/*',
    `{ "NAME": "${'x'.repeat(1_000_000)}" }`,
    '{"__proto__": {"CODES": 1}, "constructor": 2, "SETTINGS": {"__proto__": 3, "CODES": {"__proto__": {}, "toString": 1}}}',
    '{"SETTINGS": [], "settings": null, "Settings": {"CODES": [], "FORM_DATA": {"FIELDS": [{"CODE": "A"}], "PARAMS": "x"}}}',
  ];
  const codes = texts.flatMap((text) => {
    const document = manifest(text);
    askOverall(document);
    for (const offset of [0, 1, 5, 30, text.length >> 1, text.length]) askAt(document, Math.min(offset, text.length));
    return codePlaces(document).map(({ code }) => code);
  });
  expect(codes).toEqual(['__proto__', 'toString']);
});
