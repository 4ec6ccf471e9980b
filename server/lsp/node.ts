/**
 * Entry of dist/server.js: the language server as a process.
 *   node server.js --stdio      messages on standard input and output, for any editor
 *   node server.js --node-ipc   messages over Node's channel to the parent process, as VS Code starts it
 */
import module from 'node:module';
import process from 'node:process';

/** What Node 22 and later have: code is compiled once, and kept for the next start. */
interface CompileCache extends Pick<typeof module, 'builtinModules'> {
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

/** Time after which the server has compiled what it needs, in milliseconds. */
const WARM = 2000;

// A folder of the user's own: compiled code that others could write must not be run.
const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
const caches = XDG_CACHE_HOME ?? LOCALAPPDATA ?? (HOME && `${HOME}/.cache`);
const compileCache: CompileCache = module;
if (caches) {
  compileCache.enableCompileCache?.(`${caches}/b24pay`);
  // Kept now, because not every editor lets a server end by itself.
  setTimeout(() => compileCache.flushCompileCache?.(), WARM).unref();
}

// Everything else is loaded from here on, so that it comes out of the cache.
void import('./process.js').then(({ serve }) => {
  serve();
});
