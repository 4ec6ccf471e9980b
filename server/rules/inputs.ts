/** Rules about INPUT: the controls that administrators fill in. */
import * as l10n from '@vscode/l10n';
import { INPUT_TYPES } from '../../schemas/providers.js';
import { isEmpty, isObject, member, valueAt } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { drawsCodes, inputType, isDrawn } from './drawing.js';
import { replaceValue } from './edits.js';
import { factsOf } from './facts.js';
import { fix, placeholder, preferredFix } from './fix.js';
import { setMember } from './insert.js';
import { isSpaced } from './layout.js';
import { meantAttribute } from './meant-key.js';
import { lastOf } from './mistakes.js';
import { nearest } from './nearest.js';
import { removeMember, renameKey } from './remove.js';
import type { Edit, Fix, Report, Rule } from './rule.js';
import { isUnsent } from './sent-codes.js';

const isRegistered = (type: string): boolean => Object.hasOwn(INPUT_TYPES, type);

/** What other systems call the documented types. */
const ALIASES: Readonly<Record<string, string>> = {
  TEXT: 'STRING',
  TEXTAREA: 'STRING',
  PASSWORD: 'STRING',
  YN: 'Y/N',
  'Y\\N': 'Y/N',
  BOOL: 'Y/N',
  BOOLEAN: 'Y/N',
  CHECKBOX: 'Y/N',
  SELECT: 'ENUM',
  LIST: 'ENUM',
};

/** The registered type that was meant; undefined when that is not plain. */
const meantType = (type: string): string | undefined =>
  ALIASES[type.toUpperCase()] ?? nearest(type, Object.keys(INPUT_TYPES));

export const unknownInputType: Rule = {
  code: 'unknown-input-type',
  severity: 'error',
  group: 'CODES',
  title: 'An INPUT.TYPE that no portal has',
  setting({ data, path }, _facts, report) {
    const type = member(data.INPUT, 'TYPE');
    if (typeof type !== 'string' || isRegistered(type)) return;
    if (type.trim() === '') {
      report({
        path: [...path, 'INPUT', 'TYPE'],
        // What every portal makes of it is not known.
        severity: 'warning',
        message: l10n.t(
          'TYPE is empty, which is no input type of a portal: opening the settings of the payment system may fail. Use STRING, Y/N or ENUM.',
        ),
        data: { name: 'STRING' },
      });
      return;
    }
    const name = meantType(type);
    const what = l10n.t('No portal has an input type {0}: opening the settings of the payment system fails.', type);
    report({
      path: [...path, 'INPUT', 'TYPE'],
      message: `${what} ${name === undefined ? l10n.t('Use STRING, Y/N or ENUM.') : l10n.t('Did you mean {0}?', name)}`,
      ...(name !== undefined && { data: { name } }),
    });
  },
  fixes(problem, document) {
    const name = problem.data?.name;
    if (typeof name !== 'string') return [];
    return preferredFix(l10n.t('Change to {0}', name), replaceValue(document, problem.path, JSON.stringify(name)));
  },
};

export const undocumentedInputType: Rule = {
  code: 'undocumented-input-type',
  severity: 'information',
  group: 'CODES',
  title: 'An INPUT.TYPE that the documentation does not name',
  setting({ data, path }, _facts, report) {
    const type = inputType(data);
    if (type === undefined || !isRegistered(type) || INPUT_TYPES[type]?.documented !== false) return;
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
    const { INPUT: input } = data;
    if (inputType(data) !== 'ENUM' || !isObject(input) || !isEmpty(input.OPTIONS)) return;
    // They are there under another name: `unknown-property` tells which.
    if (Object.keys(input).some((key) => meantAttribute(input, key) === 'OPTIONS')) return;
    report({
      path: [...path, 'INPUT', 'TYPE'],
      within: [...path, 'INPUT'],
      message: l10n.t(
        'This ENUM has no OPTIONS, so the settings show an error instead of a choice. Add OPTIONS: stored value → label.',
      ),
    });
  },
  fixes(problem, document) {
    const options = { TEST: placeholder('Test'), LIVE: placeholder('Live') };
    const edits = setMember(document, problem.path.slice(0, -1), 'OPTIONS', options);
    return preferredFix(l10n.t('Add OPTIONS'), edits);
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
  fixes(problem, document) {
    const owner = problem.path.slice(0, -1);
    const written: unknown = valueAt(document.value, problem.path);
    const type = typeof written !== 'string' || isRegistered(written) ? written : meantType(written);
    const input = valueAt(document.value, [...owner, 'INPUT']);
    // INPUT has a type of its own, or this one is none that a portal has: moved, it would do harm.
    if (typeof type !== 'string' || inputType({ INPUT: input }) !== undefined) return drop(document, problem.path);
    const options =
      input === undefined && type === 'ENUM' ? member(valueAt(document.value, owner), 'OPTIONS') : undefined;
    const move = moveIntoInput(document, owner, type, input, options);
    const preferred =
      !losesField(document, owner, type) && !(type === 'ENUM' && isEmpty(options ?? member(input, 'OPTIONS')));
    return fix(l10n.t('Move TYPE into INPUT'), move, { preferred });
  },
};

const drop = (document: ManifestDocument, path: Path): Fix[] =>
  preferredFix(l10n.t('Remove TYPE'), removeMember(document, path));

/** Whether the payment page draws the field of a code or question today, as STRING, and would not draw it with a type. */
function losesField(document: ManifestDocument, owner: Path, type: string): boolean {
  if (isDrawn({ INPUT: { TYPE: type } })) return false;
  const facts = factsOf(document);
  const isQuestion = owner.length > 3;
  return isQuestion || (drawsCodes(facts.active) && !isUnsent(lastOf(owner), facts));
}

function moveIntoInput(
  document: ManifestDocument,
  owner: Path,
  type: string,
  input: unknown,
  options: unknown,
): Edit[] {
  const own = [...owner, 'TYPE'];
  if (input !== undefined) {
    const edits = isObject(input)
      ? setMember(document, [...owner, 'INPUT'], 'TYPE', type)
      : setMember(document, owner, 'INPUT', { TYPE: type });
    return [...removeMember(document, own), ...edits];
  }
  // In place: `"TYPE": "STRING"` becomes `"INPUT": { "TYPE": "STRING" }`.
  const { text } = document;
  const [open, between, close] = isSpaced(text)
    ? ['{ "TYPE": ', ', "OPTIONS": ', ' }']
    : ['{"TYPE":', ',"OPTIONS":', '}'];
  const choices = options === undefined ? undefined : document.locate([[...owner, 'OPTIONS']])[0]?.value;
  const moved = choices ? between + text.slice(choices.start, choices.end) : '';
  const value = replaceValue(document, own, open + JSON.stringify(type) + moved + close);
  const removed = choices ? removeMember(document, [...owner, 'OPTIONS']) : [];
  return [...renameKey(document, own, 'INPUT'), ...value, ...removed];
}

export const listLikeOptions: Rule = {
  code: 'list-like-options',
  severity: 'information',
  group: 'CODES',
  title: 'OPTIONS with the keys 0, 1, 2…',
  setting({ data, path }, _facts, report) {
    const options = member(data.INPUT, 'OPTIONS');
    const isList =
      Array.isArray(options) || (isObject(options) && Object.keys(options).every((key, i) => key === String(i)));
    if (isEmpty(options) || !isList) return;
    report({
      path: [...path, 'INPUT', 'OPTIONS'],
      part: 'key',
      message: l10n.t(
        'Options with the keys 0, 1, 2… come back from the portal as a list, and the choice 0 counts as no value: the code stays empty. Use descriptive keys such as TEST and LIVE.',
      ),
    });
  },
};
