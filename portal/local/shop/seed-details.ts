/** What the providers beside order, payment, buyer and properties know of the shop that a portal begins with. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import { BUYERS, samplesOf } from './seed-buyers.js';
import { SEED_INVOICES } from './seed-orders.js';

type Values = Readonly<Record<string, string>>;

const requisites = samplesOf('REQUISITE');
const { 'RQ_NAME|1': personName = '', ...companyRequisites } = requisites;
const bankDetails = samplesOf('BANK_DETAIL');

const forAll = (provider: string, values: Values): PhpArray =>
  arrayOf({ PROVIDER_KEY: provider, ORDER_ID: 0n, VALUES: arrayOf(values) });

const ofBuyer = (provider: string, buyer: bigint, values: Values): PhpArray =>
  arrayOf({ PROVIDER_KEY: provider, ORDER_ID: 0n, USER_ID: buyer, VALUES: arrayOf(values) });

/** What CRM knows is known to be there for invoices; whether it is for orders, too, is not. */
const ofInvoices = (provider: string, values: Values): PhpArray[] =>
  SEED_INVOICES.map(({ id }) => arrayOf({ PROVIDER_KEY: provider, ORDER_ID: id, VALUES: arrayOf(values) }));

/** The table. */
export const SEED_DETAILS: readonly PhpArray[] = [
  forAll('COMPANY', samplesOf('COMPANY')),
  ofBuyer('REQUISITE', BUYERS.person, {
    'RQ_NAME|1': personName,
    'RQ_EMAIL|1': 'anna@shop.test',
    'RQ_PHONE|1': '+79000000000',
  }),
  ofBuyer('REQUISITE', BUYERS.company, companyRequisites),
  ofBuyer('BANK_DETAIL', BUYERS.company, bankDetails),
  forAll('MC_REQUISITE', {
    'RQ_COMPANY_NAME|1': samplesOf('COMPANY').NAME ?? '',
    'RQ_INN|1': '7800000000',
    'RQ_KPP|1': '780001001',
    'RQ_EMAIL|1': 'shop@myshop.test',
    'RQ_PHONE|1': '+78120000000',
  }),
  forAll('MC_BANK_DETAIL', { ...bankDetails, 'RQ_ACC_NUM|1': '40702810000000000002' }),
  ...ofInvoices('CRM_COMPANY', {
    TITLE: companyRequisites['RQ_COMPANY_NAME|1'] ?? '',
    EMAIL_WORK: 'mail@romashka.test',
    PHONE_WORK: '+74950000000',
  }),
  ...ofInvoices('CRM_MYCOMPANY', {
    TITLE: samplesOf('COMPANY').NAME ?? '',
    EMAIL_WORK: 'shop@myshop.test',
    PHONE_WORK: '+78120000000',
  }),
];
