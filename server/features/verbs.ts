/**
 * Every verb of the features in one module, so that the server can load them together, after the first diagnostics. In the
 * bundled server they are a file with its own copy of what it imports: nothing here may rely on the state of another module.
 */
export { complete } from './complete.js';
export { foldingRanges } from './folding.js';
export { format } from './format.js';
export { hover } from './hover.js';
export { documentSymbols } from './symbols.js';
/** Sets the texts of this copy; called once after loading. */
export { config as useTexts } from '@vscode/l10n';
