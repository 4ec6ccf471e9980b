/**
 * The shop that every portal begins with: a person and a company buy, in roubles and dollars. IDs of different tables are
 * different, so that an endpoint that mistakes one for the other does not work by chance.
 */
import type { Shop } from '../state.js';
import { arrayOf } from '../php/arrays.js';
import { rowOf } from './row.js';
import { SEED_DETAILS } from './seed-details.js';
import { SEED_INVOICES, SEED_ORDERS, SEED_PAYMENTS } from './seed-orders.js';
import { PERSON, SEED_PROPERTIES, SEED_USERS } from './seed-buyers.js';

const personType = (id: bigint, code: string, name: string, registry: string) =>
  rowOf({ ID: id, CODE: code, NAME: name, SORT: id * 100n, ACTIVE: 'Y', ENTITY_REGISTRY_TYPE: registry, XML_ID: '' });

const currency = (code: string, name: string, amount: string, base: string, format: string, sort: string) =>
  arrayOf({
    CURRENCY: code,
    AMOUNT_CNT: '1',
    AMOUNT: amount,
    SORT: sort,
    BASE: base,
    FULL_NAME: name,
    LID: 'en',
    FORMAT_STRING: format,
    DEC_POINT: '.',
    THOUSANDS_SEP: '&nbsp;',
    DECIMALS: '2',
    DATE_UPDATE: '2026-01-12T09:00:00+00:00',
  });

/** The shop. */
export const SEED_SHOP: Shop = {
  personTypes: [
    personType(PERSON.order, 'CRM_CONTACT', 'Individual', 'ORDER'),
    personType(2n, 'CRM_COMPANY', 'Legal entity', 'ORDER'),
    // Invoices have person types of their own, whose names are codes.
    personType(3n, 'CRM_CONTACT', 'CRM_CONTACT', 'CRM_INVOICE'),
    personType(4n, 'CRM_COMPANY', 'CRM_COMPANY', 'CRM_INVOICE'),
  ],
  currencies: [
    currency('RUB', 'Russian Ruble', '1.0000', 'Y', '# &#8381;', '100'),
    currency('USD', 'US Dollar', '90.0000', 'N', '$#', '200'),
  ],
  users: SEED_USERS,
  properties: SEED_PROPERTIES,
  orders: SEED_ORDERS,
  payments: SEED_PAYMENTS,
  invoices: SEED_INVOICES,
  details: SEED_DETAILS,
};
