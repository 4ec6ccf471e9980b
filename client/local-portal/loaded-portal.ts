/**
 * The local portal as the extension loads it when it is first needed. In the built extension it is a file with its own copy of
 * what it imports: nothing here may rely on the state of another module, and its classes are not those of the extension.
 */
export { startLocalPortal } from '../../portal/local/server.js';
/** Sets the texts of this copy; called once after loading. */
export { config as useTexts } from '@vscode/l10n';
