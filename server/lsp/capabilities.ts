/** What the editor can do, and what this server offers it. */
import type { ClientCapabilities, InitializeParams, MarkupKind, ServerCapabilities } from 'vscode-languageserver';
import { QUICK_FIX, SEMANTIC_TOKENS_LEGEND, SOURCE_FIX_ALL } from '../features/legend.js';
import type { Reader } from '../features/reader.js';
import { abilitiesOf, type Abilities } from './abilities.js';
import { REVEAL_PLACE } from './commands.js';
import { resolvesCompletions } from './completions.js';
import type { InitializationOptions } from './protocol.js';

/** The editor's abilities, each asked for once. */
export interface Client {
  /** The editor asks for diagnostics; else the server sends them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  /** The editor can be asked for settings. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  /** The editor tells of changes on the disk that it is asked to watch. */
  readonly watchesFiles: boolean;
  readonly can: Abilities;
  readonly reader: Reader;
}

/** Reads what initialize says of the editor. */
export function clientOf({ capabilities, locale, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const options = isOptions(initializationOptions) ? initializationOptions : {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    can: abilitiesOf(capabilities, initializationOptions),
    reader: readerOf(capabilities, locale ?? options.locale ?? 'en'),
  };
}

const isOptions = (options: unknown): options is InitializationOptions =>
  typeof options === 'object' && options !== null && (!('locale' in options) || typeof options.locale === 'string');

const likesMarkdown = (kinds: readonly MarkupKind[] | undefined): boolean => kinds?.includes('markdown') === true;

function readerOf({ textDocument }: ClientCapabilities, locale: string): Reader {
  const item = textDocument?.completion?.completionItem;
  return {
    locale,
    snippets: item?.snippetSupport === true,
    newerKinds: textDocument?.completion?.completionItemKind?.valueSet !== undefined,
    detailsCompletions: true,
    labelDetails: item?.labelDetailsSupport === true,
    documentsCompletions: true,
    markdownInCompletion: likesMarkdown(item?.documentationFormat),
    markdownInHover: likesMarkdown(textDocument?.hover?.contentFormat),
    deprecatedTag: item?.tagSupport?.valueSet.includes(1) === true,
    adjustsIndentation: item?.insertTextModeSupport?.valueSet.includes(2) === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
  };
}

/** What the server offers. Diagnostics are offered to those who ask for them only: no editor should get them twice. */
export function serverCapabilities({ pullsDiagnostics, can }: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    completionProvider: { triggerCharacters: ['"', ':'], resolveProvider: resolvesCompletions(can) },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: can.preparesRename ? { prepareProvider: true } : true,
    ...(can.codeActions && {
      codeActionProvider: { codeActionKinds: [QUICK_FIX, SOURCE_FIX_ALL], resolveProvider: can.resolvesActions },
    }),
    inlayHintProvider: true,
    documentLinkProvider: {},
    codeLensProvider: {},
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: true, range: true },
    ...(can.showsDocument && { executeCommandProvider: { commands: [REVEAL_PLACE] } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pullsDiagnostics && {
      // A CODE that is changed here can become, or stop to be, a duplicate there.
      diagnosticProvider: { identifier: 'b24pay', interFileDependencies: true, workspaceDiagnostics: true },
    }),
  };
}
