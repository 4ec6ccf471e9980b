/** An order as `sale.order.get` answers it. */
import { arrayOf, listOf, replaceKeys } from '../php/arrays.js';
import { EMPTY_ARRAY, isArray, type PhpArray } from '../php/value.js';
import type { Row, State } from '../state.js';
import { paymentFields } from './payment-fields.js';
import { restFields, type FieldTable } from './rest-fields.js';
import { idIn, textIn } from './row.js';

const FIELDS: FieldTable = {
  ACCOUNT_NUMBER: 'text',
  ADDITIONAL_INFO: 'text',
  AFFILIATE_ID: 'optionalId',
  CANCELED: 'yes-no',
  COMMENTS: 'text',
  COMPANY_ID: 'id',
  CURRENCY: 'text',
  DATE_CANCELED: 'date',
  DATE_INSERT: 'date',
  DATE_LOCK: 'date',
  DATE_MARKED: 'date',
  DATE_STATUS: 'date',
  DATE_UPDATE: 'date',
  DEDUCTED: 'yes-no',
  DISCOUNT_VALUE: 'sum',
  EMP_CANCELED_ID: 'optionalId',
  EMP_MARKED_ID: 'optionalId',
  EMP_STATUS_ID: 'optionalId',
  EXTERNAL_ORDER: 'yes-no',
  ID: 'id',
  ID_1C: 'text',
  LID: 'text',
  LOCKED_BY: 'text',
  MARKED: 'yes-no',
  ORDER_TOPIC: 'text',
  PAYED: 'yes-no',
  PERSON_TYPE_ID: 'id',
  PERSON_TYPE_XML_ID: 'text',
  PRICE: 'sum',
  REASON_CANCELED: 'text',
  REASON_MARKED: 'text',
  RECOUNT_FLAG: 'yes-no',
  RECURRING_ID: 'text',
  RESPONSIBLE_ID: 'optionalId',
  STATUS_ID: 'text',
  STATUS_XML_ID: 'text',
  TAX_VALUE: 'sum',
  UPDATED_1C: 'yes-no',
  USER_DESCRIPTION: 'text',
  USER_ID: 'id',
  VERSION: 'id',
  VERSION_1C: 'text',
  XML_ID: 'text',
};

/** The order's fields with its payments and properties. What the local portal keeps nothing of is empty. */
export function orderFields(order: Row, state: State): PhpArray {
  const payments = state.shop.payments.filter(({ row }) => idIn(row, 'ORDER_ID') === order.id);
  return replaceKeys(
    restFields(order.row, FIELDS),
    arrayOf({
      basketItems: EMPTY_ARRAY,
      clients: EMPTY_ARRAY,
      payments: listOf(payments.map((payment) => paymentFields(payment, state))),
      propertyValues: listOf(propertyValues(order, state)),
      requisiteLink: arrayOf({ bankDetailId: 0n, mcBankDetailId: 0n, mcRequisiteId: 0n, requisiteId: 0n }),
      shipments: EMPTY_ARRAY,
      tradeBindings: EMPTY_ARRAY,
    }),
  );
}

/** IDs of values are made from those of order and property: a portal has a table of its own for them. */
function propertyValues({ id, row }: Row, { shop }: State): PhpArray[] {
  const values = row.get('PROPERTIES');
  if (!isArray(values)) return [];
  return Array.from(values, ([key, value]) => {
    const property = shop.properties.find((known) => known.id.toString() === key)?.row ?? EMPTY_ARRAY;
    return arrayOf({
      code: textIn(property, 'CODE'),
      id: id * 100n + idIn(property, 'ID'),
      name: textIn(property, 'NAME'),
      orderPropsId: idIn(property, 'ID'),
      orderPropsXmlId: null,
      value: isArray(value) ? (value.get('CODE') ?? value) : value,
    });
  });
}
