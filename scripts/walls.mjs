// A lint rule: the walls between the rooms (ARCHITECTURE.md, "Rooms").
import path from 'node:path';
import { root } from './project.mjs';

/**
 * For each room: the folders it may import from, besides itself, and the modules it must not.
 * @type {Readonly<Record<string, { below: readonly string[], never: readonly string[] }>>}
 */
const ROOMS = {
  schemas: { below: [], never: ['vscode'] },
  server: { below: ['schemas', 'snippets'], never: ['vscode', 'zod', 'ajv'] },
  portal: { below: ['schemas'], never: ['vscode', 'zod', 'ajv'] },
  cli: { below: ['server', 'portal', 'schemas'], never: ['vscode', 'zod', 'ajv'] },
  client: { below: ['server', 'portal', 'schemas'], never: ['zod', 'ajv'] },
};

/**
 * Why a file of a room must not import something; undefined when it may.
 * @param {string} file
 * @param {string} source as the import names it
 */
function objection(file, source) {
  const [room = ''] = path.relative(root, file).split(path.sep);
  const rule = ROOMS[room];
  if (rule === undefined) return undefined;
  if (!source.startsWith('.')) {
    const name = rule.never.find((module) => source === module || source.startsWith(`${module}/`));
    return name && `${room} never imports ${name}.`;
  }
  // A folder of the room may be named as another room is, as portal/client: what counts is where the path leads.
  const [other = '', inside] = path.relative(root, path.resolve(path.dirname(file), source)).split(path.sep);
  const isFile = inside === undefined;
  return isFile || other === room || rule.below.includes(other)
    ? undefined
    : `${room} must not import from ${other}: arrows go down only.`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const walls = {
  create(context) {
    const check = (/** @type {{ source?: import('estree').Expression | null | undefined }} */ node) => {
      if (node.source?.type !== 'Literal') return;
      const message = objection(context.filename, String(node.source.value));
      if (message !== undefined) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
