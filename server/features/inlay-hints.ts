/** Inlay hints: behind each field and parameter the source of its value, e.g. `← PAYMENT.ACCOUNT_NUMBER`. */
import * as l10n from '@vscode/l10n';
import type { InlayHint, Range } from 'vscode-languageserver';
import { MODES, PROVIDERS, type ModeKey } from '../../schemas/providers.js';
import { isObject, member, valueAt } from '../../schemas/record.js';
import { isSecretCode } from '../../schemas/secret-names.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { lossOfAnswer } from '../rules/buyer-fields.js';
import { translated } from './choice.js';
import { describe, type Description } from './describe.js';
import { meant } from './meant.js';
import { spanOf } from './range.js';
import type { Reader } from './reader.js';
import { defaultTerm, settingsIn, type Setting } from './settings-sent.js';

/** Longest literal that is shown in full. */
const LONGEST = 30;

/** What is sent in place of a secret's text. */
const MASK = '•••';

/** A field or parameter: where the name of its code (or the question to the buyer) stands, and what it is. */
interface Sent {
  readonly path: Path;
  readonly code: unknown;
  readonly mode: ModeKey;
  readonly visible: boolean;
}

/** The hints that stand in a range, in the order of the text. Fields that name no code of CODES have none. */
export function inlayHints(document: ManifestDocument, range: Range, reader: Reader): InlayHint[] {
  const { document: read, place } = meant(document);
  const settings = new Map(settingsIn(read).map((setting) => [setting.code, setting]));
  const sent = sentIn(read);
  const places = read.locate(sent.map(({ path }) => path));
  const { start, end } = spanOf(document, range);
  return sent
    .flatMap((entry, index) => {
      const value = places[index]?.value;
      if (value === undefined) return [];
      const at = place(value).end;
      if (at < start || at > end) return [];
      const { code } = entry;
      const hint = typeof code === 'string' ? ofSetting(read, settings.get(code)) : ofQuestion(entry);
      return hint ? [{ at, ...hint }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ at, label, about }) => ({
      position: document.positionAt(at),
      label,
      tooltip: describe(about, reader.locale, reader.markdownInHover),
      paddingLeft: true,
    }));
}

/** The fields of all modes and the parameters of the form. */
function sentIn({ manifest }: ManifestDocument): Sent[] {
  const entries = (path: Path): [string, unknown][] => {
    const list = valueAt(manifest, path);
    return isObject(list) ? Object.entries(list) : [];
  };
  const fields = MODES.flatMap((mode) => {
    const path = ['SETTINGS', mode, 'FIELDS'];
    return entries(path).map(([name, field]) => ({
      path: [...path, name, 'CODE'],
      code: member(field, 'CODE'),
      mode,
      visible: member(field, 'VISIBLE') === 'Y',
    }));
  });
  const mode: ModeKey = 'FORM_DATA';
  const path = ['SETTINGS', mode, 'PARAMS'];
  return [...fields, ...entries(path).map(([name, code]) => ({ path: [...path, name], code, mode, visible: false }))];
}

interface Hint {
  readonly label: string;
  readonly about: Description;
}

/** None where no answer can come: a problem tells why. */
function ofQuestion({ code, mode, visible }: Sent): Hint | undefined {
  if (!isObject(code) || lossOfAnswer(code, visible ? 'Y' : undefined, mode) !== undefined) return undefined;
  const text = [l10n.t('The buyer is asked for this value.')];
  const { NAME: name } = code;
  return { label: l10n.t('← buyer'), about: typeof name === 'string' ? { title: name, text } : { text } };
}

function ofSetting(document: ManifestDocument, setting: Setting | undefined): Hint | undefined {
  const label = setting && sourceOf(document, setting);
  if (setting === undefined || label === undefined) return undefined;
  const { code, name } = setting;
  const { meaning, sample } = defaultTerm(setting) ?? {};
  const title = name === undefined ? code : `${code}: ${name}`;
  return { label, about: { title, text: meaning === undefined ? [] : [translated(meaning)], sample } };
}

/** Where the value of a setting comes from; undefined when its provider is none that a portal knows. */
function sourceOf(document: ManifestDocument, { code, provider, providerValue }: Setting): string | undefined {
  // A default that is not complete counts as none: then the administrator's settings decide alone.
  if (provider === undefined || providerValue === undefined) return l10n.t('← settings');
  if (provider === 'VALUE' || provider === 'INPUT') return `← ${literal(document, code, providerValue)}`;
  return Object.hasOwn(PROVIDERS, provider) ? `← ${provider}.${shortened(providerValue)}` : undefined;
}

/** A literal in quotes; what looks like a secret must not be read over a shoulder or on a screen that is shared. */
function literal({ manifest }: ManifestDocument, code: string, text: string): string {
  const isSecret = text.length > 1 && isSecretCode(valueAt(manifest, ['SETTINGS', 'CODES']), code);
  return `"${isSecret ? MASK : shortened(text)}"`;
}

function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
