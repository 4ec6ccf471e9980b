/**
 * The state as a JSON document: what `GET` and `PUT /.local/state` and the state file speak.
 * `{webhooks:[{user, code, rights}], applications:[{clientId, accessToken, rights}],
 * handlers:[{ID, NAME, CODE, SORT, SETTINGS, APP_ID}], paySystems:[{ID, ACTION_FILE, …}],
 * mappings:[{CODE_KEY, PAY_SYSTEM_ID, PERSON_TYPE_ID, PROVIDER_KEY, PROVIDER_VALUE}], shop:{personTypes:[…], orders:[…], …}}`
 */
import * as l10n from '@vscode/l10n';
import { codeKey } from '../../schemas/handler-code.js';
import { idAt, invalid, listAt, objectAt, scalarAt, textAt } from './document-fields.js';
import { arrayOf, listOf } from './php/arrays.js';
import { toInt } from './php/cast.js';
import { lasting } from './php/json-bytes.js';
import { EMPTY_ARRAY, type PhpArray, type PhpValue } from './php/value.js';
import { readShop, refuseEqualIds, writeShop } from './shop/shop-document.js';
import type { Application, Handler, PaySystem, Rights, Shop, State, Webhook } from './state.js';
import { readMapping, refuseEqualMappings, writeMapping } from './values/mapping-document.js';

export { InvalidStateError } from './document-fields.js';

/** What a document gives; a key that it leaves out is left out here too, and so is a table of the shop. */
export interface StateParts extends Partial<Omit<State, 'nextHandlerId' | 'nextPaySystemId' | 'shop'>> {
  readonly shop?: Partial<Shop>;
}

const KEYS = ['webhooks', 'applications', 'handlers', 'paySystems', 'mappings', 'shop'];

/** Reads a document. Throws InvalidStateError. */
export function readStateDocument(document: PhpValue): StateParts {
  const object = objectAt(document, l10n.t('The state'), KEYS);
  const webhooks = listAt(object, 'webhooks', readWebhook);
  const applications = listAt(object, 'applications', readApplication);
  const handlers = listAt(object, 'handlers', readHandler);
  const paySystems = listAt(object, 'paySystems', readPaySystem);
  const mappings = listAt(object, 'mappings', readMapping);
  const shop = object.get('shop');
  refuseEqualHandlers(handlers ?? []);
  refuseEqualIds(paySystems ?? [], 'paySystems');
  refuseEqualMappings(mappings ?? []);
  return {
    ...(webhooks && { webhooks }),
    ...(applications && { applications }),
    ...(handlers && { handlers }),
    ...(paySystems && { paySystems }),
    ...(mappings && { mappings }),
    ...(shop !== undefined && { shop: readShop(shop) }),
  };
}

/** Writes the document. */
export function writeStateDocument(state: State): PhpArray {
  return arrayOf({
    webhooks: listOf(state.webhooks.map(({ user, code, rights }) => arrayOf({ user: BigInt(user), code, rights }))),
    applications: listOf(state.applications.map((application) => arrayOf({ ...application }))),
    handlers: listOf(state.handlers.map((handler) => writtenHandler(handler))),
    paySystems: listOf(state.paySystems.map(({ row }) => lasting(row))),
    mappings: listOf(state.mappings.map(writeMapping)),
    shop: writeShop(state.shop),
  });
}

/** A handler with the columns that `handler.list` shows. */
function listedHandler(handler: Handler): Readonly<Record<string, PhpValue>> {
  const { id, name, code, sort, settings } = handler;
  return { ID: id, NAME: name, CODE: code, SORT: sort, SETTINGS: settings };
}

/** A handler in the document. Its settings are encoded with every change of the state, so their encoding is kept. */
const writtenHandler = (handler: Handler): PhpArray =>
  arrayOf({ ...listedHandler(handler), SETTINGS: lasting(handler.settings), APP_ID: handler.appId });

/** Lists that were made, by the rows they show: as long as no handler changes, the same one is answered. */
const lists = new WeakMap<readonly Handler[], PhpArray>();

/** What `handler.list` shows. */
export function listedHandlers(handlers: readonly Handler[]): PhpArray {
  const known = lists.get(handlers);
  if (known) return known;
  const list = lasting(listOf(handlers.map((handler) => arrayOf(listedHandler(handler)))));
  lists.set(handlers, list);
  return list;
}

function readWebhook(value: PhpValue, place: string): Webhook {
  const row = objectAt(value, place, ['user', 'code', 'rights']);
  const code = textAt(row, 'code', place);
  if (code.includes('/')) invalid(l10n.t('{0} must not contain a slash.', `${place}.code`));
  return { user: Number(idAt(row, 'user', place)), code, rights: rightsAt(row, place) };
}

function readApplication(value: PhpValue, place: string): Application {
  const row = objectAt(value, place, ['clientId', 'accessToken', 'rights']);
  return {
    clientId: textAt(row, 'clientId', place),
    accessToken: textAt(row, 'accessToken', place),
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

function rightsAt(row: PhpArray, place: string): Rights {
  const value = row.get('rights');
  if (value !== 'admin' && value !== 'none') invalid(l10n.t('{0} must be "admin" or "none".', `${place}.rights`));
  return value;
}
