/**
 * What the portal knows by name: where a setting's value can come from, which inputs it draws, which form fields are its own.
 * `meaning` and `sample` are what hovers and completions show; meanings are English keys of the l10n bundles.
 */

/** One value a name may have. */
export interface Term {
  /** One sentence in English; the key under which it is translated. */
  readonly meaning: string;
  /** What such a value looks like when it reaches the payment service. */
  readonly sample?: string;
}

/** A source of values (`PROVIDER_KEY`). */
export interface Provider extends Term {
  /** How far Bitrix24's documentation and server support it. */
  readonly status: 'documented' | 'undocumented' | 'not-implemented';
  /** Known `PROVIDER_VALUE`s. Absent when any text may stand there or the names differ from portal to portal. */
  readonly values?: Readonly<Record<string, Term>>;
  /** Whether a value outside `values` is a mistake (false: the list is a selection of usual names). */
  readonly closed?: boolean;
}

const term = (meaning: string, sample?: string): Term => (sample === undefined ? { meaning } : { meaning, sample });

const ORDER_VALUES: Readonly<Record<string, Term>> = {
  ID: term('Internal ID of the order.', '253'),
  ACCOUNT_NUMBER: term('Order number that the buyer sees.', '253'),
  ORDER_TOPIC: term('Subject of the order. Only on portals with CRM.', 'Invoice 253'),
  DATE_INSERT: term('Date and time the order was created.', '24.11.2026 12:30:00'),
  DATE_INSERT_DATE: term('Date the order was created, without time.', '24.11.2026'),
  DATE_BILL: term('Invoice date and time. Only on portals with CRM.', '24.11.2026 12:30:00'),
  DATE_BILL_DATE: term('Invoice date, without time. Only on portals with CRM.', '24.11.2026'),
  DATE_PAY_BEFORE: term('Date by which the order is to be paid.', '30.11.2026'),
  SHOULD_PAY: term('Amount still to be paid for the order.', '1990.00'),
  CURRENCY: term('Currency of the order.', 'RUB'),
  PRICE: term('Total of the order. Only on portals with CRM.', '1990.00'),
  PRICE_DELIVERY: term('Price of delivery.', '300.00'),
  DISCOUNT_VALUE: term('Discount on the order.', '100.00'),
  USER_ID: term("ID of the buyer's user account.", '17'),
  PAY_SYSTEM_ID: term('ID of the payment system chosen for the order.', '349'),
  DELIVERY_ID: term('ID of the delivery service.', '3'),
  TAX_VALUE: term('Tax included in the order.', '331.67'),
  USER_DESCRIPTION: term("The buyer's comment on the order.", 'Please call before delivery'),
  LID: term('ID of the site the order was placed on. Not in the documentation.', 's1'),
  TRACKING_NUMBER: term('Tracking number of the shipment. Not in the documentation.', 'RA123456789RU'),
  DATE_UPDATE: term('Date and time of the last change. Not in the documentation.', '24.11.2026 12:35:00'),
  PERSON_TYPE_ID: term("ID of the buyer's person type. Not in the documentation.", '1'),
  PAYED: term('Whether the order is paid. Not in the documentation.', 'N'),
  COMMENTS: term("The manager's comment. Not in the documentation.", 'Regular customer'),
};

const PAYMENT_VALUES: Readonly<Record<string, Term>> = {
  ID: term('Internal ID of the payment.', '247'),
  ACCOUNT_NUMBER: term('Payment number that the buyer sees.', '253/1'),
  DATE_BILL: term('Date and time the payment was issued.', '24.11.2026 12:30:00'),
  DATE_BILL_DATE: term('Date the payment was issued, without time.', '24.11.2026'),
  SUM: term('Amount of this payment. Sent as a string.', '1990.00'),
  CURRENCY: term('Currency of the payment.', 'RUB'),
  PAID: term('Whether the payment is paid.', 'N'),
  DATE_PAID: term('Date and time of payment; empty until it is paid.', '24.11.2026 12:40:00'),
  PAY_SYSTEM_ID: term('ID of the payment system that the buyer pays with.', '349'),
  PAY_VOUCHER_NUM: term('Number of the payment document.', '1042'),
  PAY_VOUCHER_DATE: term('Date of the payment document.', '24.11.2026'),
  DATE_PAY_BEFORE: term('Date by which it is to be paid.', '30.11.2026'),
  XML_ID: term('External ID of the payment.', 'bx_5f3c'),
  PAY_SYSTEM_NAME: term('Name of the payment system as the buyer sees it.', 'Bank card'),
  COMPANY_ID: term('ID of the company that takes the payment.', '1'),
  PAY_RETURN_NUM: term('Number of the refund document.', '7'),
  PAY_RETURN_DATE: term('Date of the refund document.', '25.11.2026'),
  PAY_RETURN_COMMENT: term('Comment on the refund.', 'Returned by agreement'),
};

const USER_VALUES: Readonly<Record<string, Term>> = {
  ID: term("ID of the buyer's user account.", '17'),
  LOGIN: term("The buyer's login.", 'anna'),
  NAME: term("The buyer's first name.", 'Anna'),
  SECOND_NAME: term("The buyer's middle name or patronymic.", 'Sergeevna'),
  LAST_NAME: term("The buyer's last name.", 'Ivanova'),
  EMAIL: term("The buyer's e-mail address.", 'anna@shop.test'),
  PERSONAL_PROFESSION: term("The buyer's profession.", 'Designer'),
  PERSONAL_WWW: term("The buyer's personal web page.", 'https://anna.test'),
  PERSONAL_ICQ: term("The buyer's ICQ number.", '123456789'),
  PERSONAL_GENDER: term("The buyer's gender, M or F.", 'F'),
  PERSONAL_FAX: term("The buyer's personal fax.", '+74950000001'),
  PERSONAL_MOBILE: term("The buyer's mobile phone.", '+79000000000'),
  PERSONAL_STREET: term("The buyer's street.", 'Lesnaya 5'),
  PERSONAL_MAILBOX: term("The buyer's mailbox.", '100'),
  PERSONAL_CITY: term("The buyer's city.", 'Moscow'),
  PERSONAL_STATE: term("The buyer's region or state.", 'Moscow region'),
  PERSONAL_ZIP: term("The buyer's postal code.", '125047'),
  PERSONAL_COUNTRY: term("The buyer's country, as a number of Bitrix24's list.", '1'),
  WORK_COMPANY: term("The buyer's company.", 'Romashka LLC'),
  WORK_DEPARTMENT: term("The buyer's department.", 'Purchasing'),
  WORK_POSITION: term("The buyer's position.", 'Manager'),
  WORK_WWW: term("The company's web page.", 'https://romashka.test'),
  WORK_PHONE: term('Work phone.', '+74950000000'),
  WORK_FAX: term('Work fax.', '+74950000002'),
  WORK_STREET: term("The company's street.", 'Tverskaya 1'),
  WORK_MAILBOX: term("The company's mailbox.", '200'),
  WORK_CITY: term("The company's city.", 'Moscow'),
  WORK_STATE: term("The company's region or state.", 'Moscow region'),
  WORK_ZIP: term("The company's postal code.", '125009'),
  WORK_COUNTRY: term("The company's country, as a number of Bitrix24's list.", '1'),
  LID: term('ID of the site the buyer registered on. Not in the documentation.', 's1'),
  PERSONAL_NOTES: term('Notes on the buyer. Not in the documentation.', 'Prefers e-mail'),
  // A portal gives every column of a user's row; these are the ones that tell something about a buyer.
  PERSONAL_PHONE: term("The buyer's phone. Not in the documentation.", '+74950000003'),
  PERSONAL_PAGER: term("The buyer's pager. Not in the documentation.", '1000'),
  PERSONAL_BIRTHDAY: term("The buyer's date of birth. Not in the documentation.", '01.04.1990'),
  WORK_PAGER: term('Work pager. Not in the documentation.', '2000'),
  WORK_PROFILE: term('What the company does. Not in the documentation.', 'Wholesale'),
  WORK_NOTES: term("Notes on the buyer's work. Not in the documentation.", 'Signs on Mondays'),
  XML_ID: term("External ID of the buyer's user account. Not in the documentation.", 'crm-17'),
};

const PROPERTY_VALUES: Readonly<Record<string, Term>> = {
  FIO: term('Full name of a person who buys.', 'Anna Ivanova'),
  EMAIL: term('E-mail address given in the order.', 'anna@shop.test'),
  PHONE: term('Phone number given in the order.', '+79000000000'),
  ADDRESS: term('Delivery address of a person.', 'Moscow, Lesnaya 5'),
  COMPANY: term('Name of a company that buys.', 'Romashka LLC'),
  COMPANY_NAME: term('Name of a company that buys, on some portals.', 'Romashka LLC'),
  COMPANY_ADR: term("A company's registered address.", 'Moscow, Tverskaya 1'),
  INN: term("A company's tax number.", '7700000000'),
  KPP: term("A company's tax registration code.", '770001001'),
  CONTACT_PERSON: term('Contact person of a company.', 'Ivan Petrov'),
};

const COMPANY_VALUES: Readonly<Record<string, Term>> = {
  ID: term('ID of the company that sells.', '1'),
  NAME: term('Name of the company that sells.', 'My shop LLC'),
  LOCATION_ID: term('ID of its location.', '216'),
  CODE: term('Its code.', 'main'),
  XML_ID: term('Its external ID.', 'bx_1'),
  ACTIVE: term('Whether it is active.', 'Y'),
  DATE_CREATE: term('When it was created.', '01.02.2026 10:00:00'),
  DATE_MODIFY: term('When it was last changed.', '01.03.2026 10:00:00'),
  CREATED_BY: term('ID of the user who created it.', '1'),
  MODIFIED_BY: term('ID of the user who last changed it.', '1'),
  ADDRESS: term('Its address.', 'Moscow, Tverskaya 1'),
};

const REQUISITE_VALUES: Readonly<Record<string, Term>> = {
  'RQ_NAME|1': term('Full name. The number after | is the country of the requisites (1: Russia).', 'Anna Ivanova'),
  'RQ_COMPANY_NAME|1': term('Company name.', 'Romashka LLC'),
  'RQ_INN|1': term('Tax number.', '7700000000'),
  'RQ_KPP|1': term('Tax registration code.', '770001001'),
  'RQ_EMAIL|1': term('E-mail address.', 'mail@romashka.test'),
  'RQ_PHONE|1': term('Phone number.', '+74950000000'),
};

const BANK_VALUES: Readonly<Record<string, Term>> = {
  'RQ_BANK_NAME|1': term('Name of the bank. The number after | is the country (1: Russia).', 'Bank'),
  'RQ_BIK|1': term('Bank code (BIK).', '044525000'),
  'RQ_ACC_NUM|1': term('Account number.', '40702810000000000001'),
  'RQ_COR_ACC_NUM|1': term('Correspondent account.', '30101810000000000001'),
  'RQ_IBAN|1': term('IBAN.', 'DE00000000000000000000'),
};

const documented = (meaning: string, values?: Readonly<Record<string, Term>>, closed = false): Provider => ({
  meaning,
  status: 'documented',
  ...(values && { values }),
  closed,
});
const undocumented = (meaning: string, values?: Readonly<Record<string, Term>>): Provider => ({
  meaning,
  status: 'undocumented',
  ...(values && { values }),
});

/** Every `PROVIDER_KEY` that a portal resolves, and the one the documentation lists but no portal implements. */
export const PROVIDERS: Readonly<Record<string, Provider>> = {
  VALUE: documented('The text in PROVIDER_VALUE itself, the same for every payment.'),
  ORDER: documented('A field of the order.', ORDER_VALUES, true),
  PAYMENT: documented('A field of the payment.', PAYMENT_VALUES, true),
  USER: documented("A field of the buyer's user account.", USER_VALUES, true),
  PROPERTY: documented(
    'An order property, by its code or ID. The properties differ from portal to portal.',
    PROPERTY_VALUES,
  ),
  'Y\\N': {
    meaning: 'Listed in the documentation, but no portal implements it: the value is always empty. Use VALUE.',
    status: 'not-implemented',
  },
  INPUT: undocumented('What the administrator entered in the INPUT of this code. The portal writes it itself.'),
  COMPANY: undocumented('A field of the company that sells.', COMPANY_VALUES),
  REQUISITE: undocumented("The buyer's requisites.", REQUISITE_VALUES),
  MC_REQUISITE: undocumented("Your company's requisites.", REQUISITE_VALUES),
  BANK_DETAIL: undocumented("The buyer's bank details.", BANK_VALUES),
  MC_BANK_DETAIL: undocumented("Your company's bank details.", BANK_VALUES),
  CRM_COMPANY: undocumented('A field of the CRM company that buys. Filled for CRM invoices.'),
  CRM_MYCOMPANY: undocumented('A field of your company in CRM. Filled for CRM invoices.'),
  CRM_CONTACT: undocumented('A field of the CRM contact that buys. Filled for CRM invoices.'),
  SHIPMENT: undocumented('A field of the shipment. Not offered in the settings of payment systems.'),
};

/** A kind of input (`INPUT.TYPE`). */
export interface InputType extends Term {
  readonly documented: boolean;
  /** Whether the payment page draws it as a field for the buyer. */
  readonly drawn: boolean;
}

/** The input types that a portal has registered; any other makes its settings page fail. */
export const INPUT_TYPES: Readonly<Record<string, InputType>> = {
  STRING: { meaning: 'One line of text.', documented: true, drawn: true },
  'Y/N': { meaning: 'A checkbox; the value is Y or N.', documented: true, drawn: true },
  ENUM: {
    meaning: 'A choice from OPTIONS. For the administrator only: the payment page shows an error in its place.',
    documented: true,
    drawn: false,
  },
  NUMBER: { meaning: 'A number. The payment page does not draw it.', documented: false, drawn: false },
  FILE: { meaning: 'A file. The payment page does not draw it.', documented: false, drawn: false },
  DATE: { meaning: 'A date. The payment page does not draw it.', documented: false, drawn: false },
  LOCATION: { meaning: 'A location. The payment page does not draw it.', documented: false, drawn: false },
  ADDRESS: {
    meaning: 'An address, on portals with the location module. The payment page does not draw it.',
    documented: false,
    drawn: false,
  },
  PRODUCT_CATEGORIES: {
    meaning: 'Product categories. The payment page does not draw it.',
    documented: false,
    drawn: false,
  },
  CONCRETE_PRODUCT: { meaning: 'One product. The payment page does not draw it.', documented: false, drawn: false },
};

/** Attributes of INPUT that a portal reads besides TYPE. */
export const INPUT_ATTRIBUTES: Readonly<Record<string, Term>> = {
  OPTIONS: term('Choices of an ENUM: stored value → label.'),
  MULTIPLE: term('Y: several values.'),
  REQUIRED: term('Y: must be filled in.'),
  DISABLED: term('Y: cannot be changed.'),
  HIDDEN: term('Y: not shown.'),
  VALUE: term('Value to start with.'),
  MINLENGTH: term('Shortest text.'),
  MAXLENGTH: term('Longest text.'),
  PATTERN: term('Regular expression that the text must match.'),
  MULTILINE: term('Y: several lines.'),
  ROWS: term('Height in lines.'),
  COLS: term('Width in characters.'),
  SIZE: term('Width of the input.'),
  PLACEHOLDER: term('Grey text of an empty input.'),
  READONLY: term('Y: shown, not editable.'),
  AUTOCOMPLETE: term('Autocomplete hint for the browser.'),
  MIN: term('Smallest number.'),
  MAX: term('Largest number.'),
  STEP: term('Step between numbers.'),
  MULTIELEMENT: term('Y: the choices are drawn as separate inputs.'),
};

/** Attributes that mean something for one of these types only; all other attributes are for every type. */
export const ATTRIBUTES_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  STRING: [
    'MINLENGTH',
    'MAXLENGTH',
    'PATTERN',
    'MULTILINE',
    'ROWS',
    'COLS',
    'SIZE',
    'PLACEHOLDER',
    'READONLY',
    'AUTOCOMPLETE',
  ],
  'Y/N': [],
  ENUM: ['OPTIONS', 'MULTIELEMENT', 'SIZE'],
  NUMBER: ['MIN', 'MAX', 'STEP'],
};

/** Group codes of the settings form that Bitrix24 registers or its own handlers use. Others are harmless. */
export const GROUPS: Readonly<Record<string, Term>> = {
  PAYMENT: term('Payment.'),
  ORDER: term('Order.'),
  GENERAL_SETTINGS: term('General settings.'),
  PS_OTHER: term('Other settings.'),
  CONSUMER_PAYSYS: term('Consumer of the payment system.'),
  CODE_PAYSYS: term('Payment system.'),
  BUYER_PERSON: term('Buyer: person.'),
  BUYER_PERSON_COMPANY: term('Buyer: sole proprietor.'),
  BUYER_COMPANY: term('Buyer: company.'),
  '1C_REKV': term('Requisites for 1C.'),
  SELLER_PERSON: term('Seller: person.'),
  SELLER_PERSON_COMPANY: term('Seller: sole proprietor.'),
  SELLER_COMPANY: term('Seller: company.'),
};

/** The three ways to pay, in the order in which a portal looks for them. */
export const MODES = ['IFRAME_DATA', 'CHECKOUT_DATA', 'FORM_DATA'] as const;
/** Key of a mode in SETTINGS. */
export type ModeKey = (typeof MODES)[number];

/** Name of a mode as people say it. */
export const MODE_NAMES: Readonly<Record<ModeKey, string>> = {
  IFRAME_DATA: 'IFrame',
  CHECKOUT_DATA: 'Checkout',
  FORM_DATA: 'Form',
};

/** A name under which the portal itself sends something. */
export interface SystemField extends Term {
  /** Modes that send it; in the others a field may have the name. */
  readonly modes: readonly ModeKey[];
}

/** Names of what the portal itself sends beside FIELDS. */
export const SYSTEM_FIELDS: Readonly<Record<string, SystemField>> = {
  BX_SYSTEM_PARAMS: {
    meaning:
      'Checkout and IFrame: RETURN_URL, PAYSYSTEM_ID, PAYMENT_ID, SUM, CURRENCY and, when known, EXTERNAL_PAYMENT_ID.',
    modes: ['CHECKOUT_DATA', 'IFRAME_DATA'],
  },
  BX_COMPUTED_STYLE: { meaning: 'IFrame: the style of the payment page, to look alike.', modes: ['IFRAME_DATA'] },
  BX_PAYSYSTEM_ID: { meaning: 'Form: ID of the payment system.', modes: ['FORM_DATA'] },
  BX_RETURN_URL: { meaning: 'Form: address of the payment page to return to.', modes: ['FORM_DATA'] },
  button: { meaning: 'Form: the submit button; its text is sent too.', modes: ['FORM_DATA'] },
};
