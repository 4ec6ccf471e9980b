// Lint rules, those of the rooms included (ARCHITECTURE.md, "Rooms").
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { walls } from './scripts/walls.mjs';

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
  { files: ['**/*.ts'], plugins: { house: { rules: { walls } } }, rules: { 'house/walls': 'error' } },
);
