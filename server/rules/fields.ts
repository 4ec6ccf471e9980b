/** Rules about FIELDS: what the buyer sees and what really arrives. */
import * as l10n from '@vscode/l10n';
import { INPUT_TYPES, SYSTEM_FIELDS } from '../../schemas/providers.js';
import { member } from '../../schemas/record.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Facts, FieldFacts } from './facts.js';
import { insertMembers, removeMember, replaceValue } from './edits.js';
import { inputType } from './inputs.js';
import type { Problem } from './problem.js';
import type { Fix, Rule } from './rule.js';

/** Input type with which the payment page draws a field: of the question, or of the setting that is sent. */
function drawnType({ question, code }: FieldFacts, { codes }: Facts): string {
  return inputType(question ?? (code === undefined ? undefined : member(codes, code))) ?? 'STRING';
}

/** Whether the payment page leaves the field out (or shows an error text in its place). */
function isNotDrawn(field: FieldFacts, facts: Facts): boolean {
  const { mode, question } = field;
  const drawing = mode.key === 'FORM_DATA' ? !mode.directLink : mode.key === 'CHECKOUT_DATA' && question !== undefined;
  return drawing && INPUT_TYPES[drawnType(field, facts)]?.drawn !== true;
}

/** PHP renames form fields with these characters. */
const MANGLED = /[. [\t]/;

export const fieldNotDrawn: Rule = {
  code: 'field-not-drawn',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A field of a kind that the payment page does not draw',
  field(field, facts, report) {
    if (!isNotDrawn(field, facts)) return;
    const type = drawnType(field, facts);
    const checkout = field.mode.key === 'CHECKOUT_DATA';
    const lost =
      type === 'ENUM'
        ? l10n.t(
            'The payment page shows an error text in place of an ENUM field, even a hidden one, so nothing is sent.',
          )
        : l10n.t('The payment page leaves out fields of type {0}, even hidden ones, so nothing is sent.', type);
    report({
      path: field.question ? [...field.path, 'CODE', 'INPUT', 'TYPE'] : [...field.path, 'CODE'],
      ...(checkout && { severity: 'error' }),
      message: checkout
        ? `${lost} ${l10n.t('The form comes back for ever and the payment never starts. Use STRING or Y/N.')}`
        : `${lost} ${l10n.t('Use STRING or Y/N, or let your server read it with settings.payment.get.')}`,
    });
  },
};

export const buyerFieldHidden: Rule = {
  code: 'buyer-field-hidden',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A question to the buyer that is not shown',
  fixAll: true,
  field(field, facts, report) {
    const { mode, question, visible, path, data } = field;
    if (question === undefined || visible || mode.key === 'IFRAME_DATA' || isNotDrawn(field, facts)) return;
    const there = typeof data.VISIBLE === 'string';
    report({
      path: there ? [...path, 'VISIBLE'] : path,
      ...(!there && { part: 'key' }),
      within: path,
      message:
        mode.key === 'CHECKOUT_DATA'
          ? l10n.t('The buyer gets a form with nothing to fill in, and the value is sent empty. Add "VISIBLE": "Y".')
          : l10n.t('The buyer is asked, but the field is hidden: it is always sent empty. Add "VISIBLE": "Y".'),
    });
  },
  fixes(problem, document) {
    const there = problem.path.at(-1) === 'VISIBLE' && problem.path.length === 5;
    const edits = there
      ? [replaceValue(document, problem, '"Y"')]
      : insertMembers(document, problem.path, { VISIBLE: 'Y' });
    return [{ title: l10n.t('Show the field: VISIBLE "Y"'), edits, preferred: true }];
  },
};

export const fieldNameMangled: Rule = {
  code: 'field-name-mangled',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A field name that PHP changes',
  field({ mode, name, path, question }, _facts, report) {
    if (mode.key === 'IFRAME_DATA' || !MANGLED.test(name)) return;
    const better = name.replace(/[. [\]\t]+/g, '_').replace(/^_+|_+$/g, '');
    report({
      path,
      part: 'key',
      message:
        mode.key === 'CHECKOUT_DATA' && question
          ? l10n.t(
              'The portal’s PHP renames a form field with a dot, blank or bracket: it never finds the answer, the form comes back for ever and the payment never starts. Use letters, digits and _.',
            )
          : l10n.t(
              'A PHP page receives this field under another name: dots, blanks and brackets become _. Use letters, digits and _.',
            ),
      ...(better !== '' && { data: { name: better } }),
    });
  },
  fixes(problem, document) {
    const name = problem.data?.name;
    const siblings = problem.path.slice(0, -1);
    if (typeof name !== 'string' || document.locate([[...siblings, name]])[0]) return [];
    return [
      {
        title: l10n.t('Rename to {0}', name),
        edits: [{ span: problem.span, newText: JSON.stringify(name) }],
        preferred: true,
      },
    ];
  },
};

export const directLinkWithoutReturn: Rule = {
  code: 'direct-link-without-return',
  severity: 'information',
  group: 'FIELDS',
  title: 'A GET form that becomes a plain link without return address',
  mode(mode, _facts, report) {
    if (!mode.active || !mode.directLink) return;
    report({
      path: [...mode.path, 'METHOD'],
      message: l10n.t(
        'With GET and nothing to fill in, the buyer gets a plain link: BX_RETURN_URL is not sent, so your page cannot lead back. Use POST if it has to.',
      ),
    });
  },
  fixes: (problem) => [
    { title: l10n.t('Change to POST'), edits: [{ span: problem.span, newText: '"POST"' }], preferred: true },
  ],
};

export const buyerFieldInIframe: Rule = {
  code: 'buyer-field-in-iframe',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A question to the buyer in IFRAME_DATA',
  field({ mode, question, path }, _facts, report) {
    if (mode.key !== 'IFRAME_DATA' || question === undefined) return;
    report({
      path: [...path, 'CODE'],
      part: 'key',
      message: l10n.t(
        'The portal asks the buyer nothing in IFrame mode, and this field is never sent. Ask on your own page, or name a setting.',
      ),
    });
  },
};

const removeFix = (problem: Problem, document: ManifestDocument): Fix[] => [
  {
    title: l10n.t('Remove {0}', String(problem.path.at(-1))),
    edits: removeMember(document, problem.path),
    preferred: true,
  },
];

export const visibleWithoutEffect: Rule = {
  code: 'visible-without-effect',
  severity: 'information',
  group: 'FIELDS',
  title: 'VISIBLE in IFRAME_DATA',
  fixAll: true,
  field({ mode, data, path }, _facts, report) {
    if (mode.key !== 'IFRAME_DATA' || !Object.hasOwn(data, 'VISIBLE')) return;
    report({
      path: [...path, 'VISIBLE'],
      part: 'key',
      unnecessary: true,
      message: l10n.t('VISIBLE has no effect in IFrame mode: the portal draws no fields there.'),
    });
  },
  fixes: removeFix,
};

/** Identifiers, numbers and amounts: what a buyer must not change. */
const SENSITIVE: Readonly<Record<string, readonly string[]>> = {
  ORDER: [
    'ID',
    'ACCOUNT_NUMBER',
    'SHOULD_PAY',
    'CURRENCY',
    'PRICE',
    'PRICE_DELIVERY',
    'DISCOUNT_VALUE',
    'USER_ID',
    'PAY_SYSTEM_ID',
    'DELIVERY_ID',
    'TAX_VALUE',
    'PERSON_TYPE_ID',
  ],
  PAYMENT: [
    'ID',
    'ACCOUNT_NUMBER',
    'SUM',
    'CURRENCY',
    'PAY_SYSTEM_ID',
    'PAY_VOUCHER_NUM',
    'XML_ID',
    'COMPANY_ID',
    'PAY_RETURN_NUM',
  ],
  USER: ['ID', 'LOGIN'],
};

export const buyerCanEdit: Rule = {
  code: 'buyer-can-edit',
  severity: 'warning',
  group: 'FIELDS',
  title: 'An identifier or amount that the buyer can change',
  field(field, facts, report) {
    const { mode, code, visible, path } = field;
    if (mode.key !== 'FORM_DATA' || code === undefined || !visible || drawnType(field, facts) !== 'STRING') return;
    const source = member(member(facts.codes, code), 'DEFAULT');
    const key = member(source, 'PROVIDER_KEY');
    const value = member(source, 'PROVIDER_VALUE');
    if (typeof key !== 'string' || typeof value !== 'string' || SENSITIVE[key]?.includes(value) !== true) return;
    report({
      path: [...path, 'VISIBLE'],
      message: l10n.t(
        'The buyer sees {0} as an editable input and can change it before paying. Hide the field with "N", and check the payment on your server.',
        `${key}.${value}`,
      ),
    });
  },
  fixes: (problem) => [
    { title: l10n.t('Hide the field: VISIBLE "N"'), edits: [{ span: problem.span, newText: '"N"' }], preferred: true },
  ],
};

const OVERWRITTEN = Object.keys(SYSTEM_FIELDS).filter((name) => name.startsWith('BX_'));

export const reservedFieldName: Rule = {
  code: 'reserved-field-name',
  severity: 'error',
  group: 'FIELDS',
  title: 'A field name that the portal uses itself',
  manifest({ active, references }, report) {
    if (active === undefined) return;
    const list = active.params ? 'PARAMS' : 'FIELDS';
    const names = active.params ? references.map(({ name }) => name) : Object.keys(active.fields ?? {});
    for (const name of names) {
      const button = name === 'button' && active.key === 'FORM_DATA';
      if (!OVERWRITTEN.includes(name) && !button) continue;
      report({
        path: [...active.path, list, name],
        part: 'key',
        ...(button && { severity: 'warning' }),
        message: button
          ? l10n.t(
              'The pay button of the form is also called "button" and is sent under this name. Choose another name.',
            )
          : l10n.t('The portal sends its own {0}, so this field is overwritten or doubled. Choose another name.', name),
      });
    }
  },
};
