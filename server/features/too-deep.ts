/** Nesting beyond what a portal reads. */
import type { ManifestDocument } from '../document/manifest-document.js';

/** Whether a text is nested so deeply that nobody reads it: its problem says so, and every other verb leaves it alone. */
export const isTooDeep = (document: ManifestDocument): boolean =>
  document.syntaxProblems.some(({ kind }) => kind === 'TooDeep');
