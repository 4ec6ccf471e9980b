/** Completion of values: the vocabulary of the place, a new object or list where one belongs, whole manifests in an empty text. */
import * as l10n from '@vscode/l10n';
import type { CompletionItem } from 'vscode-languageserver';
import { schemaAt } from '../../schemas/lookup.js';
import { valueAt } from '../../schemas/record.js';
import { besideLabel } from './beside-label.js';
import { choicesAt, type Surroundings } from './choices.js';
import { describe } from './describe.js';
import { insert, type Insertion } from './insertion.js';
import { constant, DEPRECATED, enumMember, REFERENCE, SNIPPET, struct } from './kinds.js';
import { manifestTemplates } from './manifest-templates.js';
import { meant } from './meant.js';
import { canAskBuyer, placeOf } from './place.js';
import { objectShape, valueShape } from './shapes.js';
import { parseSnippet } from './snippet.js';

/** Items for the value at the cursor. */
export function completeValues(insertion: Insertion): CompletionItem[] {
  const { cursor, document, reader } = insertion;
  const { path, siblings } = cursor;
  const around: Surroundings = { document: meant(document).document, path, siblings, locale: reader.locale };
  const words = wordItems(around, insertion);
  // Inside quotes only a string can be meant.
  return cursor.word?.quoted
    ? words
    : [
        ...words,
        ...constantItems(around, insertion),
        ...templateItems(around, insertion),
        ...shapeItems(around, insertion),
      ];
}

function wordItems(around: Surroundings, insertion: Insertion): CompletionItem[] {
  const { reader } = insertion;
  const place = placeOf(around.path);
  const isReference = place === 'fieldCode' || place === 'param';
  const listed = listedBeside(around);
  return choicesAt(around)
    .filter(({ value }) => !listed.has(value))
    .map(({ value, meaning, name, sample, docs, alias, deprecated }, index) => ({
      label: value,
      kind: isReference ? REFERENCE : enumMember(reader),
      ...besideLabel({ name, detail: meaning }, reader),
      ...(docs &&
        reader.documentsCompletions && {
          documentation: describe({ text: [meaning], sample, docs }, reader.locale, reader.markdownInCompletion),
        }),
      ...(deprecated && reader.deprecatedTag && { tags: [DEPRECATED] }),
      sortText: `${deprecated ? 9 : 0}${String(index).padStart(4, '0')}`,
      ...insert([JSON.stringify(value)], `${JSON.stringify(value)}${alias ? ` ${alias}` : ''}`, insertion),
    }));
}

/** Strings that stand in the list around the cursor already. */
function listedBeside({ document, path }: Surroundings): Set<unknown> {
  if (typeof path.at(-1) !== 'number') return new Set();
  const list = valueAt(document.manifest, path.slice(0, -1));
  if (!Array.isArray(list)) return new Set();
  return new Set((list as unknown[]).filter((_, index) => index !== path.at(-1)));
}

function constantItems(around: Surroundings, insertion: Insertion): CompletionItem[] {
  const types = [schemaAt(around.path)?.type ?? []].flat();
  if (!types.includes('boolean')) return [];
  return ['true', 'false'].map((label) => ({
    label,
    kind: constant(insertion.reader),
    sortText: `1${label}`,
    ...insert([label], label, insertion),
  }));
}

/** Complete manifests, where there is nothing yet. */
function templateItems({ path }: Surroundings, insertion: Insertion): CompletionItem[] {
  if (path.length > 0) return [];
  const { reader } = insertion;
  return manifestTemplates().map(({ mode, label: name, detail, body }, index) => {
    const label = l10n.t('New manifest: {0}', name);
    return {
      label,
      kind: SNIPPET,
      // As the one line beside it, a sentence would leave no room for the label.
      ...(reader.documentsCompletions && {
        documentation: describe({ text: [detail] }, reader.locale, reader.markdownInCompletion),
      }),
      sortText: `7${index}`,
      ...insert(parseSnippet(body), `b24-${mode} ${label}`, insertion),
    };
  });
}

/** A new object or list in the shape that the place wants. */
function shapeItems(around: Surroundings, insertion: Insertion): CompletionItem[] {
  const types = [schemaAt(around.path)?.type ?? []].flat();
  const isFieldCode = placeOf(around.path) === 'fieldCode';
  if (isFieldCode && !canAskBuyer(around.path)) return [];
  const label = types.includes('object') ? '{ }' : types.includes('array') ? '[ ]' : undefined;
  if (label === undefined) return [];
  const detail = isFieldCode ? l10n.t('Ask the buyer') : undefined;
  // The blank behind a colon keeps a list with `{ }` open. Where codes are offered beside it, the list has to close: a quote opens one
  // with codes only when there is none.
  const filter = isFieldCode ? '{}' : label;
  const shape = types.includes('object') ? objectShape(around) : valueShape(around);
  return [
    {
      label,
      kind: struct(insertion.reader),
      ...besideLabel({ detail }, insertion.reader),
      sortText: `8${label}`,
      ...insert(shape, filter, insertion),
    },
  ];
}
