/** The `sale.paysystem.handler.*` methods, with their answers read and checked. */
import type { HandlerParameters } from '../../schemas/manifest.js';
import { member } from '../../schemas/record.js';
import { textOf, wholeNumber } from './json.js';
import type { PortalClient } from './rest.js';

/** A handler as a portal lists it. */
export interface PortalHandler {
  readonly ID: number;
  readonly NAME: string;
  /** Empty when the portal has none stored. */
  readonly CODE: string;
  readonly SORT: number;
  /** As stored: a portal checks nothing here, so it may be anything. `[]` stands for an empty object. */
  readonly SETTINGS: unknown;
}

function readHandler(row: unknown): PortalHandler | undefined {
  const ID = wholeNumber(member(row, 'ID'));
  if (ID === undefined) return undefined;
  return {
    ID,
    NAME: textOf(member(row, 'NAME')),
    CODE: textOf(member(row, 'CODE')),
    SORT: wholeNumber(member(row, 'SORT')) ?? 100,
    SETTINGS: member(row, 'SETTINGS'),
  };
}

/** A list with one unreadable row is no list: a missed handler would be added a second time. */
function readHandlers(result: unknown): PortalHandler[] | undefined {
  if (!Array.isArray(result)) return undefined;
  const handlers = result.map(readHandler);
  return handlers.every((handler) => handler !== undefined) ? handlers : undefined;
}

/** All handlers of the portal, of every application and webhook. */
export async function listHandlers(client: PortalClient): Promise<readonly PortalHandler[]> {
  return client.call('sale.paysystem.handler.list', {}, readHandlers);
}

/** SORT null means "not given" to handler.add; to handler.update it would be a value. Left out, it is the same for both. */
function fields({ NAME, CODE, SORT, SETTINGS }: HandlerParameters): Readonly<Record<string, unknown>> {
  return { NAME, CODE, ...(SORT == null ? {} : { SORT }), SETTINGS };
}

/** Adds a handler. Resolves to its ID. */
export async function addHandler(client: PortalClient, parameters: HandlerParameters): Promise<number> {
  return client.call('sale.paysystem.handler.add', fields(parameters), wholeNumber);
}

/** Replaces a handler's name, code, sort and the whole of its SETTINGS. */
export async function updateHandler(client: PortalClient, id: number, parameters: HandlerParameters): Promise<void> {
  await client.call('sale.paysystem.handler.update', { ID: id, FIELDS: fields(parameters) }, (result) =>
    result === true ? result : undefined,
  );
}
