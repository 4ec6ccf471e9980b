/** Completion of keys: those the schema knows and the object has not yet, and entries of objects whose keys are free. */
import * as l10n from '@vscode/l10n';
import type { CompletionItem } from 'vscode-languageserver';
import { keysAt, schemaAt } from '../../schemas/lookup.js';
import { ATTRIBUTES_OF_TYPE, INPUT_ATTRIBUTES } from '../../schemas/providers.js';
import type { Path } from '../document/manifest-document.js';
import { besideLabel } from './beside-label.js';
import { translated } from './choice.js';
import type { Surroundings } from './choices.js';
import type { Cursor } from './cursor.js';
import { describe, type Description } from './describe.js';
import { insert, type Insertion } from './insertion.js';
import { PROPERTY, REFERENCE, SNIPPET } from './kinds.js';
import { meant } from './meant.js';
import { canAskBuyer, placeOf } from './place.js';
import { codesSentBy, sendingsIn, settingsIn } from './settings-sent.js';
import { objectShape, valueShape } from './shapes.js';
import type { Snippet } from './snippet.js';

/** A member that may be added to the object around the cursor. */
interface Entry {
  readonly label: string;
  /** What people call it. */
  readonly name?: string | undefined;
  readonly detail?: string;
  readonly description?: Description;
  readonly kind: CompletionItem['kind'];
  /** The key with its quotes; a tab stop where the reader is to choose it. */
  readonly key: Snippet;
  readonly value: Snippet;
  /** Lists it before the others. */
  readonly wanted?: boolean;
  /** Found whatever has been typed: the typed text becomes its key. */
  readonly takesAnyKey?: boolean;
}

/** Items for the keys of the object around the cursor. */
export function completeKeys(insertion: Insertion): CompletionItem[] {
  const { cursor, document, reader } = insertion;
  const isRoot = cursor.container.length === 0;
  // The letter case of a handler's parameters does not count.
  const present = new Set([...cursor.siblings.keys()].flatMap((key) => (isRoot ? [key, key.toUpperCase()] : [key])));
  const around = {
    document: meant(document).document,
    path: cursor.container,
    siblings: new Map(),
    locale: reader.locale,
  };
  const entries = [...knownEntries(around, cursor), ...freeEntries(around, insertion)].filter(
    ({ label }) => !present.has(label),
  );
  return entries.map((entry, index) => toItem(entry, index, insertion));
}

function toItem(entry: Entry, index: number, insertion: Insertion): CompletionItem {
  const { cursor, document, reader } = insertion;
  const { label, name, detail, description, kind, key, value, wanted, takesAnyKey } = entry;
  const typed = cursor.word && takesAnyKey ? document.text.slice(cursor.word.start, cursor.word.end) : undefined;
  const snippet = cursor.hasColon ? key : [...key, ': ', ...value];
  return {
    label,
    ...(kind && { kind }),
    ...besideLabel({ name, detail }, reader),
    ...(description &&
      reader.documentsCompletions && {
        documentation: describe(description, reader.locale, reader.markdownInCompletion),
      }),
    sortText: `${takesAnyKey ? 2 : wanted ? 0 : 1}${String(index).padStart(4, '0')}`,
    ...insert(snippet, typed ?? JSON.stringify(label), insertion),
  };
}

/** Keys that the schema names at the place, those that must be there first. */
function knownEntries(around: Surroundings, { siblings }: Cursor): Entry[] {
  const required = schemaAt(around.path)?.required ?? [];
  const entries = keysAt(around.path).map((key): Entry => {
    const { description = '', examples, 'x-docs': docs } = schemaAt([...around.path, key]) ?? {};
    const [example] = examples ?? [];
    return {
      label: key,
      kind: PROPERTY,
      description: {
        text: description === '' ? [] : [translated(description)],
        sample: example === undefined ? undefined : JSON.stringify(example),
        docs,
      },
      key: [JSON.stringify(key)],
      value: valueShape({ ...around, path: [...around.path, key] }),
      wanted: required.includes(key),
    };
  });
  const place = placeOf(around.path);
  if (place !== 'input' && place !== 'buyerInput') return entries;
  const type = siblings.get('TYPE');
  return [...entries, ...attributeEntries(keysAt(around.path))].filter(({ label }) => isReadBy(type, label));
}

/** Whether an input of a type reads an attribute; of types that are not there, or not known so well, nothing is left out. */
function isReadBy(type: string | undefined, attribute: string): boolean {
  if (type === undefined || !Object.hasOwn(ATTRIBUTES_OF_TYPE, type)) return true;
  const isSpecial = Object.values(ATTRIBUTES_OF_TYPE).some((attributes) => attributes.includes(attribute));
  return !isSpecial || ATTRIBUTES_OF_TYPE[type]?.includes(attribute) === true;
}

/** Attributes of an INPUT that the portal reads besides those of the schema. */
const attributeEntries = (known: readonly string[]): Entry[] =>
  Object.entries(INPUT_ATTRIBUTES)
    .filter(([key]) => !known.includes(key))
    .map(([key, { meaning }]) => ({
      label: key,
      kind: PROPERTY,
      description: { text: [translated(meaning)] },
      key: [JSON.stringify(key)],
      value: ['"', {}, '"'],
    }));

/** Whether an object has keys of the developer's own, which the entries for new ones take. */
export function takesOwnKeys(container: Path): boolean {
  const place = placeOf(container);
  return place === 'settings' || place === 'fields';
}

/** Entries of objects whose keys the developer chooses. With a colon behind the cursor there is only a name to choose. */
function freeEntries(around: Surroundings, insertion: Insertion): Entry[] {
  switch (placeOf(around.path)) {
    case 'settings':
      return settingEntries(around, insertion);
    case 'fields':
      return fieldEntries(around, insertion);
    case 'params':
      return unsentCodes(around).map(({ code, name }) => sendingEntry(code, name, [JSON.stringify(code)]));
    default:
      return [];
  }
}

const inString = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Key that the reader chooses: what is typed already, else a proposal that is not there yet. */
function chosenKey({ cursor: { word, siblings } }: Insertion, proposal: string): Snippet {
  const free = (n: number): string => (siblings.has(`${proposal}${n}`) ? free(n + 1) : `${proposal}${n}`);
  const typed = word?.text ?? '';
  const key = typed !== '' ? typed : siblings.has(proposal) ? free(2) : proposal;
  return ['"', { choices: [inString(key)] }, '"'];
}

/** Codes that are sent but not there, and a new one. */
function settingEntries(around: Surroundings, insertion: Insertion): Entry[] {
  const known = new Set(settingsIn(around.document).map(({ code }) => code));
  const missing = new Map(
    sendingsIn(around.document).flatMap(({ code, name }) => (known.has(code) ? [] : [[code, name] as const])),
  );
  const shape = objectShape({ ...around, path: [...around.path, '*'] });
  const sent = [...missing].map(([code, name]): Entry => ({
    label: code,
    detail: l10n.t('Sent as {0}, not there yet', name),
    kind: REFERENCE,
    key: [JSON.stringify(code)],
    value: shape,
    wanted: true,
  }));
  if (insertion.cursor.hasColon) return sent;
  const setting: Entry = {
    label: l10n.t('New setting'),
    kind: SNIPPET,
    key: chosenKey(insertion, 'PAYMENT_ID'),
    value: shape,
    takesAnyKey: true,
  };
  const typedIn: Entry = {
    label: l10n.t('New setting that the administrator types'),
    kind: SNIPPET,
    key: chosenKey(insertion, 'SHOP_ID'),
    value: ['{\n\t"NAME": "', { text: 'Shop number' }, '",\n\t"INPUT": { "TYPE": "STRING" }\n}'],
    takesAnyKey: true,
  };
  return [...sent, setting, typedIn];
}

/** Settings that the object around the cursor does not send yet. */
function unsentCodes({ document, path }: Surroundings) {
  const sent = codesSentBy(document, path);
  return settingsIn(document).filter(({ code }) => !sent.has(code));
}

const sendingEntry = (code: string, name: string | undefined, value: Snippet): Entry => ({
  label: code,
  name,
  kind: REFERENCE,
  key: ['"', { choices: [inString(code)] }, '"'],
  value,
});

function fieldEntries(around: Surroundings, insertion: Insertion): Entry[] {
  const unsent = unsentCodes(around).map(({ code, name }) =>
    sendingEntry(code, name, ['{ "CODE": ', JSON.stringify(code), ' }']),
  );
  if (insertion.cursor.hasColon) return unsent;
  const path: Path = [...around.path, '*'];
  const field: Entry = {
    label: l10n.t('New field'),
    kind: SNIPPET,
    key: chosenKey(insertion, 'paymentId'),
    value: objectShape({ ...around, path }),
    takesAnyKey: true,
  };
  const question: Entry = {
    label: l10n.t('New question to the buyer'),
    kind: SNIPPET,
    key: chosenKey(insertion, 'phone'),
    value: ['{\n\t"VISIBLE": "Y",\n\t"CODE": ', ...objectShape({ ...around, path: [...path, 'CODE'] }, 1), '\n}'],
    takesAnyKey: true,
  };
  return canAskBuyer(around.path) ? [...unsent, field, question] : [...unsent, field];
}
