/** Finding one's way and fixing, over the wire: each verb is registered, asks the right feature and answers in the protocol's form. */
import type {
  ClientCapabilities,
  CodeAction,
  CodeLens,
  Definition,
  InlayHint,
  Location,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { startEditor, type EditorOptions } from './editor.js';

const server = bundledServer();
const uri = 'file:///shop.b24pay.json';
const textDocument = { uri };
const text = `{
  "NAME": "Shop",
  "CODE": "shop",
  "SETTINGS": {
    "CODES": {
      "PAYMENT_ID": { "NAME": "Number", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "ID" } }
    },
    "CHECKOUT_DATA": {
      "ACTION_URI": "https://pay.my-service.com/",
      "METHOD": "POST",
      "FIELDS": { "id": { "CODE": "PAYMENT_ID" }, "number": { "CODE": "PAYMENT_IT" } }
    }
  }
}
`;
const lines = text.split('\n');
const at = (mark: string) => {
  const line = lines.findIndex((content) => content.includes(mark));
  return { line, character: (lines[line]?.indexOf(mark) ?? 0) + 1 };
};
const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };

const capabilities: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
    rename: { prepareSupport: true },
  },
};

async function editorWith(options: EditorOptions = {}) {
  const editor = await startEditor(server(), { capabilities, ...options });
  editor.open(uri, text);
  return editor;
}

test('a field leads to its code, and back', async () => {
  const editor = await editorWith();
  const position = at('PAYMENT_ID" }, "number');
  const definition = await editor.request<Definition>('textDocument/definition', { textDocument, position });
  expect(definition).toMatchObject([{ uri, range: { start: { line: at('"PAYMENT_ID": {').line } } }]);
  const context = { includeDeclaration: true };
  const references = await editor.request<Location[]>('textDocument/references', { textDocument, position, context });
  expect(references).toHaveLength(2);
  expect(await editor.request('textDocument/documentHighlight', { textDocument, position })).toHaveLength(2);
});

test('a code is renamed everywhere; a name that collides, or no code, is refused in words', async () => {
  const editor = await editorWith();
  const position = at('"PAYMENT_ID": {');
  expect(await editor.request('textDocument/prepareRename', { textDocument, position })).toMatchObject({
    placeholder: 'PAYMENT_ID',
  });
  const rename = { textDocument, position, newName: 'ORDER_ID' };
  const edit = await editor.request<WorkspaceEdit>('textDocument/rename', rename);
  expect(edit.changes?.[uri]).toHaveLength(2);
  await expect(editor.request('textDocument/rename', { ...rename, newName: '' })).rejects.toMatchObject({
    code: -32803,
  });
  const elsewhere = { textDocument, position: at('"Shop"') };
  await expect(editor.request('textDocument/prepareRename', elsewhere)).rejects.toMatchObject({ code: -32803 });
});

test('a problem comes with its fix; on save the safe ones are made at once', async () => {
  const editor = await editorWith();
  const position = at('PAYMENT_IT');
  const range = { start: position, end: position };
  const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  });
  const preferred = actions.find(({ isPreferred }) => isPreferred);
  expect(preferred?.edit?.changes?.[uri]).toMatchObject([{ newText: '"PAYMENT_ID"' }]);
  const context = { diagnostics: [], only: ['source.fixAll.b24pay'] };
  const [onSave] = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: whole,
    context,
  });
  const edits = onSave?.edit?.changes?.[uri] ?? [];
  expect(edits.length).toBeGreaterThan(0);
  // METHOD of CHECKOUT_DATA is removed safely; the misspelt code is left to its author.
  expect(JSON.stringify(edits)).not.toContain('PAYMENT_ID');
});

test('the fix that an editor asks for later is the same', async () => {
  const resolving = {
    textDocument: {
      ...capabilities.textDocument,
      codeAction: {
        ...capabilities.textDocument?.codeAction,
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
    },
  } as ClientCapabilities;
  const editor = await editorWith({ capabilities: resolving });
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const [action] = await editor.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: whole,
    context,
  });
  expect(action?.edit).toBeUndefined();
  const resolved = await editor.request<CodeAction>('codeAction/resolve', action);
  expect(resolved.edit?.changes?.[uri]?.length).toBeGreaterThan(0);
});

test('the source of a field stands behind it, unless the setting says no', async () => {
  const editor = await editorWith();
  const hints = await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });
  expect(hints.map(({ label }) => label)).toEqual(['← PAYMENT.ID']);
  const quiet = await editorWith({
    capabilities: { ...capabilities, workspace: { configuration: true } },
    settings: () => ({ inlayHints: { enabled: false } }),
  });
  expect(await quiet.request('textDocument/inlayHint', { textDocument, range: whole })).toEqual([]);
});

test('addresses are links, the mode in force stands on top, selections grow, codes are coloured', async () => {
  const editor = await editorWith();
  expect(await editor.request('textDocument/documentLink', { textDocument })).toMatchObject([
    { target: 'https://pay.my-service.com/' },
  ]);
  const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });
  expect(lenses.map(({ command }) => command?.title)).toEqual(['Active mode: Checkout']);
  const positions = [at('PAYMENT_IT')];
  const selections = await editor.request('textDocument/selectionRange', { textDocument, positions });
  expect(selections).toMatchObject([{ parent: {} }]);
  const tokens = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
  expect(tokens.data.length).toBeGreaterThan(0);
  const some = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
  });
  expect(some.data.length).toBeLessThan(tokens.data.length);
});
