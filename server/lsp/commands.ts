/** Commands that code lenses run. */

/** Shows a place. This server runs it itself, so it works in every editor that can show a document. */
export const REVEAL_PLACE = 'b24pay.revealPlace';

/** Registers a manifest; offered where the editor says that it has the command. VS Code has a lens of its own for it. */
export const REGISTER = 'b24pay.registerManifest';
