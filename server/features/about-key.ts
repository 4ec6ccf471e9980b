/** What there is to say about a key: the schema's words, and for the developer's own names where their value comes from. */
import * as l10n from '@vscode/l10n';
import { schemaAt } from '../../schemas/lookup.js';
import { INPUT_ATTRIBUTES, MODE_NAMES, MODES, PROVIDERS, SYSTEM_FIELDS } from '../../schemas/providers.js';
import { isObject, member, valueAt } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { lossOfAnswer, visibleInFrame } from '../rules/buyer-fields.js';
import { translated } from './choice.js';
import type { Surroundings } from './choices.js';
import type { Description } from './describe.js';
import { canAskBuyer, placeOf } from './place.js';
import { defaultTerm, modesPresent, sendingsIn, settingNamed, type Setting } from './settings-sent.js';

/** Describes the key at a path; undefined for keys that nothing reads. */
export function aboutKey({ document, path }: Surroundings): Description | undefined {
  const key = String(path.at(-1));
  switch (placeOf(path)) {
    case 'setting':
      return aboutSetting(document, key);
    case 'field':
      return aboutField(document, path);
    case 'param':
      return aboutSending(document, path, valueAt(document.manifest, path));
    case 'mode':
      return aboutMode(document, path, key);
    case 'visible':
      return canAskBuyer(path) ? aboutSchemaKey(path, key) : { title: key, text: [visibleInFrame()], docs: 'iframe' };
    default:
      return aboutSchemaKey(path, key);
  }
}

function aboutSchemaKey(path: Path, key: string): Description | undefined {
  const schema = schemaAt(path);
  if (schema?.description !== undefined) {
    const [example] = schema.examples ?? [];
    return {
      title: key,
      text: [translated(schema.description)],
      sample: example === undefined ? undefined : JSON.stringify(example),
      docs: schema['x-docs'],
    };
  }
  const place = placeOf(path.slice(0, -1));
  if ((place === 'input' || place === 'buyerInput') && Object.hasOwn(INPUT_ATTRIBUTES, key)) {
    return { title: key, text: [translated(INPUT_ATTRIBUTES[key]?.meaning ?? '')], docs: 'codes' };
  }
  return undefined;
}

/** A mode, and whether a portal uses it. */
function aboutMode(document: ManifestDocument, path: Path, key: string): Description | undefined {
  const description = aboutSchemaKey(path, key);
  const mode = MODES.find((name) => name === key);
  const [inForce] = modesPresent(document);
  if (description === undefined || mode === undefined || inForce === undefined || inForce === mode) return description;
  const note = l10n.t('A portal uses {0} here and ignores {1}.', MODE_NAMES[inForce], MODE_NAMES[mode]);
  return { ...description, text: [...description.text, note] };
}

/** A setting: its label, where its value comes from and where it goes. */
export function aboutSetting(document: ManifestDocument, code: string): Description {
  const setting = settingNamed(document, code);
  const sentAs = sendingsIn(document).filter((sending) => sending.code === code);
  const names = [...new Set(sentAs.map(({ name }) => name))].join(', ');
  return {
    title: setting?.name === undefined ? code : `${code}: ${setting.name}`,
    text: [
      ...(setting ? aboutSource(setting) : []),
      sentAs.length > 0 ? l10n.t('Sent as {0}.', names) : l10n.t('No field sends it.'),
    ],
    sample: setting && defaultTerm(setting)?.sample,
    docs: 'codes',
  };
}

/** Where the value of a setting comes from until the administrator chooses something else. */
function aboutSource(setting: Setting): string[] {
  const { provider, providerValue, hasInput } = setting;
  if (provider === undefined || providerValue === undefined) {
    return [
      hasInput
        ? l10n.t('The administrator enters the value in the settings of the payment system.')
        : l10n.t('The administrator chooses a source and a value in the settings of the payment system.'),
    ];
  }
  if (provider === 'VALUE') return [l10n.t('Value by default: a text written in this manifest.')];
  const term = defaultTerm(setting);
  const meaning = term?.meaning ?? (Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider]?.meaning : undefined);
  const source = l10n.t('Value by default: {0}.', `${provider}.${providerValue}`);
  return [meaning === undefined ? source : `${source} ${translated(meaning)}`];
}

/** A field: field → setting → source → example. */
function aboutField(document: ManifestDocument, path: Path): Description | undefined {
  const name = String(path.at(-1));
  const field = valueAt(document.manifest, path);
  const code = member(field, 'CODE');
  const mode = MODES.find((known) => known === path[1]);
  if (!isObject(code) || mode === undefined) return aboutSending(document, path, code);
  const loss = lossOfAnswer(code, member(field, 'VISIBLE'), mode);
  return { title: name, text: [loss ?? l10n.t('The buyer is asked for this value.')], docs: 'form' };
}

/** Something sent under a name: which setting it is. */
function aboutSending(document: ManifestDocument, path: Path, code: unknown): Description | undefined {
  const name = String(path.at(-1));
  const own = Object.hasOwn(SYSTEM_FIELDS, name) ? SYSTEM_FIELDS[name] : undefined;
  if (own?.modes.some((mode) => mode === path[1]))
    return { title: name, text: [translated(own.meaning)], docs: 'form' };
  if (typeof code !== 'string') return undefined;
  const setting = settingNamed(document, code);
  if (setting === undefined) {
    return { title: name, text: [l10n.t('{0} is not in CODES, so the value is always empty.', code)], docs: 'form' };
  }
  const label = setting.name === undefined ? code : `${code} (${setting.name})`;
  return {
    title: name,
    text: [l10n.t('Sends the setting {0}.', label), ...aboutSource(setting)],
    sample: defaultTerm(setting)?.sample,
    docs: 'form',
  };
}
