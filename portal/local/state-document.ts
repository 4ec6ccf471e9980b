/**
 * The state as a JSON document: what `GET` and `PUT /.local/state` and the state file speak.
 * `{webhooks:[{user, code, rights}], applications:[{clientId, accessToken, rights}],
 * handlers:[{ID, NAME, CODE, SORT, SETTINGS, APP_ID}], paySystems:[{ID, ACTION_FILE, …}]}`
 */
import * as l10n from '@vscode/l10n';
import { arrayOf, isList, listOf } from './php/arrays.js';
import { toInt, toText } from './php/cast.js';
import { EMPTY_ARRAY, isArray, type PhpArray, type PhpValue } from './php/value.js';
import { codeKey } from '../../schemas/handler-code.js';
import type { Application, Handler, PaySystem, Rights, State, Webhook } from './state.js';

/** The document does not describe a state. The message names the place. */
export class InvalidStateError extends Error {
  override readonly name = 'InvalidStateError';
}

/** What a document gives; a key that it leaves out is left out here too. */
export type StateParts = Partial<Omit<State, 'nextHandlerId'>>;

const KEYS = ['webhooks', 'applications', 'handlers', 'paySystems'];

/** Reads a document. Throws InvalidStateError. */
export function readStateDocument(document: PhpValue): StateParts {
  const object = objectAt(document, l10n.t('The state'), KEYS);
  const webhooks = rows(object, 'webhooks', readWebhook);
  const applications = rows(object, 'applications', readApplication);
  const handlers = rows(object, 'handlers', readHandler);
  const paySystems = rows(object, 'paySystems', readPaySystem);
  if (handlers !== undefined) refuseEqualHandlers(handlers);
  return {
    ...(webhooks && { webhooks }),
    ...(applications && { applications }),
    ...(handlers && { handlers }),
    ...(paySystems && { paySystems }),
  };
}

/** Writes the document. */
export function writeStateDocument(state: State): PhpArray {
  return arrayOf({
    webhooks: listOf(state.webhooks.map(({ user, code, rights }) => arrayOf({ user: BigInt(user), code, rights }))),
    applications: listOf(state.applications.map((application) => arrayOf({ ...application }))),
    handlers: listOf(state.handlers.map((handler) => arrayOf({ ...listedHandler(handler), APP_ID: handler.appId }))),
    paySystems: listOf(state.paySystems.map((paySystem) => paySystem.row)),
  });
}

/** A handler with the columns that `handler.list` shows. */
export function listedHandler(handler: Handler): Readonly<Record<string, PhpValue>> {
  const { id, name, code, sort, settings } = handler;
  return { ID: id, NAME: name, CODE: code, SORT: sort, SETTINGS: settings };
}

function readWebhook(value: PhpValue, place: string): Webhook {
  const row = objectAt(value, place, ['user', 'code', 'rights']);
  const code = secretAt(row, 'code', place);
  if (code.includes('/')) invalid(l10n.t('{0} must not contain a slash.', `${place}.code`));
  return { user: Number(idAt(row, 'user', place)), code, rights: rightsAt(row, place) };
}

function readApplication(value: PhpValue, place: string): Application {
  const row = objectAt(value, place, ['clientId', 'accessToken', 'rights']);
  return {
    clientId: secretAt(row, 'clientId', place),
    accessToken: secretAt(row, 'accessToken', place),
    rights: rightsAt(row, place),
  };
}

/** NAME, CODE and SORT are cast as the table's columns would cast them. */
function readHandler(value: PhpValue, place: string): Handler {
  const row = objectAt(value, place, ['ID', 'NAME', 'CODE', 'SORT', 'SETTINGS', 'APP_ID']);
  const appId = row.get('APP_ID') ?? null;
  return {
    id: idAt(row, 'ID', place),
    name: scalarAt(row, 'NAME', place),
    code: scalarAt(row, 'CODE', place),
    sort: toInt(row.get('SORT') ?? 100n),
    settings: row.get('SETTINGS') ?? EMPTY_ARRAY,
    appId: appId === null ? null : scalarAt(row, 'APP_ID', place),
  };
}

function readPaySystem(value: PhpValue, place: string): PaySystem {
  const row = objectAt(value, place);
  return { id: idAt(row, 'ID', place), actionFile: scalarAt(row, 'ACTION_FILE', place), row };
}

/** The table's primary key and its unique index would not allow it. */
function refuseEqualHandlers(handlers: readonly Handler[]): void {
  const taken = new Set<bigint | string>();
  handlers.forEach(({ id, code }, index) => {
    if (taken.has(id) || taken.has(codeKey(code))) {
      invalid(
        l10n.t('{0} has the ID or the CODE of an earlier one; on a portal both are unique.', `handlers[${index}]`),
      );
    }
    taken.add(id).add(codeKey(code));
  });
}

function rows<T>(object: PhpArray, key: string, read: (value: PhpValue, place: string) => T): T[] | undefined {
  const value = object.get(key);
  if (value === undefined) return undefined;
  if (!isArray(value) || !isList(value)) invalid(l10n.t('{0} must be a list.', key));
  return Array.from(value.values(), (item, index) => read(item, `${key}[${index}]`));
}

function objectAt(value: PhpValue, place: string, known?: readonly string[]): PhpArray {
  if (!isArray(value) || (isList(value) && value.size > 0)) invalid(l10n.t('{0} must be an object.', place));
  const stranger = known && [...value.keys()].find((key) => !known.includes(key));
  if (stranger !== undefined) {
    invalid(l10n.t('{0} has the unknown key {1}; known are {2}.', place, stranger, known?.join(', ') ?? ''));
  }
  return value;
}

/** A positive whole number, also written as text. */
function idAt(row: PhpArray, key: string, place: string): bigint {
  const value = row.get(key);
  const id = typeof value === 'bigint' || (typeof value === 'string' && /^\d+$/.test(value)) ? toInt(value) : 0n;
  if (id < 1n) invalid(l10n.t('{0} must be a positive whole number.', `${place}.${key}`));
  return id;
}

function scalarAt(row: PhpArray, key: string, place: string): string {
  const value = row.get(key);
  if (value === undefined || isArray(value)) invalid(l10n.t('{0} must be a text.', `${place}.${key}`));
  return toText(value);
}

function secretAt(row: PhpArray, key: string, place: string): string {
  const value = row.get(key);
  if (typeof value !== 'string' || value === '') invalid(l10n.t('{0} must be a non-empty text.', `${place}.${key}`));
  return value;
}

function rightsAt(row: PhpArray, place: string): Rights {
  const value = row.get('rights');
  if (value !== 'admin' && value !== 'none') invalid(l10n.t('{0} must be "admin" or "none".', `${place}.rights`));
  return value;
}

function invalid(message: string): never {
  throw new InvalidStateError(message);
}
