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
  /** Commands of the editor's side that code lenses may run. */
  readonly commands?: readonly string[];
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
  'textDocument/completion': [lsp.CompletionParams, lsp.CompletionItem[] | lsp.CompletionList];
  'completionItem/resolve': [lsp.CompletionItem, lsp.CompletionItem | null];
  'textDocument/hover': [lsp.HoverParams, lsp.Hover | null];
  'textDocument/documentSymbol': [lsp.DocumentSymbolParams, lsp.DocumentSymbol[] | lsp.SymbolInformation[]];
  'textDocument/foldingRange': [lsp.FoldingRangeParams, lsp.FoldingRange[]];
  'textDocument/formatting': [lsp.DocumentFormattingParams, lsp.TextEdit[]];
  'textDocument/rangeFormatting': [lsp.DocumentRangeFormattingParams, lsp.TextEdit[]];
  'textDocument/definition': [lsp.DefinitionParams, lsp.Location[] | lsp.LocationLink[]];
  'textDocument/references': [lsp.ReferenceParams, lsp.Location[]];
  'textDocument/documentHighlight': [lsp.DocumentHighlightParams, lsp.DocumentHighlight[]];
  'textDocument/prepareRename': [lsp.PrepareRenameParams, { range: lsp.Range; placeholder: string } | null];
  'textDocument/rename': [lsp.RenameParams, lsp.WorkspaceEdit | null];
  'textDocument/selectionRange': [lsp.SelectionRangeParams, lsp.SelectionRange[]];
  'textDocument/documentLink': [lsp.DocumentLinkParams, lsp.DocumentLink[]];
  'textDocument/codeLens': [lsp.CodeLensParams, lsp.CodeLens[]];
  'textDocument/inlayHint': [lsp.InlayHintParams, lsp.InlayHint[]];
  'textDocument/semanticTokens/full': [lsp.SemanticTokensParams, lsp.SemanticTokens];
  'textDocument/semanticTokens/range': [lsp.SemanticTokensRangeParams, lsp.SemanticTokens];
  'textDocument/codeAction': [lsp.CodeActionParams, lsp.CodeAction[]];
  'codeAction/resolve': [lsp.CodeAction, lsp.CodeAction | null];
  'workspace/executeCommand': [lsp.ExecuteCommandParams, null];
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
  'workspace/inlayHint/refresh': [undefined, null];
  'window/showDocument': [lsp.ShowDocumentParams, lsp.ShowDocumentResult];
  'client/registerCapability': [lsp.RegistrationParams, null];
}

/** Notifications to the editor: method → parameters. */
export interface ClientNotifications {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/logMessage': lsp.LogMessageParams;
  '$/progress': { token: lsp.ProgressToken; value: lsp.WorkspaceDiagnosticReportPartialResult };
}

// Error codes of the protocol that this server answers with.

/** The request was right, and there is nothing to answer; the message says why. */
export const REQUEST_FAILED: typeof lsp.LSPErrorCodes.RequestFailed = -32803;
/** The editor no longer wants the answer. */
export const REQUEST_CANCELLED: typeof lsp.LSPErrorCodes.RequestCancelled = -32800;
/** Something was asked before `initialize`. */
export const SERVER_NOT_INITIALIZED: typeof lsp.ErrorCodes.ServerNotInitialized = -32002;
/** This server has no such method. */
export const METHOD_NOT_FOUND: typeof lsp.ErrorCodes.MethodNotFound = -32601;
/** A request that is not allowed at this point. */
export const INVALID_REQUEST: typeof lsp.ErrorCodes.InvalidRequest = -32600;
/** Severity of a log message. */
export const LOG_ERROR: typeof lsp.MessageType.Error = 1;
