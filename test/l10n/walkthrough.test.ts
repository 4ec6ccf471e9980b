/** The walkthrough's pictures show what the product really says, in every language. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleOf, LANGUAGES, packageTexts } from '../../scripts/l10n/bundles.js';
import { collectKeys } from '../../scripts/l10n/keys.js';
import { root } from '../../scripts/project.mjs';

/** A text of the program, and what stands for its placeholders. */
type Shown = readonly [text: string, ...values: string[]];

const DEFAULT_ERROR = 'Error registering order in payment system';

const SHOWN: Readonly<Record<string, readonly Shown[]>> = {
  create: [
    ['New Handler Manifest'],
    ['How the buyer pays'],
    ["You have a payment page: the buyer's browser posts the order to it."],
    ['Your service has an API: the portal asks your server for a payment link.'],
    ['The buyer stays in the shop: your page opens inside the payment page.'],
  ],
  fix: [
    ['Code {0} is not in CODES, so the field is always sent empty.', 'SHOP_IDD'],
    ['Did you mean {0}?', 'SHOP_ID'],
    ['Change to {0}', 'SHOP_ID'],
    ['Create code {0} in CODES', 'SHOP_IDD'],
  ],
  try: [
    ['What the buyer sees'],
    ['Exchange log'],
    ['Checkout'],
    ['{0} in {1} ms', '400', '12'],
    ['The buyer reads "{0}".', DEFAULT_ERROR],
    [
      '{0} was lost: the status of the answer is {1}, and a portal reads only answers with status 200.',
      'PAYMENT_ERRORS',
      '400',
    ],
    ['Answer with status 200, also when there are PAYMENT_ERRORS to show.'],
    ['Replay'],
  ],
  register: [
    ["Add handler '{0}' ({1}) to {2}?", 'My shop', 'my_shop', 'acme.bitrix24.com'],
    ['Through the webhook {0}.', 'https://acme.bitrix24.com/rest/1/•••'],
    ['Add'],
    ['Choose Another Portal…'],
    ['Registered as handler {0} on {1}.', '5', 'acme.bitrix24.com'],
    ['Show on Portal'],
    ['Try Payment'],
  ],
  check: [['No problems'], ['The buyer gets a Pay link to {0}.', 'pay.my-service.com']],
};

/** What a picture says, from top to bottom. */
const textsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)]
    .map(([, text = '']) => text.replaceAll('</tspan>', ' ').replaceAll(/<[^>]+>/g, ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ');

const { places } = collectKeys();

it.each(Object.entries(SHOWN))('%s shows texts of the program', (_id, shown) => {
  expect(shown.filter(([text]) => !places.has(text))).toEqual([]);
});

describe.each(['en', ...LANGUAGES])('in %s', (language) => {
  const translations = language === 'en' ? {} : bundleOf(language);
  const names = packageTexts(language === 'en' ? undefined : language);

  it.each(Object.entries(SHOWN))('%s shows them', (id, shown) => {
    const said = textsOf(readFileSync(path.join(root, names[`walkthrough.${id}.media`] ?? ''), 'utf8'));
    const expected = shown.map(([text, ...values]) =>
      (translations[text] ?? text).replaceAll(/\{(\d)\}/g, (_, at: string) => values[Number(at)] ?? ''),
    );
    expect(expected.filter((text) => !said.includes(text))).toEqual([]);
  });
});
