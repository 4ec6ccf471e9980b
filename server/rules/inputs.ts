/** Rules about INPUT: the controls that administrators and buyers fill in. */
import * as l10n from '@vscode/l10n';
import { INPUT_TYPES } from '../../schemas/providers.js';
import { isEmpty, isObject, member, valueAt } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { insertMembers, removeMember } from './edits.js';
import { nearest } from './nearest.js';
import type { Edit, Report, Rule } from './rule.js';

/** INPUT.TYPE of a code or question as the portal reads it: in upper case; undefined when there is none. */
export function inputType(data: unknown): string | undefined {
  const type = member(member(data, 'INPUT'), 'TYPE');
  return typeof type === 'string' ? type.toUpperCase() : undefined;
}

const isRegistered = (type: string): boolean => Object.hasOwn(INPUT_TYPES, type);

export const unknownInputType: Rule = {
  code: 'unknown-input-type',
  severity: 'error',
  group: 'CODES',
  title: 'An INPUT.TYPE that no portal has',
  setting({ data, path }, _facts, report) {
    const type = inputType(data);
    if (type === undefined || isRegistered(type)) return;
    const name = nearest(type, Object.keys(INPUT_TYPES));
    const what = l10n.t('No portal has an input type {0}: opening the settings of the pay system fails.', type);
    report({
      path: [...path, 'INPUT', 'TYPE'],
      message: `${what} ${name === undefined ? l10n.t('Use STRING, Y/N or ENUM.') : l10n.t('Did you mean {0}?', name)}`,
      ...(name !== undefined && { data: { name } }),
    });
  },
  fixes(problem) {
    const name = problem.data?.name;
    if (typeof name !== 'string') return [];
    return [
      {
        title: l10n.t('Change to {0}', name),
        edits: [{ span: problem.span, newText: JSON.stringify(name) }],
        preferred: true,
      },
    ];
  },
};

export const undocumentedInputType: Rule = {
  code: 'undocumented-input-type',
  severity: 'information',
  group: 'CODES',
  title: 'An INPUT.TYPE that the documentation does not name',
  setting({ data, path }, _facts, report) {
    const type = inputType(data);
    if (type === undefined || INPUT_TYPES[type]?.documented !== false || !isRegistered(type)) return;
    report({
      path: [...path, 'INPUT', 'TYPE'],
      message: l10n.t(
        '{0} is not in the documentation, and it is not known whether every portal draws it in the settings. STRING, Y/N and ENUM are safe.',
        type,
      ),
    });
  },
};

export const enumWithoutOptions: Rule = {
  code: 'enum-without-options',
  severity: 'warning',
  group: 'CODES',
  title: 'An ENUM without OPTIONS',
  setting({ data, path }, _facts, report) {
    if (inputType(data) !== 'ENUM' || !isEmpty(member(data.INPUT, 'OPTIONS'))) return;
    report({
      path: [...path, 'INPUT', 'TYPE'],
      within: [...path, 'INPUT'],
      message: l10n.t(
        'This ENUM has no OPTIONS, so the settings show an error instead of a choice. Add OPTIONS: stored value → label.',
      ),
    });
  },
  fixes(problem, document) {
    const input = problem.path.slice(0, -1);
    const options = document.locate([[...input, 'OPTIONS']])[0];
    const edits = options ? removeMember(document, [...input, 'OPTIONS']) : [];
    if (edits.length > 0) return [];
    return [
      {
        title: l10n.t('Add OPTIONS'),
        edits: insertMembers(document, input, { OPTIONS: { TEST: 'Test', LIVE: 'Live' } }),
        preferred: true,
      },
    ];
  },
};

function reportMisplaced(data: unknown, path: Path, report: Report): void {
  if (member(data, 'TYPE') === undefined) return;
  report({
    path: [...path, 'TYPE'],
    part: 'key',
    message: l10n.t('The portal ignores TYPE here; it reads INPUT.TYPE. Move it into INPUT.'),
  });
}

export const misplacedInputType: Rule = {
  code: 'misplaced-input-type',
  severity: 'warning',
  group: 'CODES',
  title: 'TYPE beside INPUT instead of inside it',
  fixAll: true,
  setting: ({ data, path }, _facts, report) => {
    reportMisplaced(data, path, report);
  },
  field: ({ question, path }, _facts, report) => {
    reportMisplaced(question, [...path, 'CODE'], report);
  },
  fixes: (problem, document) => [
    {
      title: l10n.t('Move TYPE into INPUT'),
      edits: moveIntoInput(document, problem.path.slice(0, -1)),
      preferred: true,
    },
  ],
};

/** TYPE into INPUT; an INPUT that has a TYPE of its own keeps it, and the ignored one goes. */
function moveIntoInput(document: ManifestDocument, owner: Path): Edit[] {
  const type = valueAt(document.value, [...owner, 'TYPE']);
  const input = valueAt(document.value, [...owner, 'INPUT']);
  const remove = removeMember(document, [...owner, 'TYPE']);
  if (isObject(input))
    return Object.hasOwn(input, 'TYPE')
      ? remove
      : [...remove, ...insertMembers(document, [...owner, 'INPUT'], { TYPE: type })];
  const place = document.locate([[...owner, 'TYPE']])[0];
  if (input !== undefined || !place?.key) return remove;
  // In place: `"TYPE": "STRING"` becomes `"INPUT": { "TYPE": "STRING" }`.
  const written = document.text.slice(place.value.start, place.value.end);
  return [
    { span: place.key, newText: '"INPUT"' },
    { span: place.value, newText: `{ "TYPE": ${written} }` },
  ];
}

export const listLikeOptions: Rule = {
  code: 'list-like-options',
  severity: 'information',
  group: 'CODES',
  title: 'OPTIONS with the keys 0, 1, 2…',
  setting({ data, path }, _facts, report) {
    const options = member(data.INPUT, 'OPTIONS');
    if (
      isEmpty(options) ||
      !(Array.isArray(options) || (isObject(options) && Object.keys(options).every((key, i) => key === String(i))))
    )
      return;
    report({
      path: [...path, 'INPUT', 'OPTIONS'],
      part: 'key',
      message: l10n.t(
        'Options with the keys 0, 1, 2… come back from the portal as a list. It works, but use telling keys such as TEST and LIVE.',
      ),
    });
  },
};
