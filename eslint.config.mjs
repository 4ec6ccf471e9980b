// Lint rules, and the walls between the rooms (ARCHITECTURE.md, "Rooms").
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Forbids imports from the named rooms (and modules) in the files of one room. */
const wall = (room, rooms, modules = []) => ({
  files: [`${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...rooms.map((other) => ({
            regex: `^(\\.\\./)+${other}/`,
            message: `${room} must not import from ${other}: arrows go down only.`,
          })),
          ...modules.map((name) => ({ group: [name], message: `${room} never imports ${name}.` })),
        ],
      },
    ],
  },
});

export default defineConfig(
  { ignores: ['dist', '.cache', 'artifacts', '.vscode-test', 'schemas/generated', 'docs/samples'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Our models are plain data; an interface or a type alias says the same.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `name!` hides a missing check; narrow it instead.
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  // tsc checks these too (checkJs), and knows every global.
  { files: ['**/*.mjs'], rules: { 'no-undef': 'off' } },
  wall('schemas', ['server', 'portal', 'cli', 'client'], ['vscode']),
  wall('server', ['portal', 'cli', 'client'], ['vscode', 'zod', 'zod/v3', 'ajv']),
  wall('portal', ['server', 'cli'], ['vscode', 'zod', 'zod/v3', 'ajv']),
  wall('cli', ['client'], ['vscode', 'zod', 'zod/v3', 'ajv']),
  wall('client', ['cli'], ['zod', 'zod/v3', 'ajv']),
);
