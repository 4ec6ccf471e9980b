/** Hangs the texts a reader sees (description, examples, documentation page) on a zod model. */
import type { z } from 'zod/v3';
import type { DocumentationPage } from './documentation.js';

/** What hovers and completions show of a key. */
export interface Annotation {
  /** One or two sentences in English; the key under which they are translated. */
  readonly description: string;
  readonly examples?: readonly unknown[];
  /** Official documentation page. */
  readonly docs?: DocumentationPage;
  /** The documentation's own examples have this key here, and no portal reads it: accepted, and never offered. */
  readonly ignored?: true;
}

/** Adds the annotation. zod carries one string, so it travels as JSON; `generate.ts` unpacks it into the schema. */
export function annotate<T extends z.ZodType<unknown>>(schema: T, annotation: Annotation): T {
  const { docs, ignored, ...rest } = annotation;
  return schema.describe(
    JSON.stringify({ ...rest, ...(docs && { 'x-docs': docs }), ...(ignored && { 'x-ignored': true }) }),
  );
}
