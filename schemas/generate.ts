/**
 * zod → JSON Schema (draft-07) → ajv standalone validators, written to schemas/generated/. The only file that knows the
 * generators. Usage: tsx schemas/generate.ts [OUT_DIR]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { format } from 'prettier';
import { jsonDescription, zodToJsonSchema } from 'zod-to-json-schema';
import type { z } from 'zod/v3';
import { manifestSchema } from './manifest.js';
import { MODES } from './providers.js';
import * as rest from './rest.js';

type JsonSchema = Record<string, unknown>;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const typesOf = (schema: JsonSchema): string[] =>
  Array.isArray(schema.type) ? (schema.type as string[]) : typeof schema.type === 'string' ? [schema.type] : [];

/**
 * Turns `anyOf` of schemas for different JSON types into one schema with a list of types, so that a validator reports the one
 * mistake that was made instead of one for each alternative. Keywords of draft-07 speak of one type each, so nothing is lost.
 */
function mergeDisjoint(schema: JsonSchema): JsonSchema {
  const branches = schema.anyOf;
  if (!Array.isArray(branches) || !branches.every(isObject)) return schema;
  const types = branches.flatMap(typesOf);
  // A closed set speaks of every type, so it can only be joined with null, which `allowNullInEnum` then adds to it.
  const closed = branches.some((branch) => 'enum' in branch || 'const' in branch);
  const typed = branches.every(
    (branch) => typesOf(branch).length > 0 && (!closed || 'enum' in branch || branch.type === 'null'),
  );
  if (!typed || new Set(types).size !== types.length) return schema;
  const own = Object.entries(schema).filter(([key]) => key !== 'anyOf');
  return Object.assign({}, ...branches, Object.fromEntries(own), { type: types }) as JsonSchema;
}

/** `enum` beside `null`: draft-07 wants null among the values. */
function allowNullInEnum(schema: JsonSchema): JsonSchema {
  const values = schema.enum;
  if (!Array.isArray(values) || !typesOf(schema).includes('null') || values.includes(null)) return schema;
  return { ...schema, enum: [...(values as unknown[]), null] };
}

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'examples' ? item : simplify(item)]),
  );
  return allowNullInEnum(mergeDisjoint(inner));
}

/** JSON Schema of a model. Objects are inlined: a reader of the schema never has to resolve a reference. */
function jsonSchema(model: z.ZodType<unknown>): JsonSchema {
  const schema = zodToJsonSchema(model, { $refStrategy: 'none', target: 'jsonSchema7', postProcess: jsonDescription });
  return simplify(schema) as JsonSchema;
}

function child(schema: JsonSchema, name: string): JsonSchema {
  const properties = schema.properties;
  const found = isObject(properties) ? properties[name] : undefined;
  if (!isObject(found)) throw new Error(`The schema has no property ${name}`);
  return found;
}

/** The schema without what only readers need: validators carry their schema along. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (!isObject(value)) return value;
  const forReaders = [
    'description',
    'examples',
    'x-docs',
    'x-ignored',
    'title',
    'allowComments',
    'allowTrailingCommas',
  ];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !forReaders.includes(key) || isObject(item))
      .map(([key, item]) => [key, bare(item)]),
  );
}

/** "At least one mode" cannot be said in zod; an empty mode counts as absent (a portal treats `{}` so). */
function withMode(manifest: JsonSchema): JsonSchema {
  child(manifest, 'SETTINGS').anyOf = MODES.map((mode) => ({
    required: [mode],
    properties: { [mode]: { type: 'object', minProperties: 1 } },
  }));
  return manifest;
}

async function main(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const manifest = withMode(jsonSchema(manifestSchema));
  Object.assign(manifest, {
    title: 'Payment handler manifest for Bitrix24',
    allowComments: true,
    allowTrailingCommas: true,
  });
  const messages = {
    ...Object.fromEntries(Object.entries(rest).map(([name, model]) => [name, jsonSchema(model)])),
    // Not so an update: a portal stores what that leaves without a mode.
    addRequest: withMode(jsonSchema(rest.addRequest)),
  };
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, optimize: 2 },
  });
  for (const [name, schema] of Object.entries({ manifest, ...messages }))
    ajv.addSchema(bare(schema) as JsonSchema, name);
  const write = async (name: string, names: Record<string, string>) => {
    // ajv's ESM output still says require("…/ucs2length"): bundling makes the file stand on its own.
    const bundled = await build({
      stdin: { contents: standaloneCode(ajv, names), resolveDir: process.cwd(), loader: 'js' },
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['main'],
      // Comments name the files that went in: as they are reached from here, wherever a linked node_modules may lie.
      preserveSymlinks: true,
      write: false,
    });
    const code = bundled.outputFiles[0]?.text ?? '';
    const banner = '// Generated by schemas/generate.ts (npm run generate). Do not edit.\n';
    writeFileSync(join(out, `${name}.mjs`), banner + code);
    const types = Object.keys(names).map((key) => `export declare const ${key}: Validator;`);
    writeFileSync(
      join(out, `${name}.d.mts`),
      `${banner}import type { Validator } from '../validator.js';\n${types.join('\n')}\n`,
    );
  };
  await write('manifest.validate', { validateManifest: 'manifest' });
  await write('rest.validate', Object.fromEntries(Object.keys(messages).map((name) => [`${name}Valid`, name])));
  const asJson = async (value: unknown) => format(JSON.stringify(value), { parser: 'json', printWidth: 120 });
  writeFileSync(join(out, 'manifest.schema.json'), await asJson(manifest));
  writeFileSync(join(out, 'rest.schema.json'), await asJson({ $schema: manifest.$schema, definitions: messages }));
}

main(resolve(process.argv[2] ?? 'schemas/generated')).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
