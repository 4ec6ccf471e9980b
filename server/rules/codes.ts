/** Rules about entries of CODES: whether anything uses them and how they are called. */
import * as l10n from '@vscode/l10n';
import { SETTING_CODE_LIMIT } from '../../schemas/limits.js';
import { member } from '../../schemas/record.js';
import { placesOf } from '../document/code-places.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { CODES_PATH, factsOf } from './facts.js';
import { fix } from './fix.js';
import { insertMembers, setMember } from './insert.js';
import { lastOf } from './mistakes.js';
import { removeMember } from './remove.js';
import { renameCode } from './rename-code.js';
import type { Edit, Rule } from './rule.js';
import { isSendable } from './sendable.js';
import { isUnsent } from './sent-codes.js';

const STYLE = /^[A-Z][A-Z0-9_]*$/;

/** In characters; a code unit more than the limit may still be a character less. */
const isTooLong = (name: string): boolean => name.length > SETTING_CODE_LIMIT && lengthOf(name) > SETTING_CODE_LIMIT;

const lengthOf = (name: string): number => Array.from(name).length;

export const unusedCode: Rule = {
  code: 'unused-code',
  severity: 'hint',
  group: 'CODES',
  title: 'A code that no field of the mode in force sends',
  setting({ name, path }, facts, report) {
    const { active } = facts;
    if (active === undefined || !isUnsent(name, facts)) return;
    report({
      path,
      part: 'key',
      within: active.path,
      unnecessary: true,
      message: l10n.t(
        'No field of {0} sends {1}. Your server can still read it with settings.payment.get; otherwise add a field, or remove the code.',
        active.key,
        name || '""',
      ),
    });
  },
  fixes(problem, document) {
    const name = lastOf(problem.path);
    return [
      ...addField(name, document),
      ...fix(l10n.t('Remove {0}', name || '""'), removeMember(document, problem.path)),
    ];
  },
};

/** The name itself, or the name with a number when the object already has it. */
function freeName(object: unknown, name: string): string {
  let free = name;
  for (let n = 2; member(object, free) !== undefined; n++) free = `${name}_${n}`;
  return free;
}

/** A field that sends a code; none where sending it would do harm. */
function addField(name: string, document: ManifestDocument) {
  const facts = factsOf(document);
  const { active } = facts;
  if (!active || name === '' || !isSendable(name, active.key, facts, active.directLink)) return [];
  const list = active.params ? 'PARAMS' : 'FIELDS';
  const present = active.params ?? active.fields;
  const entry = { [freeName(present, name)]: active.params ? name : { CODE: name } };
  const edits: Edit[] = present
    ? insertMembers(document, [...active.path, list], entry)
    : setMember(document, active.path, list, entry);
  return fix(l10n.t('Add as field of {0}', active.key), edits);
}

export const codeNameCollision: Rule = {
  code: 'code-name-collision',
  severity: 'error',
  group: 'CODES',
  title: 'Two codes differ only in letter case',
  manifest({ codeNames: names }, report) {
    if (names.every((name) => name === name.toUpperCase())) return;
    const first = new Map<string, string>();
    for (const name of names) {
      const other = first.get(name.toUpperCase());
      if (other === undefined) {
        first.set(name.toUpperCase(), name);
        continue;
      }
      report({
        path: [...CODES_PATH, name],
        part: 'key',
        message: l10n.t(
          '{0} and {1} differ only in letter case, and the portal stores both as {2}: they share one value. Rename one.',
          name,
          other,
          name.toUpperCase(),
        ),
        related: [{ path: [...CODES_PATH, other], part: 'key', message: l10n.t('{0} is here', other) }],
      });
    }
  },
};

export const codeNameTooLong: Rule = {
  code: 'code-name-too-long',
  severity: 'error',
  group: 'CODES',
  title: 'A code is longer than 50 characters',
  setting({ name, path }, _facts, report) {
    if (!isTooLong(name)) return;
    report({
      path,
      part: 'key',
      message: l10n.t(
        'The name has {0} characters, and the portal keeps at most {1}: a value that an administrator enters does not fit under it. Shorten it.',
        lengthOf(name),
        SETTING_CODE_LIMIT,
      ),
    });
  },
};

/** A name in capitals that means the same; undefined when there is none. */
function inStyle(name: string): string | undefined {
  const better = name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  return STYLE.test(better) && /^[\x20-\x7e]*$/.test(name) ? better : undefined;
}

export const codeNameStyle: Rule = {
  code: 'code-name-style',
  severity: 'hint',
  group: 'CODES',
  title: 'A code is not in capitals',
  setting({ name, path }, _facts, report) {
    if (STYLE.test(name) || isTooLong(name)) return;
    if (name === '') {
      report({
        path,
        part: 'key',
        severity: 'warning',
        message: l10n.t(
          'The name of this code is empty: in Checkout a field cannot name it, and the settings tell nobody what it is. Give it a name, for example SHOP_ID.',
        ),
      });
      return;
    }
    const better = inStyle(name);
    report({
      path,
      part: 'key',
      message:
        better !== undefined && better === name.toUpperCase()
          ? l10n.t('The portal stores this code as {0}. Write it so, to see the same name everywhere.', better)
          : l10n.t(
              'Use capitals, digits and _ in codes, and begin with a letter: the portal stores them in upper case.',
            ),
      ...(better !== undefined && { data: { name: better } }),
    });
  },
  fixes(problem, document) {
    const name = problem.data?.name;
    const old = lastOf(problem.path);
    if (typeof name !== 'string' || Object.hasOwn(factsOf(document).codes ?? {}, name)) return [];
    // In other characters, values that administrators have entered would be lost; in other case they stay.
    const preferred = name === old.toUpperCase();
    return fix(l10n.t('Rename to {0} everywhere', name), renameCode(placesOf(document, old), name), { preferred });
  },
};

export const codeWithoutName: Rule = {
  code: 'code-without-name',
  severity: 'information',
  group: 'CODES',
  title: 'A code without NAME',
  setting({ name, path, data }, _facts, report) {
    const label = data.NAME;
    const blank = typeof label === 'string' && label.trim() === '';
    if (label !== undefined && label !== null && !blank) return;
    report({
      path: blank ? [...path, 'NAME'] : path,
      part: blank ? 'value' : 'key',
      within: path,
      message: blank
        ? l10n.t('NAME of {0} is empty, so the administrator does not see what to enter. Add a label.', name)
        : l10n.t('{0} has no NAME, so the administrator sees the code itself in the settings. Add a label.', name),
    });
  },
};
