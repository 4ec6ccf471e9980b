/** Numbers of the Language Server Protocol. Its library has them too, but importing it would cost more than all our features. */
import type { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';

export const PROPERTY: typeof CompletionItemKind.Property = 10;
export const ENUM_MEMBER: typeof CompletionItemKind.EnumMember = 20;
export const REFERENCE: typeof CompletionItemKind.Reference = 18;
export const STRUCT: typeof CompletionItemKind.Struct = 22;
export const CONSTANT: typeof CompletionItemKind.Constant = 21;
export const SNIPPET: typeof CompletionItemKind.Snippet = 15;

export const SNIPPET_FORMAT: typeof InsertTextFormat.Snippet = 2;
export const ADJUST_INDENTATION: typeof InsertTextMode.adjustIndentation = 2;
export const DEPRECATED: typeof CompletionItemTag.Deprecated = 1;
