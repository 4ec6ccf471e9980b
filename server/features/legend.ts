/** What the server tells an editor at the start about its answers. A module of its own, so that the features can be loaded later. */
import type { CodeActionKind, SemanticTokensLegend } from 'vscode-languageserver';

/** Types of semantic tokens: a code, the developer's own name of a field, a word that the portal knows. */
export const TOKEN_TYPES = ['variable', 'property', 'enumMember'] as const;

/** Modifiers of semantic tokens; `deprecated`: a portal does not use it. */
export const TOKEN_MODIFIERS = ['declaration', 'deprecated'] as const;

/** What the numbers in semantic tokens mean. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};

/** Kind of the actions that put one problem right, or all of its code. */
export const QUICK_FIX: CodeActionKind = 'quickfix';

/** Kind of the action that puts everything right that can be fixed safely: for `editor.codeActionsOnSave`. */
export const SOURCE_FIX_ALL: CodeActionKind = 'source.fixAll.b24pay';
