/** What the features want to know of the settings (CODES) of a manifest: their names, sources and where they are sent. */
import { MODES, PROVIDERS, type Term } from '../../schemas/providers.js';
import { isEmpty, isObject, member, type JsonObject, valueAt } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';

/** A setting: an entry of SETTINGS.CODES. */
export interface Setting {
  readonly code: string;
  readonly name: string | undefined;
  readonly provider: string | undefined;
  readonly providerValue: string | undefined;
  /** Whether the administrator fills in an input; else he chooses a source and a value. */
  readonly hasInput: boolean;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A part of DEFAULT; what a portal takes for nothing (`"0"`) is none. */
const filled = (value: unknown): string | undefined => (isEmpty(value) ? undefined : text(value));

const settingsKey = (document: ManifestDocument, key: string): unknown =>
  member(member(document.manifest, 'SETTINGS'), key);

function settingFrom(code: string, data: JsonObject): Setting {
  const source = data.DEFAULT;
  return {
    code,
    name: text(data.NAME),
    provider: filled(member(source, 'PROVIDER_KEY')),
    providerValue: filled(member(source, 'PROVIDER_VALUE')),
    hasInput: !isEmpty(data.INPUT),
  };
}

/** The settings of a manifest, in the order of the text. */
export function settingsIn(document: ManifestDocument): Setting[] {
  const codes = settingsKey(document, 'CODES');
  if (!isObject(codes)) return [];
  return Object.entries(codes).flatMap(([code, data]) => (isObject(data) ? settingFrom(code, data) : []));
}

/** One setting by its code. */
export const settingNamed = (document: ManifestDocument, code: string): Setting | undefined =>
  settingsIn(document).find((setting) => setting.code === code);

/** What is known of the value that a setting has by default; undefined for literals and portal-specific values. */
export function defaultTerm({ provider, providerValue }: Setting): Term | undefined {
  if (provider === undefined || providerValue === undefined || !Object.hasOwn(PROVIDERS, provider)) return undefined;
  const values = PROVIDERS[provider]?.values;
  return values && Object.hasOwn(values, providerValue) ? values[providerValue] : undefined;
}

/** A place that sends a setting: a field or parameter of a mode. */
export interface Sending {
  readonly mode: string;
  readonly name: string;
  readonly code: string;
}

/** All places that send a setting, of every mode. */
export function sendingsIn(document: ManifestDocument): Sending[] {
  return MODES.flatMap((mode) => {
    const data = settingsKey(document, mode);
    const entries = (key: string): [string, unknown][] => {
      const value = member(data, key);
      return isObject(value) ? Object.entries(value) : [];
    };
    const fields = entries('FIELDS').map(([name, field]) => ({ mode, name, code: member(field, 'CODE') }));
    const params = entries('PARAMS').map(([name, code]) => ({ mode, name, code }));
    return [...fields, ...params].flatMap(({ code, ...rest }) => (typeof code === 'string' ? { ...rest, code } : []));
  });
}

/** Codes that the object at a path (FIELDS or PARAMS of a mode) sends. */
export function codesSentBy(document: ManifestDocument, path: Path): Set<string> {
  const value = valueAt(document.manifest, path);
  const codes = isObject(value) ? Object.values(value).map((entry) => (isObject(entry) ? entry.CODE : entry)) : [];
  return new Set(codes.filter((code) => typeof code === 'string'));
}

/** The modes that are not empty: the first is the one that a portal uses. */
export const modesPresent = (document: ManifestDocument) =>
  MODES.filter((mode) => !isEmpty(settingsKey(document, mode)));
