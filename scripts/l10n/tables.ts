/** Texts that are translated without standing in the call: those of the tables, the rules and the schema. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GROUPS, INPUT_ATTRIBUTES, INPUT_TYPES, PROVIDERS, SYSTEM_FIELDS, type Term } from '../../schemas/providers.js';
import { RULES } from '../../server/rules/registry.js';
import { root } from '../project.mjs';

type Table = Readonly<Record<string, Term & { readonly values?: Readonly<Record<string, Term>> }>>;

const meanings = (table: Table): string[] =>
  Object.values(table).flatMap(({ meaning, values = {} }) => [meaning, ...meanings(values)]);

const providers = () => meanings(PROVIDERS);
const inputTypes = () => meanings(INPUT_TYPES);
const inputAttributes = () => meanings(INPUT_ATTRIBUTES);
const systemFields = () => meanings(SYSTEM_FIELDS);
const terms = () => [...providers(), ...meanings(GROUPS)];

/** Every `description` of the manifest's schema. */
function descriptions(): string[] {
  const found: string[] = [];
  JSON.parse(
    readFileSync(path.join(root, 'schemas/generated/manifest.schema.json'), 'utf8'),
    (key: string, value: unknown) => {
      // A property of a manifest may be called so, too; its schema is an object.
      if (key === 'description' && typeof value === 'string') found.push(value);
      return value;
    },
  );
  return found;
}

/** The texts that each call without a literal text may translate. A call that is not in this list is an error. */
export const DYNAMIC_CALLS: Readonly<Record<string, () => readonly string[]>> = {
  // The translator `translated` itself: its calls are listed one by one.
  'server/features/choice.ts: l10n.t(text)': () => [],
  'server/features/choice.ts: translated(meaning)': terms,
  'server/features/choices.ts: translated(meaning)': () => [...providers(), ...inputTypes()],
  'server/features/inlay-hints.ts: translated(meaning)': providers,
  'server/features/complete-keys.ts: translated(description)': descriptions,
  'server/features/complete-keys.ts: translated(meaning)': inputAttributes,
  'server/features/about-key.ts: translated(schema.description)': descriptions,
  'server/features/about-key.ts: translated(meaning)': providers,
  "server/features/about-key.ts: translated(INPUT_ATTRIBUTES[key]?.meaning ?? '')": inputAttributes,
  'server/features/about-key.ts: translated(own.meaning)': systemFields,
  'server/features/complete-suppression.ts: translated(title)': () => ruleTitles(),
};

/** Titles of the rules: translated for the settings and the lists of rules. */
export const ruleTitles = (): string[] => RULES.map(({ title }) => title);
