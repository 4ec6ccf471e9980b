/** The table of payment systems: which columns a caller can set, and what the others hold. */
import { arrayOf, replaceKeys } from '../php/arrays.js';
import { at, isEmpty, isSet, toText } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import type { Handler, PaySystem } from '../state.js';
import { idOf } from './row-id.js';

/** Parameter → column, for the columns that `update` sets. SETTINGS are none of them. A logo is kept as a file, which is not done here. */
const UPDATED: Readonly<Record<string, string>> = {
  NAME: 'NAME',
  DESCRIPTION: 'DESCRIPTION',
  PERSON_TYPE_ID: 'PERSON_TYPE_ID',
  BX_REST_HANDLER: 'ACTION_FILE',
  ACTIVE: 'ACTIVE',
  NEW_WINDOW: 'NEW_WINDOW',
  XML_ID: 'XML_ID',
};

/** What the table holds where `add` sets nothing. */
const COLUMNS: Readonly<Record<string, PhpValue>> = {
  SORT: 100n,
  RESULT_FILE: null,
  TARIF: null,
  PS_MODE: null,
  HAVE_PAYMENT: 'N',
  HAVE_ACTION: 'N',
  HAVE_RESULT: 'N',
  HAVE_PREPAY: 'N',
  HAVE_PRICE: 'N',
  HAVE_RESULT_RECEIVE: 'Y',
  ENCODING: null,
  ALLOW_EDIT_PAYMENT: 'Y',
  IS_CASH: 'N',
  AUTO_CHANGE_1C: 'N',
  CAN_PRINT_CHECK: 'N',
};

/** The row that `add` makes. Whatever ACTION_FILE, PSA_NAME, SORT and the like a caller sends does not count. */
export function newPaySystem(id: bigint, params: PhpArray, registry: PhpValue, handler: Handler): PaySystem {
  const name = params.get('NAME') ?? null;
  return paySystemOf(
    id,
    arrayOf({
      ID: id,
      PAY_SYSTEM_ID: id,
      PERSON_TYPE_ID: idOf(params.get('PERSON_TYPE_ID')),
      NAME: toText(name),
      PSA_NAME: toText(name),
      DESCRIPTION: textOrNull(params.get('DESCRIPTION')),
      ACTION_FILE: toText(params.get('BX_REST_HANDLER') ?? null),
      NEW_WINDOW: flag(params.get('NEW_WINDOW')),
      ACTIVE: flag(params.get('ACTIVE')),
      ENTITY_REGISTRY_TYPE: toText(registry),
      XML_ID: textOrNull(params.get('XML_ID')),
      PS_CLIENT_TYPE: clientTypeOf(handler),
      ...COLUMNS,
    }),
  );
}

/** The row after `update` with these FIELDS; `handler` is the one it has afterwards. A field that is null changes nothing. */
export function updatedPaySystem(paySystem: PaySystem, fields: PhpArray, handler: Handler | undefined): PaySystem {
  const changed = new Map(
    Object.entries(UPDATED).flatMap(([field, column]): [string, PhpValue][] => {
      const value = fields.get(field);
      if (!isSet(value)) return [];
      return [[column, column === 'PERSON_TYPE_ID' ? idOf(value) : toText(value)]];
    }),
  );
  const clientType = handler ? arrayOf({ PS_CLIENT_TYPE: clientTypeOf(handler) }) : arrayOf({});
  return paySystemOf(paySystem.id, replaceKeys(replaceKeys(paySystem.row, changed), clientType));
}

function paySystemOf(id: bigint, row: PhpArray): PaySystem {
  return { id, actionFile: toText(row.get('ACTION_FILE') ?? null), row };
}

/** Looked up when the payment system is saved, and not again when the handler changes. */
function clientTypeOf({ settings }: Handler): string {
  return at(settings, 'CLIENT_TYPE') === 'b2b' ? 'b2b' : 'b2c';
}

function flag(value: PhpValue | undefined): string {
  return value === undefined || isEmpty(value) ? 'N' : toText(value);
}

function textOrNull(value: PhpValue | undefined): string | null {
  return isSet(value) ? toText(value) : null;
}
