/** What the rules want to know of a manifest, worked out once: modes in force, settings, fields and what refers to what. */
import { validateManifest } from '../../schemas/generated/manifest.validate.mjs';
import { MODES, type ModeKey } from '../../schemas/providers.js';
import { isEmpty, isObject, member, type JsonObject } from '../../schemas/record.js';
import type { ValidationError } from '../../schemas/validator.js';
import type { Position } from '../document/lines.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { repairOf } from './repair.js';

/** A mode that is not empty. */
export interface ModeFacts {
  readonly key: ModeKey;
  readonly path: Path;
  readonly data: JsonObject;
  /** Whether a portal uses it: IFRAME_DATA before CHECKOUT_DATA before FORM_DATA. */
  readonly active: boolean;
  /** FIELDS, when it is there; even an empty one switches PARAMS off. */
  readonly fields: JsonObject | undefined;
  /** The keys of FIELDS. */
  readonly fieldNames: readonly string[];
  /** FIELDS of a wrong type: nothing is known of what it means to send, and `wrong-type` says so once. */
  readonly unreadableFields: boolean;
  /** A checkout or a frame without a single field: none of the CODES is sent. */
  readonly fieldless: boolean;
  /** PARAMS, when a portal reads it. */
  readonly params: JsonObject | undefined;
  /** A form that the portal turns into a plain link: METHOD GET and nothing for the buyer to fill in. */
  readonly directLink: boolean;
}

/** An entry of SETTINGS.CODES. */
export interface CodeFacts {
  readonly name: string;
  readonly path: Path;
  readonly data: JsonObject;
  /** DEFAULT.PROVIDER_KEY and DEFAULT.PROVIDER_VALUE, as far as they are text. */
  readonly providerKey: string | undefined;
  readonly providerValue: string | undefined;
}

/** An entry of FIELDS of the active mode. */
export interface FieldFacts {
  readonly mode: ModeFacts;
  readonly name: string;
  readonly path: Path;
  readonly data: JsonObject;
  /** Name of the setting that is sent; undefined when the buyer is asked. */
  readonly code: string | undefined;
  /** The question to the buyer (CODE is an object). */
  readonly question: JsonObject | undefined;
  readonly visible: boolean;
}

/** A place that names a setting: FIELDS.x.CODE or PARAMS.x of the active mode. */
export interface Reference {
  readonly code: string;
  readonly path: Path;
  /** Name under which it is sent. */
  readonly name: string;
}

/** Another manifest of the same workspace folder. */
export interface OtherManifest {
  readonly uri: string;
  readonly code: string;
  /** Where its CODE stands. */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What is known of a manifest. */
export interface Facts {
  /** Where the manifest is about to go, when it is. */
  readonly target: 'real-portal' | undefined;
  /** Manifests that are registered beside this one. */
  readonly others: readonly OtherManifest[];
  /** The text as it stands. */
  readonly document: ManifestDocument;
  /** The value of the manifest, whatever it is; of broken text, that of the repaired one. */
  readonly root: unknown;
  /** The manifest, when it is an object; else an empty one. */
  readonly manifest: JsonObject;
  readonly settings: JsonObject | undefined;
  /** SETTINGS.CODES, when it is an object (an empty list counts as one). */
  readonly codes: JsonObject | undefined;
  /** The keys of CODES. */
  readonly codeNames: readonly string[];
  readonly modes: readonly ModeFacts[];
  readonly active: ModeFacts | undefined;
  /** Fields of the active mode. */
  readonly fields: readonly FieldFacts[];
  readonly references: readonly Reference[];
  /** What the generated validator says of the manifest. */
  readonly mistakes: readonly ValidationError[];
}

/** Path of the settings. */
export const CODES_PATH: Path = ['SETTINGS', 'CODES'];

/** The object that PHP sees: an empty list is an empty object. Undefined for anything else. */
const objectOf = (value: unknown): JsonObject | undefined =>
  isObject(value) ? value : Array.isArray(value) && value.length === 0 ? {} : undefined;

function isDirectLink(data: JsonObject): boolean {
  const method = data.METHOD;
  if (typeof method !== 'string' || method.toUpperCase() !== 'GET') return false;
  const fields = isObject(data.FIELDS) ? Object.values(data.FIELDS) : [];
  return !fields.some((field) => member(field, 'VISIBLE') === 'Y' || objectOf(member(field, 'CODE')));
}

function modesOf(settings: JsonObject | undefined): ModeFacts[] {
  const present = MODES.filter((key) => !isEmpty(settings?.[key]));
  return present.flatMap((key, index) => {
    const data = settings?.[key];
    if (!isObject(data)) return [];
    const hasFields = data.FIELDS !== undefined && data.FIELDS !== null;
    const unreadableFields = hasFields && objectOf(data.FIELDS) === undefined;
    const fields = isObject(data.FIELDS) ? data.FIELDS : hasFields ? {} : undefined;
    const fieldNames = Object.keys(fields ?? {});
    return {
      key,
      path: ['SETTINGS', key],
      data,
      active: index === 0,
      fields,
      fieldNames,
      unreadableFields,
      fieldless: key !== 'FORM_DATA' && fieldNames.length === 0 && !unreadableFields,
      params: key === 'FORM_DATA' && !hasFields && isObject(data.PARAMS) ? data.PARAMS : undefined,
      directLink: key === 'FORM_DATA' && !unreadableFields && isDirectLink(data),
    };
  });
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

// A manifest may have thousands of settings and fields: these are plain loops and plain lists, since they run at every
// keystroke.

/** Fields of a mode whose value is an object; others are a `wrong-type`. */
function fieldsOf(mode: ModeFacts): FieldFacts[] {
  const found: FieldFacts[] = [];
  const { fields = {}, fieldNames } = mode;
  for (const name of fieldNames) {
    const data = fields[name];
    if (!isObject(data)) continue;
    const code = data.CODE;
    const path = ['SETTINGS', mode.key, 'FIELDS', name];
    found.push({ mode, name, path, data, code: textOf(code), question: objectOf(code), visible: data.VISIBLE === 'Y' });
  }
  return found;
}

/** Settings of the manifest whose value is an object. */
export function settingsOf({ codes = {}, codeNames }: Facts): CodeFacts[] {
  const found: CodeFacts[] = [];
  for (const name of codeNames) {
    const data = objectOf(codes[name]);
    if (data === undefined) continue;
    const source = isObject(data.DEFAULT) ? data.DEFAULT : {};
    const providerKey = textOf(source.PROVIDER_KEY);
    const providerValue = textOf(source.PROVIDER_VALUE);
    found.push({ name, path: ['SETTINGS', 'CODES', name], data, providerKey, providerValue });
  }
  return found;
}

function referencesOf({ key, params = {} }: ModeFacts, fields: readonly FieldFacts[]): Reference[] {
  const found: Reference[] = [];
  for (const { name, code } of fields) {
    if (code !== undefined) found.push({ name, code, path: ['SETTINGS', key, 'FIELDS', name, 'CODE'] });
  }
  for (const name of Object.keys(params)) {
    const code = params[name];
    if (typeof code === 'string') found.push({ name, code, path: ['SETTINGS', key, 'PARAMS', name] });
  }
  return found;
}

const known = new WeakMap<ManifestDocument, Facts>();

/** The facts of a manifest on its own, worked out once: every fix asks for them. */
export function factsOf(document: ManifestDocument): Facts {
  let facts = known.get(document);
  if (facts === undefined) known.set(document, (facts = factsAbout(document)));
  return facts;
}

/** Works out the facts of a manifest; of a broken one, those of its repaired text or else of its readable parts. */
export function factsAbout(
  document: ManifestDocument,
  target?: 'real-portal',
  others: readonly OtherManifest[] = [],
): Facts {
  const { manifest: root } = repairOf(document)?.document ?? document;
  const manifest = isObject(root) ? root : {};
  const settings = isObject(manifest.SETTINGS) ? manifest.SETTINGS : undefined;
  const codes = objectOf(settings?.CODES);
  const modes = modesOf(settings);
  const active = modes.find((mode) => mode.active);
  const fields = active ? fieldsOf(active) : [];
  return {
    target,
    others,
    document,
    root,
    manifest,
    settings,
    codes,
    codeNames: Object.keys(codes ?? {}),
    modes,
    active,
    fields,
    references: active ? referencesOf(active, fields) : [],
    mistakes: root === undefined || validateManifest(root) ? [] : (validateManifest.errors ?? []),
  };
}
