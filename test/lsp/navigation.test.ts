import type { CodeAction, CodeLens, InlayHint, Location, SemanticTokens, WorkspaceEdit } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { PULLS, startEditor, type Editor } from './editor.js';

const server = bundledServer();
const uri = 'file:///shop.b24pay.json';
const textDocument = { uri };
const text = `{
  "NAME": "Shop", "CODE": "shop",
  "SETTINGS": {
    "CODES": { "ID": { "NAME": "Number", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "ID" } } },
    "FORM_DATA": {
      "ACTION_URI": "https://pay.my-service.com/",
      "FIELDS": {
        "id": { "CODE": "ID" },
        "phone": { "CODE": { "NAME": "Phone" } },
        "city": { "CODE": { "NAME": "City" } }
      }
    }
  }
}`;
const range = { start: { line: 0, character: 0 }, end: { line: 13, character: 1 } };
/** In the CODE of the field `id`. */
const reference = { line: 7, character: 26 };
/** In its key. */
const field = { line: 7, character: 10 };

const ACTIONS = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };

test('from a field to its code and back', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, text);
  const ask = <T>(verb: string, more?: object) =>
    editor.request<T>(`textDocument/${verb}`, { textDocument, position: reference, ...more });
  const key = { start: { line: 3, character: 15 }, end: { line: 3, character: 19 } };
  const value = { start: { line: 7, character: 24 }, end: { line: 7, character: 28 } };
  expect(await ask<Location[]>('definition')).toEqual([{ uri, range: key }]);
  const all = [key, value].map((place) => ({ uri, range: place }));
  expect(await ask('references', { context: { includeDeclaration: true } })).toEqual(all);
  expect(await ask('references', { context: { includeDeclaration: false } })).toEqual(all.slice(1));
  expect(await ask('documentHighlight')).toEqual([
    { range: key, kind: 3 },
    { range: value, kind: 2 },
  ]);
  expect(await ask('selectionRange', { positions: [reference, field] })).toHaveLength(2);
});

test('links lead to the whole entry where the editor takes them', async () => {
  const capabilities = { textDocument: { definition: { linkSupport: true } } };
  const editor = await startEditor(server(), { capabilities });
  editor.open(uri, text);
  expect(await editor.request('textDocument/definition', { textDocument, position: reference })).toMatchObject([
    { targetUri: uri },
  ]);
});

describe('rename', () => {
  test('changes key and references in one edit', async () => {
    const capabilities = {
      workspace: { workspaceEdit: { documentChanges: true } },
      textDocument: { rename: { prepareSupport: true } },
    };
    const editor = await startEditor(server(), { capabilities });
    expect(editor.result.capabilities.renameProvider).toEqual({ prepareProvider: true });
    editor.open(uri, text);
    expect(await editor.request('textDocument/prepareRename', { textDocument, position: reference })).toEqual({
      range: { start: { line: 7, character: 25 }, end: { line: 7, character: 27 } },
      placeholder: 'ID',
    });
    const params = { textDocument, position: reference, newName: 'NUMBER' };
    const { documentChanges } = await editor.request<WorkspaceEdit>('textDocument/rename', params);
    expect(documentChanges).toMatchObject([
      { textDocument: { uri, version: 1 }, edits: [{ newText: '"NUMBER"' }, { newText: '"NUMBER"' }] },
    ]);
  });

  test('says why not', async () => {
    const editor = await startEditor(server());
    editor.open(uri, text);
    const asked = { textDocument, position: field, newName: 'x' };
    const failed = { code: -32803, message: expect.stringContaining('id is the name under which') as string };
    await expect(editor.request('textDocument/prepareRename', asked)).rejects.toMatchObject(failed);
    await expect(editor.request('textDocument/rename', asked)).rejects.toMatchObject(failed);
    await expect(
      editor.request('textDocument/rename', { textDocument, position: reference, newName: '' }),
    ).rejects.toMatchObject({ code: -32803, message: 'Write a name: a code cannot be empty.' });
  });
});

describe('code actions', () => {
  const actionsOf = (editor: Editor, only?: string[]) =>
    editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], ...(only && { only }) },
    });

  test('fix what is shown, with the diagnostics of the editor', async () => {
    const editor = await startEditor(server(), { capabilities: { textDocument: { codeAction: ACTIONS } } });
    editor.open(uri, text);
    await editor.until(() => editor.publishedOf(uri).length > 0);
    const { diagnostics } = editor.publishedOf(uri)[0] ?? { diagnostics: [] };
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['buyer-field-hidden', 'buyer-field-hidden']);
    expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [diagnostics[0]] });
    expect(actions.at(-1)?.title).toBe('Suppress buyer-field-hidden here');
  });

  test('have their edit at once, or when the editor asks for it', async () => {
    const eager = await startEditor(server(), { capabilities: { textDocument: { codeAction: ACTIONS } } });
    expect(eager.result.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'source.fixAll.b24pay'],
      resolveProvider: false,
    });
    eager.open(uri, text);
    const [fixed] = await actionsOf(eager, ['source.fixAll']);
    expect(fixed?.edit?.changes?.[uri]).toHaveLength(1);

    const resolves = { ...ACTIONS, dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const lazy = await startEditor(server(), { capabilities: { textDocument: { codeAction: resolves } } });
    lazy.open(uri, text);
    const [action] = await actionsOf(lazy, ['source.fixAll']);
    expect(action?.edit).toBeUndefined();
    expect(await lazy.request<CodeAction>('codeAction/resolve', action)).toMatchObject({ edit: fixed?.edit });
    // One of another server, or of a manifest that was closed in between, stays as it is.
    for (const other of [{ title: 'x' }, { title: 'x', data: { uri: 'file:///gone', fixAll: '' } }]) {
      expect(await lazy.request('codeAction/resolve', other)).toEqual(other);
    }
  });

  test('leave alone what the settings switch off', async () => {
    const editor = await startEditor(server(), {
      capabilities: { workspace: { configuration: true }, textDocument: { codeAction: ACTIONS } },
      settings: () => ({ rules: { 'buyer-field-hidden': 'off' } }),
    });
    editor.open(uri, text);
    expect(await actionsOf(editor)).toEqual([]);
    expect(await actionsOf(editor, ['source.fixAll'])).toEqual([]);
  });

  test('are not offered to editors that take only commands', async () => {
    const editor = await startEditor(server());
    expect(editor.result.capabilities.codeActionProvider).toBeUndefined();
  });
});

describe('inlay hints', () => {
  const labels = async (editor: Editor) =>
    (await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range })).map(({ label }) => label);

  test('are on, and can be switched off while the editor runs', async () => {
    let enabled = true;
    const editor = await startEditor(server(), {
      capabilities: { workspace: { configuration: true, inlayHint: { refreshSupport: true } } },
      settings: () => ({ inlayHints: { enabled } }),
    });
    const refreshed = new Promise<void>((resolve) => {
      editor.rpc.onRequest('workspace/inlayHint/refresh', () => {
        resolve();
        return null;
      });
    });
    editor.open(uri, text);
    expect(await labels(editor)).toEqual(['← PAYMENT.ID']);
    enabled = false;
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    expect(await labels(editor)).toEqual([]);
  });

  test('are on for editors without settings', async () => {
    const editor = await startEditor(server());
    editor.open(uri, text);
    expect(await labels(editor)).toHaveLength(1);
  });
});

test('links and semantic tokens', async () => {
  const editor = await startEditor(server());
  editor.open(uri, text);
  expect(await editor.request('textDocument/documentLink', { textDocument })).toMatchObject([
    { target: 'https://pay.my-service.com/' },
  ]);
  const full = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  const part = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range: { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } },
  });
  expect(full.data.length).toBeGreaterThan(part.data.length);
  expect(part.data).toHaveLength(10);
});

describe('code lens', () => {
  const lensesOf = (editor: Editor) => editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });

  test('leads to the mode in force where the editor can show a place', async () => {
    const editor = await startEditor(server(), { capabilities: { window: { showDocument: { support: true } } } });
    const shown: unknown[] = [];
    editor.rpc.onRequest('window/showDocument', (params) => {
      shown.push(params);
      return { success: true };
    });
    expect(editor.result.capabilities.executeCommandProvider).toEqual({ commands: ['b24pay.revealPlace'] });
    editor.open(uri, text);
    const [lens] = await lensesOf(editor);
    expect(lens?.command).toMatchObject({ title: 'Active mode: Form', command: 'b24pay.revealPlace' });
    await editor.request('workspace/executeCommand', lens?.command);
    const selection = { start: { line: 4, character: 4 }, end: { line: 4, character: 15 } };
    expect(shown).toEqual([{ uri, takeFocus: true, selection }]);
    for (const argument of [undefined, ['file:///etc/passwd', selection], [uri, { start: 1 }], [1]]) {
      await editor.request('workspace/executeCommand', { command: 'b24pay.revealPlace', arguments: argument });
    }
    expect(shown).toHaveLength(1);
  });

  test('is plain text elsewhere, and offers to register where the editor can', async () => {
    const editor = await startEditor(server(), {
      initialize: { initializationOptions: { commands: ['b24pay.registerManifest'] } },
    });
    expect(editor.result.capabilities.executeCommandProvider).toBeUndefined();
    editor.open(uri, text);
    expect((await lensesOf(editor)).map(({ command }) => [command?.title, command?.command])).toEqual([
      ['Register on Portal', 'b24pay.registerManifest'],
      ['Active mode: Form', ''],
    ]);
  });
});

test('other documents are answered with nothing', async () => {
  const editor = await startEditor(server());
  const gone = { uri: 'file:///package.json' };
  editor.open(gone.uri, text, 'json');
  const ask = (verb: string) =>
    editor.request(`textDocument/${verb}`, {
      textDocument: gone,
      position: reference,
      positions: [reference],
      range,
      newName: 'x',
      context: { diagnostics: [], includeDeclaration: true },
    });
  const lists = ['definition', 'references', 'documentHighlight', 'selectionRange', 'documentLink', 'inlayHint'];
  for (const verb of [...lists, 'codeLens', 'codeAction']) expect(await ask(verb)).toEqual([]);
  for (const verb of ['prepareRename', 'rename']) expect(await ask(verb)).toBeNull();
  for (const verb of ['full', 'range']) expect(await ask(`semanticTokens/${verb}`)).toEqual({ data: [] });
});
