/** Which folders hold no manifests of the user's own. */

/** Names of folders that are passed over at every depth: what others made, or a copy of what is here. */
export const FOREIGN_FOLDERS: readonly string[] = ['.git', 'node_modules', 'vendor'];
