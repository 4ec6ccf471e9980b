// The arguments that @vscode/test-electron gives to `code`, as far as they matter here.
import { fileURLToPath } from 'node:url';

const WITH_VALUE = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'user-data-dir',
  'extensions-dir',
  'folder-uri',
  'file-uri',
]);

/**
 * @typedef {object} CodeArguments
 * @property {string | undefined} open folder or workspace file
 * @property {string[]} developmentPaths folders of extensions under development
 * @property {Map<string, string>} flags the others, without their dashes; '' for one without a value
 */

/**
 * Reads a command line of `code`.
 * @param {string[]} argv without node and script
 * @returns {CodeArguments}
 */
export function readArguments(argv) {
  /** @type {CodeArguments} */
  const result = { open: undefined, developmentPaths: [], flags: new Map() };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [, name, given] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) {
      result.open ??= argument;
      continue;
    }
    const value = given ?? (WITH_VALUE.has(name) ? rest.shift() : undefined) ?? '';
    if (name === 'extensionDevelopmentPath') result.developmentPaths.push(value);
    else if (name.endsWith('-uri')) result.open ??= fileURLToPath(value);
    else result.flags.set(name, value);
  }
  return result;
}
