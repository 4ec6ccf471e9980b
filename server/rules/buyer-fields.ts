/** Rules about fields that the buyer sees, or should see. */
import * as l10n from '@vscode/l10n';
import type { ModeKey } from '../../schemas/providers.js';
import { member, type JsonObject } from '../../schemas/record.js';
import { drawnType, drawsCodes, isDrawn } from './drawing.js';
import { replaceValue } from './edits.js';
import { CODES_PATH, type Facts, type FieldFacts } from './facts.js';
import { isMangled } from './field-names.js';
import { preferredFix } from './fix.js';
import { setMember } from './insert.js';
import { lastOf } from './mistakes.js';
import { removeMember } from './remove.js';
import type { RelatedSpot, Rule } from './rule.js';

/** What the payment page draws a field from: the question, or the setting that is sent. */
const drawnFrom = ({ question, code }: FieldFacts, { codes }: Facts): unknown =>
  question ?? (code === undefined ? undefined : member(codes, code));

/** Whether the payment page leaves the field out (or shows an error text in its place). */
function isNotDrawn(field: FieldFacts, facts: Facts): boolean {
  const { mode, question } = field;
  const drawing = drawsCodes(mode) || (mode.key === 'CHECKOUT_DATA' && question !== undefined);
  return drawing && !isDrawn(drawnFrom(field, facts));
}

function lossOf(type: string): string {
  return type === 'ENUM'
    ? l10n.t('The payment page shows an error text in place of an ENUM field, even a hidden one, so nothing is sent.')
    : l10n.t('The payment page leaves out fields of type {0}, even hidden ones, so nothing is sent.', type);
}

export const fieldNotDrawn: Rule = {
  code: 'field-not-drawn',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A field of a kind that the payment page does not draw',
  field(field, facts, report) {
    if (!isNotDrawn(field, facts)) return;
    const checkout = field.mode.key === 'CHECKOUT_DATA';
    const type: RelatedSpot[] =
      field.code === undefined
        ? []
        : [{ path: [...CODES_PATH, field.code, 'INPUT', 'TYPE'], message: l10n.t('The type is given here') }];
    const what = lossOf(drawnType(drawnFrom(field, facts)));
    report({
      path: field.question ? [...field.path, 'CODE', 'INPUT', 'TYPE'] : [...field.path, 'CODE'],
      ...(checkout && { severity: 'error' }),
      message: checkout
        ? `${what} ${l10n.t('The form comes back for ever and the payment never starts. Use STRING or Y/N.')}`
        : `${what} ${l10n.t('Use STRING or Y/N, or let your server read it with settings.payment.get.')}`,
      related: type,
    });
  },
};

const lossInFrame = (): string =>
  l10n.t(
    'The portal asks the buyer nothing in IFrame mode, and this field is never sent. Ask on your own page, or name a setting.',
  );

function lossOfHidden(mode: ModeKey, visible: unknown): string {
  const what =
    mode === 'CHECKOUT_DATA'
      ? l10n.t('The buyer gets a form with nothing to fill in, and the value is sent empty.')
      : l10n.t('The buyer is asked, but the field is hidden: it is always sent empty.');
  return `${what} ${visible === undefined ? l10n.t('Add "VISIBLE": "Y".') : l10n.t('Change VISIBLE to "Y".')}`;
}

/** Why no answer comes to a question (an object in CODE) with a VISIBLE; undefined when the buyer is asked. */
export function lossOfAnswer(question: JsonObject, visible: unknown, mode: ModeKey): string | undefined {
  if (mode === 'IFRAME_DATA') return lossInFrame();
  if (!isDrawn(question)) return lossOf(drawnType(question));
  return visible === 'Y' ? undefined : lossOfHidden(mode, visible);
}

/** What VISIBLE does in a frame. */
export const visibleInFrame = (): string =>
  l10n.t('VISIBLE has no effect in IFrame mode: the portal draws no fields there. Remove it.');

export const buyerFieldHidden: Rule = {
  code: 'buyer-field-hidden',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A question to the buyer that is not shown',
  fixAll: true,
  field(field, facts, report) {
    const { mode, name, question, visible, path, data } = field;
    if (question === undefined || visible || mode.key === 'IFRAME_DATA' || isNotDrawn(field, facts)) return;
    // Under this name no answer arrives at all: `field-name-mangled`.
    if (mode.key === 'CHECKOUT_DATA' && isMangled(name)) return;
    const there = Object.hasOwn(data, 'VISIBLE');
    report({
      path: there ? [...path, 'VISIBLE'] : path,
      part: there ? 'value' : 'key',
      within: path,
      message: lossOfHidden(mode.key, data.VISIBLE),
    });
  },
  fixes(problem, document) {
    const there = problem.path.length === 5;
    const edits = setMember(document, there ? problem.path.slice(0, -1) : problem.path, 'VISIBLE', 'Y');
    return preferredFix(l10n.t('Show the field: VISIBLE "Y"'), edits);
  },
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
      message: lossInFrame(),
    });
  },
};

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
      message: visibleInFrame(),
    });
  },
  fixes: (problem, document) =>
    preferredFix(l10n.t('Remove {0}', lastOf(problem.path)), removeMember(document, problem.path)),
};

/** Identifiers, numbers and amounts by source: what a buyer must not change. */
const SENSITIVE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'ORDER',
    new Set(
      (
        'ID ACCOUNT_NUMBER SHOULD_PAY CURRENCY PRICE PRICE_DELIVERY DISCOUNT_VALUE TAX_VALUE ' +
        'USER_ID PAY_SYSTEM_ID DELIVERY_ID PERSON_TYPE_ID LID TRACKING_NUMBER'
      ).split(' '),
    ),
  ],
  [
    'PAYMENT',
    new Set('ID ACCOUNT_NUMBER SUM CURRENCY PAY_SYSTEM_ID COMPANY_ID XML_ID PAY_VOUCHER_NUM PAY_RETURN_NUM'.split(' ')),
  ],
  ['USER', new Set(['ID', 'LOGIN'])],
]);

export const buyerCanEdit: Rule = {
  code: 'buyer-can-edit',
  severity: 'warning',
  group: 'FIELDS',
  title: 'An identifier or amount that the buyer can change',
  field(field, facts, report) {
    const { mode, code, visible, path } = field;
    if (mode.key !== 'FORM_DATA' || code === undefined || !visible) return;
    const data = member(facts.codes, code);
    const source = member(data, 'DEFAULT');
    const key = member(source, 'PROVIDER_KEY');
    const value = member(source, 'PROVIDER_VALUE');
    if (typeof key !== 'string' || typeof value !== 'string' || SENSITIVE.get(key)?.has(value) !== true) return;
    // Another type is not drawn at all (`field-not-drawn`), or is a checkbox.
    if (drawnType(data) !== 'STRING') return;
    report({
      path: [...path, 'VISIBLE'],
      message: l10n.t(
        'The buyer sees {0} as an editable input and can change it before paying. Hide the field with "N", and check the payment on your server.',
        `${key}.${value}`,
      ),
      related: [{ path: [...CODES_PATH, code], part: 'key', message: l10n.t('{0} is here', code) }],
    });
  },
  fixes: (problem, document) =>
    preferredFix(l10n.t('Hide the field: VISIBLE "N"'), replaceValue(document, problem.path, '"N"')),
};
