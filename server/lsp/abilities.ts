/** What the editor can do with navigation and edits: each ability is asked for once, and a verb gives what fits. */
import type { ClientCapabilities } from 'vscode-languageserver';
import { member } from '../../schemas/record.js';

/** Abilities of an editor. */
export interface Abilities {
  /** Definitions may be links. */
  readonly definitionLinks: boolean;
  /** Before a rename it asks whether there is something to rename. */
  readonly preparesRename: boolean;
  /** Edits may name the version that they are for. */
  readonly versionedEdits: boolean;
  /** Edits may hold tab stops. */
  readonly snippetEdits: boolean;
  /** Code actions may be actions; older editors take only commands. */
  readonly codeActions: boolean;
  /** It asks for the edit of a code action when somebody picks it. */
  readonly resolvesActions: boolean;
  /** It asks for the detail of a completion, the one line beside its label, when somebody looks at it. */
  readonly resolvesDetail: boolean;
  /** It asks for the documentation of a completion when somebody looks at it. */
  readonly resolvesDocumentation: boolean;
  /** Completions may say once which range they all replace, and what belongs to all of them. */
  readonly completionDefaults: boolean;
  /** It can be asked to show a place. */
  readonly showsDocument: boolean;
  /** It can be told to ask for inlay hints again. */
  readonly refreshesHints: boolean;
  /** Commands of its own that code lenses may run. */
  readonly commands: readonly string[];
}

/** Reads the abilities out of what initialize says; `options` are its initializationOptions. */
export function abilitiesOf({ textDocument, workspace, window }: ClientCapabilities, options: unknown): Abilities {
  const { codeAction, completion, definition, rename } = textDocument ?? {};
  const { documentChanges, snippetEditSupport } = workspace?.workspaceEdit ?? {};
  const commands = member(options, 'commands');
  const resolved = completion?.completionItem?.resolveSupport?.properties ?? [];
  const defaults = completion?.completionList?.itemDefaults ?? [];
  return {
    definitionLinks: definition?.linkSupport === true,
    preparesRename: rename?.prepareSupport === true,
    versionedEdits: documentChanges === true,
    // Tab stops are part of versioned edits only.
    snippetEdits: documentChanges === true && snippetEditSupport === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    resolvesDetail: resolved.includes('detail'),
    resolvesDocumentation: resolved.includes('documentation'),
    completionDefaults: defaults.includes('editRange') && defaults.includes('data'),
    showsDocument: window?.showDocument?.support === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    commands: Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [],
  };
}
