/**
 * Every verb of the features in one module, so that the server can load them together, after the first diagnostics. In the
 * bundled server they are a file with its own copy of what it imports: nothing here may rely on the state of another module.
 */
export { codeActions, resolveCodeAction } from './code-actions.js';
export { codeLenses } from './code-lens.js';
export { complete } from './complete.js';
export { definition } from './definition.js';
export { foldingRanges } from './folding.js';
export { format } from './format.js';
export { highlights } from './highlight.js';
export { hover } from './hover.js';
export { inlayHints } from './inlay-hints.js';
export { documentLinks } from './links.js';
export { references } from './references.js';
export { prepareRename, rename } from './rename.js';
export { selectionRanges } from './selection-ranges.js';
export { semanticTokens } from './semantic-tokens.js';
export { documentSymbols } from './symbols.js';
/** Sets the texts of this copy; called once after loading. */
export { config as useTexts } from '@vscode/l10n';
