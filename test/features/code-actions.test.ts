import { describe, expect, it } from 'vitest';
import type { CodeAction, CodeActionContext, Diagnostic } from 'vscode-languageserver';
import { checkManifest } from '../../server/check.js';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { codeActions, resolveCodeAction, type CodeActionDeps } from '../../server/features/code-actions.js';
import { rangeOf } from '../../server/features/range.js';
import { atRange, URI, withWorkspaceEdit } from './range-marks.js';

const depsOf = (document: ManifestDocument, options: Partial<CodeActionDeps>): CodeActionDeps => ({
  problems: checkManifest(document),
  check: {},
  versioned: false,
  snippets: false,
  resolves: false,
  ...options,
});

interface Asked {
  readonly document: ManifestDocument;
  readonly actions: CodeAction[];
  readonly deps: CodeActionDeps;
}

function ask(source: string, context: Partial<CodeActionContext> = {}, options: Partial<CodeActionDeps> = {}): Asked {
  const { document, range } = atRange(source);
  const deps = depsOf(document, options);
  return { document, deps, actions: codeActions(document, range, { diagnostics: [], ...context }, deps) };
}

const titles = ({ actions }: Asked): string[] => actions.map(({ title }) => title);

/** The text after an action. */
function after({ actions, document }: Asked, title: string): string {
  const action = actions.find((candidate) => candidate.title === title);
  if (action?.edit === undefined) throw new Error(`There is no edit ${title}.`);
  return withWorkspaceEdit(document, action.edit);
}

const shop = (uri: string, field: string, more = ''): string => `{
  "NAME": "Shop",
  "CODE": "shop",
  "SETTINGS": {
    "FORM_DATA": {
      ${uri},
      "METHOD": "POST",
      "FIELDS": { ${field} }
    },
    "CODES": { "SHOP_KEY": { "NAME": "Shop" } }${more}
  }
}`;

const URI_LINE = '"ACTION_URI": "https://pay.shop.test/pay"';

describe('quick fixes', () => {
  it('come from the rules, the preferred one first and marked', () => {
    const asked = ask(shop(URI_LINE, '"key": { "CODE": «"SHOP_KEYY"» }'));
    expect(titles(asked)).toEqual([
      'Change to SHOP_KEY',
      'Create code SHOP_KEYY in CODES',
      'Suppress undefined-code here',
    ]);
    expect(asked.actions.map(({ kind, isPreferred }) => [kind, isPreferred])).toEqual([
      ['quickfix', true],
      ['quickfix', undefined],
      ['quickfix', undefined],
    ]);
    expect(after(asked, 'Change to SHOP_KEY')).toBe(shop(URI_LINE, '"key": { "CODE": "SHOP_KEY" }'));
  });

  it('are there for every problem that the range touches, and for no other', () => {
    const nowhere = ask(shop(`«${URI_LINE}»`, '"key": { "CODE": "SHOP_KEYY" }'));
    expect(titles(nowhere)).toEqual([]);
    const touched = ask(shop(URI_LINE, '"key": { "CODE": "SHOP_KEYY"«» }'));
    expect(titles(touched)).toContain('Change to SHOP_KEY');
    const both = ask(shop(`«${URI_LINE}`, '"key": { "CODE": "SHOP_KEYY" }, "a": { "CODE": "SHOP_KE"» }'));
    expect(titles(both).filter((title) => title === 'Change to SHOP_KEY')).toHaveLength(2);
  });

  it('carry the diagnostics of the editor that they put right', () => {
    const source = shop(URI_LINE, '"key": { "CODE": «"SHOP_KEYY"» }');
    const { document, range } = atRange(source);
    const diagnostic: Diagnostic = { range, code: 'undefined-code', message: 'x', source: 'b24pay' };
    const elsewhere: Diagnostic = { ...diagnostic, range: { start: range.start, end: range.start } };
    const other: Diagnostic = { ...diagnostic, code: 'empty-name' };
    const { actions } = ask(source, { diagnostics: [other, elsewhere, diagnostic] });
    expect(actions).toHaveLength(3);
    for (const action of actions) expect(action.diagnostics).toEqual([diagnostic]);
    expect(document.text.slice(document.offsetAt(range.start), document.offsetAt(range.end))).toBe('"SHOP_KEYY"');
  });

  it('work in broken text', () => {
    const asked = ask(shop(URI_LINE, '"key": { "CODE": «"SHOP_KEYY"» }').slice(0, -2));
    expect(titles(asked)).toContain('Change to SHOP_KEY');
  });

  it('name the version to editors that can check it', () => {
    const { actions } = ask(shop(URI_LINE, '"key": { "CODE": «"SHOP_KEYY"» }'), {}, { versioned: true });
    expect(actions[0]?.edit).toMatchObject({ documentChanges: [{ textDocument: { uri: URI, version: 1 } }] });
  });

  it('have tab stops where the editor can place them, without the indentation that it adds itself', () => {
    const source = '{\n  "CODE": "shop",\n  «"SETTINGS"»: {\n    "CODES": {}\n  }\n}';
    const plain = ask(source);
    const title = titles(plain).find((name) => name.includes('FORM_DATA'));
    if (title === undefined) throw new Error('No mode is offered.');
    const { actions } = ask(source, {}, { versioned: true, snippets: true });
    const [change] = actions.find((action) => action.title === title)?.edit?.documentChanges ?? [];
    const [edit] = change && 'edits' in change ? change.edits : [];
    if (edit === undefined || !('snippet' in edit)) throw new Error('The fix is no snippet.');
    expect(edit.snippet.kind).toBe('snippet');
    expect(edit.snippet.value).toContain('${1');
    // The editor puts the four blanks of the line before each further line.
    const text = edit.snippet.value
      .replace(/\n/g, '\n    ')
      .replace(/\$\{\d+:?([^}]*)\}/g, '$1')
      .replace(/\\([$}\\])/g, '$1');
    expect(after(plain, title)).toContain(text);
  });
});

describe('fixing all', () => {
  const twice = shop(URI_LINE, '«"a"»: { "CODE": { "NAME": "A" } }, "b": { "CODE": { "NAME": "B" } }');
  const fixed = shop(
    URI_LINE,
    '"a": { "CODE": { "NAME": "A" }, "VISIBLE": "Y" }, "b": { "CODE": { "NAME": "B" }, "VISIBLE": "Y" }',
  );
  const title = 'Fix all buyer-field-hidden problems in this file';

  it('is offered for a code that several problems have, behind their own fixes', () => {
    const names = titles(ask(twice));
    expect(names.indexOf(title)).toBeGreaterThan(0);
    expect(names.indexOf(title)).toBeLessThan(names.indexOf('Suppress buyer-field-hidden here'));
    expect(after(ask(twice), title)).toBe(fixed);
    const once = shop(URI_LINE, '«"a"»: { "CODE": { "NAME": "A" } }');
    expect(titles(ask(once))).not.toContain(title);
  });

  it('is not offered when fewer than two of them can be fixed', () => {
    const source = '{ "NAME": "a", «"FOO"»: 1, "BAR": 2 }';
    const names = titles(ask(source));
    expect(names).toContain('Suppress unknown-property here');
    expect(names).not.toContain('Fix all unknown-property problems in this file');
  });

  it('is not offered for codes whose fixes want a look each', () => {
    const source = shop(URI_LINE, '"a": { "CODE": «"SHOP_KEYY"» }, "b": { "CODE": "SHOP_KEYY" }');
    expect(titles(ask(source)).filter((name) => name.startsWith('Fix all'))).toEqual([]);
  });

  it('works its edit out when it is picked, where the editor can ask for it', () => {
    const { actions, document, deps } = ask(twice, {}, { resolves: true });
    const action = actions.find((candidate) => candidate.title === title);
    if (action === undefined) throw new Error('The action is missing.');
    expect(action.edit).toBeUndefined();
    expect(action.data).toMatchObject({ uri: URI });
    const { edit } = resolveCodeAction(document, action, deps);
    expect(edit && withWorkspaceEdit(document, edit)).toBe(fixed);
  });

  it('fixes nothing that is off or silenced', () => {
    const source = twice.replace('      "FIELDS"', '      // b24pay-ignore buyer-field-hidden\n      "FIELDS"');
    expect(ask(source, { only: ['source.fixAll'] }).actions).toEqual([]);
    const check = { severities: { 'buyer-field-hidden': 'off' as const } };
    const { document } = atRange(twice);
    const problems = checkManifest(document, check);
    expect(ask(twice, { only: ['source.fixAll'] }, { check, problems }).actions).toEqual([]);
  });

  it('leaves the lines alone that are right', () => {
    const { actions, document, deps } = ask(twice, { only: ['source.fixAll'] }, { versioned: true });
    const lines = document.text.split('\n').findIndex((line) => line.includes('"FIELDS"'));
    expect(actions[0]?.edit?.documentChanges).toMatchObject([
      { edits: [{ range: { start: { line: lines, character: 0 }, end: { line: lines + 1, character: 0 } } }] },
    ]);
    expect(deps.problems.length).toBeGreaterThan(0);
  });

  it('leaves actions with an edit as they are', () => {
    const { actions, document, deps } = ask(twice);
    for (const action of actions) expect(resolveCodeAction(document, action, deps)).toBe(action);
  });

  it.each([[['source']], [['source.fixAll']], [['source.fixAll.b24pay']], [['quickfix', 'source.fixAll']]])(
    'fixes everything at once when %j is asked for, wherever the range is',
    (only) => {
      const asked = ask(shop(`«»${URI_LINE}`, '"a": { "CODE": { "NAME": "A" } }', ', "Currency": []'), { only });
      expect(asked.actions).toMatchObject([{ kind: 'source.fixAll.b24pay' }]);
      expect(after(asked, titles(asked)[0] ?? '')).toBe(
        shop(URI_LINE, '"a": { "CODE": { "NAME": "A" }, "VISIBLE": "Y" }', ', "CURRENCY": []'),
      );
    },
  );

  it('is not there when nothing can be fixed at once, and not unasked', () => {
    const fine = shop(`«»${URI_LINE}`, '"a": { "CODE": "SHOP_KEY" }');
    expect(ask(fine, { only: ['source.fixAll'] }).actions).toEqual([]);
    const strange = shop(`«»${URI_LINE}, "FOOBARBAZ": 1`, '"a": { "CODE": "SHOP_KEY" }');
    expect(ask(strange, { only: ['source.fixAll'] }).actions).toEqual([]);
    expect(ask(twice).actions.filter(({ kind }) => kind !== 'quickfix')).toEqual([]);
  });
});

describe('context.only', () => {
  const source = shop(URI_LINE, '"key": { "CODE": «"SHOP_KEYY"» }');

  it('limits the kinds', () => {
    expect(titles(ask(source, { only: ['quickfix'] }))).toHaveLength(3);
    expect(titles(ask(source, { only: [''] }))).toHaveLength(3);
    for (const only of [['refactor'], ['source.fixAll.eslint'], ['source.organizeImports'], ['quick'], []]) {
      expect(titles(ask(source, { only }))).toEqual([]);
    }
  });
});

describe('suppressing', () => {
  it('stands last, once for each code and line', () => {
    const source = shop(URI_LINE, '«"a": { "CODE": "SHOP_KEYY" }, "b": { "CODE": "SHOP_KE" }»');
    const asked = ask(source);
    expect(titles(asked).slice(-1)).toEqual(['Suppress undefined-code here']);
    expect(titles(asked).filter((title) => title.startsWith('Suppress'))).toHaveLength(1);
    expect(after(asked, 'Suppress undefined-code here')).toBe(
      shop(URI_LINE, '"a": { "CODE": "SHOP_KEYY" }, "b": { "CODE": "SHOP_KE" }').replace(
        '      "FIELDS"',
        '      // b24pay-ignore undefined-code\n      "FIELDS"',
      ),
    );
  });

  it('gathers the diagnostics of its line', () => {
    const source = shop(URI_LINE, '«"a": { "CODE": "SHOP_KEYY" }, "b": { "CODE": "SHOP_KE" }»');
    const { document } = atRange(source);
    const diagnostics = checkManifest(document)
      .filter(({ code }) => code === 'undefined-code')
      .map(({ code, span, message }) => ({ code, message, range: rangeOf(document, span) }));
    const { actions } = ask(source, { diagnostics });
    expect(diagnostics).toHaveLength(2);
    expect(actions.at(-1)?.diagnostics).toEqual(diagnostics);
  });
});
