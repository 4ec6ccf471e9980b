/** Reads the generated JSON Schema: which keys and descriptions a place in a manifest has. */
import type { DocumentationPage } from './documentation.js';
import manifestSchema from './generated/manifest.schema.json' with { type: 'json' };

/** The parts of the generated schema that readers use. Nothing is referenced: every place is written out. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly 'x-docs'?: DocumentationPage;
  /** Accepted, but no portal reads it. */
  readonly 'x-ignored'?: boolean;
}

/** Schema of a place; undefined where the schema says nothing (unknown keys, free content). */
export function schemaAt(path: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = manifestSchema as SchemaNode;
  for (const step of path) {
    if (node === undefined) return undefined;
    if (typeof step === 'number') {
      node = node.items;
    } else {
      const own: SchemaNode | undefined =
        node.properties && Object.hasOwn(node.properties, step) ? node.properties[step] : undefined;
      node = own ?? (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined);
    }
  }
  return node;
}

const known = new WeakMap<SchemaNode, readonly string[]>();

/** Keys that the object at a place may have, as far as a portal reads them; empty for objects of free keys. */
export function keysAt(path: readonly (string | number)[]): readonly string[] {
  const node = schemaAt(path);
  if (node === undefined) return [];
  const keys =
    known.get(node) ??
    Object.entries(node.properties ?? {}).flatMap(([key, { 'x-ignored': ignored }]) => (ignored ? [] : [key]));
  known.set(node, keys);
  return keys;
}
