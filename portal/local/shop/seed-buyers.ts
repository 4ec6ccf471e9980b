/** Who buys in the shop that a portal begins with, and what an order asks each for. */
import { PROVIDERS } from '../../../schemas/providers.js';
import { arrayOf } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import type { Row } from '../state.js';
import { rowOf } from './row.js';

/** IDs of the person types. */
export const PERSON = { order: 1n, invoice: 3n };
/** IDs of the company's person types. */
export const COMPANY = { order: 2n, invoice: 4n };

/** IDs of the buyers' user accounts. */
export const BUYERS = { person: 17n, company: 18n };

/** What the tables of providers show as examples, by PROVIDER_VALUE. */
export function samplesOf(provider: string): Readonly<Record<string, string>> {
  const values = Object.entries(PROVIDERS[provider]?.values ?? {});
  return Object.fromEntries(values.map(([name, { sample = '' }]) => [name, sample]));
}

const isOfWork = ([column]: readonly [string, string]) => column.startsWith('WORK_');
const anna = Object.entries(samplesOf('USER'));

/** A person, and the employee who buys for a company. */
export const SEED_USERS: readonly Row[] = [
  rowOf({ ...Object.fromEntries(anna.filter((column) => !isOfWork(column))), ID: BUYERS.person }),
  rowOf({
    ID: BUYERS.company,
    LID: 's1',
    LOGIN: 'petrov',
    NAME: 'Ivan',
    SECOND_NAME: 'Olegovich',
    LAST_NAME: 'Petrov',
    EMAIL: 'petrov@romashka.test',
    PERSONAL_GENDER: 'M',
    PERSONAL_MOBILE: '+79000000001',
    ...Object.fromEntries(anna.filter(isOfWork)),
  }),
];

const property = (personType: bigint, id: bigint, code: string, name: string, type = 'STRING') =>
  rowOf({ ID: id, PERSON_TYPE_ID: personType, CODE: code, NAME: name, TYPE: type, ACTIVE: 'Y' });

/** Order properties of each person type, with the codes usual in CRM. */
export const SEED_PROPERTIES: readonly Row[] = [
  property(PERSON.order, 1n, 'FIO', 'Full name'),
  property(PERSON.order, 2n, 'EMAIL', 'E-mail'),
  property(PERSON.order, 3n, 'PHONE', 'Phone'),
  property(PERSON.order, 4n, 'LOCATION', 'Location', 'LOCATION'),
  property(PERSON.order, 5n, 'ADDRESS', 'Delivery address'),
  property(COMPANY.order, 11n, 'COMPANY', 'Company'),
  property(COMPANY.order, 12n, 'COMPANY_ADR', 'Registered address'),
  property(COMPANY.order, 13n, 'INN', 'Tax number'),
  property(COMPANY.order, 14n, 'KPP', 'Tax registration code'),
  property(COMPANY.order, 15n, 'CONTACT_PERSON', 'Contact person'),
  property(COMPANY.order, 16n, 'EMAIL', 'E-mail'),
  property(COMPANY.order, 17n, 'PHONE', 'Phone'),
  property(COMPANY.invoice, 31n, 'COMPANY', 'Company'),
  property(COMPANY.invoice, 32n, 'INN', 'Tax number'),
  property(COMPANY.invoice, 33n, 'KPP', 'Tax registration code'),
  property(COMPANY.invoice, 34n, 'EMAIL', 'E-mail'),
];

const samples = samplesOf('PROPERTY');
const sample = (code: string) => samples[code] ?? '';

/** The column PROPERTIES of an order by the person. A location is an object. */
export const PERSON_PROPERTIES: PhpArray = arrayOf({
  1: sample('FIO'),
  2: sample('EMAIL'),
  3: sample('PHONE'),
  4: arrayOf({ CODE: '0000073738', CITY: 'Moscow', REGION: 'Moscow', COUNTRY: 'Russia' }),
  5: sample('ADDRESS'),
});

/** The same for an order by the company. */
export const COMPANY_PROPERTIES: PhpArray = arrayOf({
  11: sample('COMPANY'),
  12: sample('COMPANY_ADR'),
  13: sample('INN'),
  14: sample('KPP'),
  15: sample('CONTACT_PERSON'),
  16: 'mail@romashka.test',
  17: '+74950000000',
});

/** The same for an invoice to the company. */
export const INVOICE_PROPERTIES: PhpArray = arrayOf({
  31: sample('COMPANY'),
  32: sample('INN'),
  33: sample('KPP'),
  34: 'mail@romashka.test',
});
