/** A payment as `sale.payment.get` answers it. */
import { replaceKeys } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import type { Row, State } from '../state.js';
import { restFields, type FieldTable } from './rest-fields.js';
import { idIn, rowById } from './row.js';

const FIELDS: FieldTable = {
  ACCOUNT_NUMBER: 'text',
  COMMENTS: 'text',
  COMPANY_ID: 'optionalId',
  CURRENCY: 'text',
  DATE_BILL: 'date',
  DATE_MARKED: 'date',
  DATE_PAID: 'date',
  DATE_PAY_BEFORE: 'date',
  DATE_RESPONSIBLE_ID: 'date',
  EMP_MARKED_ID: 'optionalId',
  EMP_PAID_ID: 'optionalId',
  EMP_RESPONSIBLE_ID: 'optionalId',
  EMP_RETURN_ID: 'optionalId',
  EXTERNAL_PAYMENT: 'yes-no',
  ID: 'id',
  ID_1C: 'text',
  IS_RETURN: 'yes-no',
  MARKED: 'yes-no',
  ORDER_ID: 'id',
  PAID: 'yes-no',
  PAY_RETURN_COMMENT: 'text',
  PAY_RETURN_DATE: 'date',
  PAY_RETURN_NUM: 'text',
  PAY_SYSTEM_ID: 'id',
  PAY_SYSTEM_IS_CASH: 'yes-no',
  PAY_SYSTEM_NAME: 'text',
  PAY_SYSTEM_XML_ID: 'text',
  PAY_VOUCHER_DATE: 'date',
  PAY_VOUCHER_NUM: 'text',
  PRICE_COD: 'text',
  PS_CURRENCY: 'text',
  PS_INVOICE_ID: 'any',
  PS_RESPONSE_DATE: 'date',
  PS_STATUS: 'text',
  PS_STATUS_CODE: 'text',
  PS_STATUS_DESCRIPTION: 'text',
  PS_STATUS_MESSAGE: 'text',
  PS_SUM: 'optionalSum',
  REASON_MARKED: 'text',
  RESPONSIBLE_ID: 'optionalId',
  SUM: 'sum',
  UPDATED_1C: 'yes-no',
  VERSION_1C: 'text',
  XML_ID: 'text',
};

/** The payment's fields, with those of its payment system. */
export function paymentFields({ row }: Row, state: State): PhpArray {
  const paySystem = rowById(state.paySystems, idIn(row, 'PAY_SYSTEM_ID'))?.row;
  const joined = new Map([
    ['PRICE_COD', '0'],
    ['PAY_SYSTEM_IS_CASH', paySystem?.get('IS_CASH') ?? 'N'],
    ['PAY_SYSTEM_XML_ID', paySystem?.get('XML_ID') ?? ''],
  ]);
  return restFields(replaceKeys(joined, row), FIELDS);
}
