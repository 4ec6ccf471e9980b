/** Numbers of the Language Server Protocol. Its library has them too, but importing it would cost more than all our features. */
import type { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { Reader } from './reader.js';

export const PROPERTY: typeof CompletionItemKind.Property = 10;
export const SNIPPET: typeof CompletionItemKind.Snippet = 15;
export const REFERENCE: typeof CompletionItemKind.Reference = 18;

// An editor that does not list the kinds it knows takes those up to Reference; it gets the nearest of them.
const VALUE: typeof CompletionItemKind.Value = 12;
const CLASS: typeof CompletionItemKind.Class = 7;
const ENUM_MEMBER: typeof CompletionItemKind.EnumMember = 20;
const CONSTANT: typeof CompletionItemKind.Constant = 21;
const STRUCT: typeof CompletionItemKind.Struct = 22;

type Kinds = Pick<Reader, 'newerKinds'>;

/** A value of a closed set. */
export const enumMember = ({ newerKinds }: Kinds): CompletionItemKind => (newerKinds ? ENUM_MEMBER : VALUE);
/** `true` and `false`. */
export const constant = ({ newerKinds }: Kinds): CompletionItemKind => (newerKinds ? CONSTANT : VALUE);
/** A new object or list. */
export const struct = ({ newerKinds }: Kinds): CompletionItemKind => (newerKinds ? STRUCT : CLASS);

export const SNIPPET_FORMAT: typeof InsertTextFormat.Snippet = 2;
export const ADJUST_INDENTATION: typeof InsertTextMode.adjustIndentation = 2;
export const DEPRECATED: typeof CompletionItemTag.Deprecated = 1;
