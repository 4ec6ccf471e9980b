/** Numbers of the Language Server Protocol. Its library has them too, but importing it would cost more than all our features. */
import type { CompletionItemKind, CompletionItemTag, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import type { Reader } from './reader.js';

/** A key that the schema names. */
export const PROPERTY: typeof CompletionItemKind.Property = 10;
/** Something new with a name of its own. */
export const SNIPPET: typeof CompletionItemKind.Snippet = 15;
/** A code of CODES. */
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

/** The text has tab stops. */
export const SNIPPET_FORMAT: typeof InsertTextFormat.Snippet = 2;
/** The editor indents the further lines like the first. */
export const ADJUST_INDENTATION: typeof InsertTextMode.adjustIndentation = 2;
/** Accepted, but without effect. */
export const DEPRECATED: typeof CompletionItemTag.Deprecated = 1;
