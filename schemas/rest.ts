/**
 * zod models of the requests and answers of `sale.paysystem.handler.add/update/list/delete`. Build time only. They are the
 * contract between what calls portals and what answers as one: test/portal/contract.test.ts holds both sides to it.
 */
import { z } from 'zod/v3';
import { annotate } from './annotate.js';
import { manifestSchema } from './manifest.js';

/** Portals answer numbers as numbers or as strings, depending on their database driver. */
const integer = z.union([z.number().int(), z.string().regex(/^-?\d+$/)]);

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

/** When a call was worked on, in seconds; the last two where the time of methods is limited. Errors have no such part. */
const time = z.object({
  start: z.number(),
  finish: z.number(),
  duration: z.number(),
  processing: z.number(),
  date_start: z.string(),
  date_finish: z.string(),
  operating_reset_at: z.number().int().optional(),
  operating: z.number().optional(),
});

/** Answer of handler.add: the new ID. */
export const addAnswer = z.object({ result: integer, time });

/** Answer of handler.update and handler.delete. */
export const doneAnswer = z.object({ result: z.literal(true), time });

/** Anything at all: handler.update checks nothing of SETTINGS. An empty object is listed as `[]`. */
const stored = z.union([z.record(z.unknown()), z.array(z.unknown()), z.string(), z.number(), z.boolean(), z.null()]);

const handler = z.object({
  ID: integer,
  NAME: z.string(),
  CODE: z.string().nullable(),
  SORT: integer.nullable(),
  SETTINGS: stored,
});

/** Answer of handler.list: every handler of the portal, of all applications. */
export const listAnswer = z.object({ result: z.array(handler), time });

/** Error answer of every method; only a wrong argument is named. */
export const errorAnswer = z.object({
  error: z.string(),
  error_description: z.string().optional(),
  argument: z.string().optional(),
});
