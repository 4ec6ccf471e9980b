/**
 * The methods of the Language Server Protocol that this server speaks, with the types of its library. The library is used for its
 * types only: loading it costs more time than our whole server needs to its first diagnostics.
 */
import type * as lsp from 'vscode-languageserver';

/** What initialize sends of ours. */
export interface InitializationOptions {
  /** Language of the messages, for editors that do not send `locale`. */
  readonly locale?: string;
  /** Path of the bundle with the translated messages, for editors that know it. */
  readonly l10n?: string;
}

/** What `b24pay/checkWorkspace` found. */
export interface WorkspaceCounts {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Requests from the editor: method → [parameters, result]. */
export interface Requests {
  initialize: [lsp.InitializeParams, lsp.InitializeResult];
  shutdown: [undefined, null];
  'textDocument/completion': [lsp.CompletionParams, lsp.CompletionItem[]];
  'textDocument/hover': [lsp.HoverParams, lsp.Hover | null];
  'textDocument/documentSymbol': [lsp.DocumentSymbolParams, lsp.DocumentSymbol[] | lsp.SymbolInformation[]];
  'textDocument/foldingRange': [lsp.FoldingRangeParams, lsp.FoldingRange[]];
  'textDocument/formatting': [lsp.DocumentFormattingParams, lsp.TextEdit[]];
  'textDocument/rangeFormatting': [lsp.DocumentRangeFormattingParams, lsp.TextEdit[]];
  'textDocument/diagnostic': [lsp.DocumentDiagnosticParams, lsp.DocumentDiagnosticReport];
  'workspace/diagnostic': [lsp.WorkspaceDiagnosticParams, lsp.WorkspaceDiagnosticReport];
  /** Ours: checks all manifests of the workspace anew. Null when it failed. */
  'b24pay/checkWorkspace': [object | undefined, WorkspaceCounts | null];
}

/** Notifications from the editor: method → parameters. */
export interface Notifications {
  initialized: lsp.InitializedParams;
  exit: undefined;
  'textDocument/didOpen': lsp.DidOpenTextDocumentParams;
  'textDocument/didChange': lsp.DidChangeTextDocumentParams;
  'textDocument/didClose': lsp.DidCloseTextDocumentParams;
  'workspace/didChangeConfiguration': lsp.DidChangeConfigurationParams;
  'workspace/didChangeWatchedFiles': lsp.DidChangeWatchedFilesParams;
  'workspace/didChangeWorkspaceFolders': lsp.DidChangeWorkspaceFoldersParams;
}

/** Requests to the editor: method → [parameters, result]. */
export interface ClientRequests {
  'workspace/configuration': [lsp.ConfigurationParams, unknown[]];
  'workspace/diagnostic/refresh': [undefined, null];
  'client/registerCapability': [lsp.RegistrationParams, null];
}

/** Notifications to the editor: method → parameters. */
export interface ClientNotifications {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/logMessage': lsp.LogMessageParams;
  '$/progress': { token: lsp.ProgressToken; value: lsp.WorkspaceDiagnosticReportPartialResult };
}

/** Error codes of the protocol that this server answers with. */
export const REQUEST_CANCELLED: typeof lsp.LSPErrorCodes.RequestCancelled = -32800;
export const SERVER_NOT_INITIALIZED: typeof lsp.ErrorCodes.ServerNotInitialized = -32002;
export const METHOD_NOT_FOUND: typeof lsp.ErrorCodes.MethodNotFound = -32601;
export const INVALID_REQUEST: typeof lsp.ErrorCodes.InvalidRequest = -32600;
/** Severity of a log message. */
export const LOG_ERROR: typeof lsp.MessageType.Error = 1;
