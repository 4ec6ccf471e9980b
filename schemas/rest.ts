/** zod models of the requests and answers of `sale.paysystem.handler.add/update/list/delete`. Build time only. */
import { z } from 'zod/v3';
import { annotate } from './annotate.js';
import { emptyList, manifestSchema } from './manifest.js';

/** Portals answer numbers as numbers or as strings, depending on their database driver. */
const integer = z.union([z.number(), z.string().regex(/^-?\d+$/)]);

const parameters = manifestSchema.omit({ $schema: true });

/** Request of handler.add. */
export const addRequest = parameters;

/** Request of handler.update. SETTINGS replaces the stored one as a whole. */
export const updateRequest = z.object({
  ID: annotate(integer, { description: 'ID of the handler, from handler.list.', docs: 'handler-update' }),
  FIELDS: annotate(parameters.partial(), {
    description: 'What to change. SETTINGS is replaced as a whole, never merged.',
    docs: 'handler-update',
  }),
});

/** Request of handler.delete. */
export const deleteRequest = z.object({
  ID: annotate(integer, {
    description: 'ID of the handler, from handler.list. Its CODE does not work here.',
    docs: 'handler-delete',
  }),
});

/** Request of handler.list: it takes no parameters. */
export const listRequest = z.object({}).strict();

/** Answer of handler.add: the new ID. */
export const addAnswer = z.object({ result: integer });

/** Answer of handler.update and handler.delete. */
export const doneAnswer = z.object({ result: z.boolean() });

const handler = z.object({
  ID: integer,
  NAME: z.string().nullable(),
  CODE: z.string().nullable(),
  SORT: integer.nullable(),
  SETTINGS: z.union([z.record(z.unknown()), emptyList, z.literal(false), z.null()]),
});

/** Answer of handler.list: every handler of the portal, of all applications. */
export const listAnswer = z.object({ result: z.array(handler) });

/** Error answer of any method. */
export const errorAnswer = z.object({ error: z.string(), error_description: z.string().optional() });
