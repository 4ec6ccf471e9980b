// Addresses of the workbench, and of files as the workbench names them.
import path from 'node:path';

/**
 * The page that shows a folder in the workbench.
 * @param {import('./server.mjs').Server} server
 * @param {string | undefined} open folder or .code-workspace file; undefined for an empty window
 * @param {[string, string][]} [payload] VS Code's own switches, such as extensionTestsPath
 * @returns {string} with the token of a person's server: only for that person's eyes
 */
export function workbenchUrl(server, open, payload = []) {
  const query = new URLSearchParams();
  if (server.token) query.set('tkn', server.token);
  if (open) query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(open));
  else query.set('ew', 'true');
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query}`;
}

/**
 * A path on the server as the workbench names it. The authority must be the page's own.
 * @param {import('./server.mjs').Server} server
 * @param {string} file
 */
export function remoteUri(server, file) {
  return `vscode-remote://${server.authority}${encodeURI(path.resolve(file))}`;
}
