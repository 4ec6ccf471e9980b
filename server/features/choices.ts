/** Which values may stand at each place of a manifest that has a vocabulary. */
import * as l10n from '@vscode/l10n';
import { CURRENCIES } from '../../schemas/currencies.js';
import { GROUPS, INPUT_TYPES, PROVIDERS } from '../../schemas/providers.js';
import { isObject, member, valueAt } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { visibleInFrame } from '../rules/buyer-fields.js';
import { choicesFrom, translated, type Choice } from './choice.js';
import { canAskBuyer, placeOf, type Place } from './place.js';
import { defaultTerm, settingsIn, type Setting } from './settings-sent.js';

/** What the choices at a place depend on. */
export interface Surroundings {
  readonly document: ManifestDocument;
  readonly path: Path;
  /** Members of the object around the place. */
  readonly siblings: ReadonlyMap<string, string | undefined>;
  readonly locale: string;
}

const yesNo = (yes: string, no: string): Choice[] => [
  { value: 'N', meaning: no, docs: 'form' },
  { value: 'Y', meaning: yes, docs: 'form' },
];

const providers = (): Choice[] =>
  Object.entries(PROVIDERS).map(([value, { meaning, status }]) => ({
    value,
    meaning: translated(meaning),
    docs: 'default',
    ...(status === 'not-implemented' && { deprecated: true }),
  }));

function providerValues(around: Surroundings): Choice[] {
  const provider = around.siblings.get('PROVIDER_KEY');
  if (provider === 'VALUE' || provider === 'INPUT') return ownChoices(around);
  if (provider === undefined || !Object.hasOwn(PROVIDERS, provider)) return [];
  return choicesFrom(PROVIDERS[provider]?.values ?? {}, 'default');
}

/** What the administrator may choose from: of a default that is written out, one of them is meant. */
function ownChoices({ document, path }: Surroundings): Choice[] {
  const input = member(valueAt(document.manifest, path.slice(0, 3)), 'INPUT');
  if (member(input, 'TYPE') === 'Y/N') return ['Y', 'N'].map((value) => ({ value, meaning: value }));
  const options = member(input, 'TYPE') === 'ENUM' ? member(input, 'OPTIONS') : undefined;
  if (!isObject(options)) return [];
  return Object.entries(options).map(([value, label]) => {
    const meaning = typeof label === 'string' ? label : value;
    return { value, meaning, name: meaning };
  });
}

/** Says which setting a code names, and where its value comes from. */
function aboutSetting(setting: Setting): string {
  const { code, name, provider, providerValue } = setting;
  const title = name ?? code;
  if (provider === undefined || providerValue === undefined) return title;
  const meaning = defaultTerm(setting)?.meaning;
  const source = provider === 'VALUE' ? provider : `${provider}.${providerValue}`;
  return meaning === undefined ? `${title} ← ${source}` : `${title} ← ${source}: ${translated(meaning)}`;
}

const settings = ({ document }: Surroundings): Choice[] =>
  settingsIn(document).map((setting) => ({
    value: setting.code,
    meaning: aboutSetting(setting),
    name: setting.name,
    sample: defaultTerm(setting)?.sample,
    docs: 'codes',
  }));

/** Every input type for the administrator; for the buyer those that the payment page draws. */
const inputTypes = (forBuyer: boolean): Choice[] =>
  Object.entries(INPUT_TYPES)
    .filter(([, { drawn }]) => drawn || !forBuyer)
    .map(([value, { meaning }]) => ({ value, meaning: translated(meaning), docs: 'codes' }));

function currencies({ locale }: Surroundings): Choice[] {
  const names = namesOfCurrencies(locale);
  return CURRENCIES.map((value) => {
    const name = names.of(value) ?? value;
    return { value, meaning: name, name, alias: name, docs: 'settings' };
  });
}

/** Names in the reader's language; an editor may send a tag that is none, then they are English. */
function namesOfCurrencies(locale: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames([locale, 'en'], { type: 'currency' });
  } catch {
    return new Intl.DisplayNames(['en'], { type: 'currency' });
  }
}

const domains = (): Choice[] => [
  { value: 'I', meaning: l10n.t('Individuals.') },
  { value: 'E', meaning: l10n.t('Legal entities.') },
];

const byPlace: Partial<Record<Place, (around: Surroundings) => Choice[]>> = {
  clientType: () => [
    { value: 'b2c', meaning: l10n.t('The payment system is for individuals. This is the default.'), docs: 'settings' },
    { value: 'b2b', meaning: l10n.t('The payment system is for legal entities.'), docs: 'settings' },
  ],
  currency: currencies,
  method: () => [
    { value: 'POST', meaning: l10n.t("The buyer's browser posts the fields to ACTION_URI."), docs: 'form' },
    {
      value: 'GET',
      meaning: l10n.t('The fields become part of the address. Without visible fields the form becomes a plain link.'),
      docs: 'form',
    },
  ],
  visible: ({ path }) => {
    if (!canAskBuyer(path)) return yesNo(visibleInFrame(), visibleInFrame());
    const shown =
      path[1] === 'CHECKOUT_DATA'
        ? l10n.t('The buyer sees the field as an editable input, in the form that comes when a field asks the buyer.')
        : l10n.t('The buyer sees the field as an editable input.');
    return yesNo(shown, l10n.t('The field is sent hidden. This is the default.'));
  },
  fieldCode: settings,
  param: settings,
  buyerInputType: () => inputTypes(true),
  inputType: () => inputTypes(false),
  providerKey: providers,
  providerValue: providerValues,
  allowedProvider: () => providers().filter(({ deprecated }) => !deprecated),
  group: () => choicesFrom(GROUPS, 'codes'),
  domain: domains,
  listedDomain: domains,
};

/** The values that may stand at a place; empty where any text may. */
export function choicesAt(around: Surroundings): Choice[] {
  const place = placeOf(around.path);
  return (place && byPlace[place]?.(around)) ?? [];
}

/** The choice that a value is, also when its place offers it to nobody (an ENUM for the buyer). */
export function choiceOf(value: string, around: Surroundings): Choice | undefined {
  const place = placeOf(around.path);
  const choices = place === 'buyerInputType' ? inputTypes(false) : choicesAt(around);
  return choices.find((choice) => choice.value === value);
}
