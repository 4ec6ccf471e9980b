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

/** Keys that the object at a place may have; empty for objects of free keys. */
export const keysAt = (path: readonly (string | number)[]): string[] => Object.keys(schemaAt(path)?.properties ?? {});
