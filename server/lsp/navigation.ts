/** Hands each question of the editor about finding one's way, and about fixes, to the feature that answers it. */
import type { Position, Range } from 'vscode-languageserver';
import { member } from '../../schemas/record.js';
import type { CodeActionDeps } from '../features/code-actions.js';
import type { Client } from './capabilities.js';
import type { Connection } from './connection.js';
import type { Checked, Diagnostics } from './diagnostics.js';
import type { OpenManifests } from './documents.js';
import type { Ask } from './loaded.js';
import { REGISTER, REVEAL_PLACE } from './commands.js';
import { REQUEST_FAILED } from './protocol.js';
import { ResponseError } from './rpc/json-rpc.js';
import type { SettingsStore } from './settings.js';

/** What the verbs need besides the manifest. */
export interface NavigationDeps extends Pick<Client, 'can' | 'reader'> {
  readonly connection: Connection;
  readonly manifests: OpenManifests;
  readonly settings: SettingsStore;
  readonly diagnostics: Diagnostics;
}

const isPosition = (value: unknown): value is Position =>
  typeof member(value, 'line') === 'number' && typeof member(value, 'character') === 'number';

const isRange = (value: unknown): value is Range =>
  isPosition(member(value, 'start')) && isPosition(member(value, 'end'));

/** A refusal as an error that the editor shows to the user. */
function accepted<T extends object>(answer: T | { readonly refusal: string }): T {
  if ('refusal' in answer) throw new ResponseError(REQUEST_FAILED, answer.refusal);
  return answer;
}

/** Registers the verbs of finding one's way, and the code actions. */
export function registerNavigation(on: Ask, deps: NavigationDeps): void {
  const { connection, manifests, can, reader, settings, diagnostics } = deps;
  const versioned = can.versionedEdits;

  const commands = {
    ...(can.showsDocument && { reveal: REVEAL_PLACE }),
    ...(can.commands.includes(REGISTER) && { register: REGISTER }),
  };

  connection.onRequest('textDocument/definition', [], ({ textDocument: { uri }, position }) =>
    on(uri, [], ({ definition }, document) => definition(document, position, { links: can.definitionLinks })),
  );
  connection.onRequest('textDocument/references', [], ({ textDocument: { uri }, position, context }) =>
    on(uri, [], ({ references }, document) => references(document, position, context.includeDeclaration)),
  );
  connection.onRequest('textDocument/documentHighlight', [], ({ textDocument: { uri }, position }) =>
    on(uri, [], ({ highlights }, document) => highlights(document, position)),
  );
  connection.onRequest('textDocument/prepareRename', null, ({ textDocument: { uri }, position }) =>
    on(uri, null, ({ prepareRename }, document) => accepted(prepareRename(document, position))),
  );
  connection.onRequest('textDocument/rename', null, ({ textDocument: { uri }, position, newName }) =>
    on(uri, null, ({ rename }, document) => accepted(rename(document, position, newName, { versioned }))),
  );
  connection.onRequest('textDocument/selectionRange', [], ({ textDocument: { uri }, positions }) =>
    on(uri, [], ({ selectionRanges }, document) => selectionRanges(document, positions)),
  );
  connection.onRequest('textDocument/documentLink', [], ({ textDocument: { uri } }) =>
    on(uri, [], ({ documentLinks }, document) => documentLinks(document)),
  );
  connection.onRequest('textDocument/codeLens', [], ({ textDocument: { uri } }) =>
    on(uri, [], ({ codeLenses }, document) => codeLenses(document, commands)),
  );
  connection.onRequest('workspace/executeCommand', null, async ({ command, arguments: args = [] }) => {
    const [uri, selection] = args as readonly unknown[];
    // Whoever sends this may show open manifests, and nothing else.
    if (command !== REVEAL_PLACE || typeof uri !== 'string' || !manifests.get(uri) || !isRange(selection)) return null;
    await connection.request('window/showDocument', { uri, selection, takeFocus: true });
    return null;
  });
  connection.onRequest('textDocument/inlayHint', [], ({ textDocument: { uri }, range }) =>
    on(uri, [], async ({ inlayHints }, document) => {
      const valid = await settings.of(uri);
      return valid.inlayHints === false ? [] : inlayHints(document, range, reader);
    }),
  );
  connection.onRequest('textDocument/semanticTokens/full', { data: [] }, ({ textDocument: { uri } }) =>
    on(uri, { data: [] }, ({ semanticTokens }, document) => semanticTokens(document)),
  );
  connection.onRequest('textDocument/semanticTokens/range', { data: [] }, ({ textDocument: { uri }, range }) =>
    on(uri, { data: [] }, ({ semanticTokens }, document) => semanticTokens(document, range)),
  );

  /** The problems as they are shown, and what the editor takes. */
  const actionDeps = ({ problems, options }: Checked): CodeActionDeps => ({
    problems,
    check: options,
    versioned,
    snippets: can.snippetEdits,
    resolves: can.resolvesActions,
  });
  // The check comes first: the text is taken after it, and is the one that was checked, or the answer is empty.
  connection.onRequest('textDocument/codeAction', [], async ({ textDocument: { uri }, range, context }) => {
    const checked = await diagnostics.check(uri);
    return on(uri, [], ({ codeActions }, document) =>
      checked?.version === document.version ? codeActions(document, range, context, actionDeps(checked)) : [],
    );
  });
  connection.onRequest('codeAction/resolve', null, async (action) => {
    const uri = uriOf(action.data);
    if (uri === undefined) return action;
    const checked = await diagnostics.check(uri);
    return on(uri, action, ({ resolveCodeAction }, document) =>
      checked?.version === document.version ? resolveCodeAction(document, action, actionDeps(checked)) : action,
    );
  });
}

/** The manifest that an action belongs to: the server keeps nothing of the actions it has offered. */
const uriOf = (data: unknown): string | undefined => {
  const uri = member(data, 'uri');
  return typeof uri === 'string' ? uri : undefined;
};
