/** Rules about the names of CODES and whether anything uses them. */
import * as l10n from '@vscode/l10n';
import { isEmpty, member, valueAt } from '../../schemas/record.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { CODES_PATH, factsOf, type Facts } from './facts.js';
import { insertMembers, removeMember } from './edits.js';
import { nearest } from './nearest.js';
import { renameCode } from './rename-code.js';
import type { Fix, Rule } from './rule.js';

/** Characters of a code that the portal's column keeps. */
const LIMIT = 50;
const STYLE = /^[A-Z][A-Z0-9_]*$/;

const MODES_WITHOUT_SPEECH = (facts: Facts): boolean =>
  facts.active === undefined || (facts.active.key !== 'FORM_DATA' && isEmpty(facts.active.fields));

export const unusedCode: Rule = {
  code: 'unused-code',
  severity: 'hint',
  group: 'CODES',
  title: 'A code that no field of the mode in force sends',
  setting({ name, path }, facts, report) {
    // Without FIELDS nothing is sent at all: `checkout-without-fields` says it once.
    if (MODES_WITHOUT_SPEECH(facts) || sentCodes(facts).has(name)) return;
    report({
      path,
      part: 'key',
      within: facts.active?.path ?? [],
      unnecessary: true,
      message: l10n.t(
        'No field of {0} sends {1}. Your server can still read it with settings.payment.get; otherwise add a field, or remove the code.',
        facts.active?.key ?? '',
        name,
      ),
    });
  },
  fixes(problem, document) {
    const name = String(problem.path.at(-1));
    const { active } = factsOf(document);
    const fixes: Fix[] = [];
    if (active) {
      const list = active.params ? 'PARAMS' : 'FIELDS';
      const entry = { [freeName(valueAt(active.data, [list]), name)]: active.params ? name : { CODE: name } };
      const edits =
        active.data[list] === undefined
          ? insertMembers(document, active.path, { [list]: entry })
          : insertMembers(document, [...active.path, list], entry);
      if (edits.length > 0) fixes.push({ title: l10n.t('Add as field of {0}', active.key), edits });
    }
    return [...fixes, { title: l10n.t('Remove {0}', name), edits: removeMember(document, problem.path) }];
  },
};

/** The name itself, or the name with a number when the object already has it. */
function freeName(object: unknown, name: string): string {
  let free = name;
  for (let n = 2; member(object, free) !== undefined; n++) free = `${name}_${n}`;
  return free;
}

const sent = new WeakMap<Facts, Set<string>>();

/** Codes that the mode in force sends; worked out once for all of them. */
function sentCodes(facts: Facts): Set<string> {
  const known = sent.get(facts) ?? new Set(facts.references.map(({ code }) => code));
  sent.set(facts, known);
  return known;
}

export const undefinedCode: Rule = {
  code: 'undefined-code',
  severity: 'error',
  group: 'FIELDS',
  title: 'A field names a code that CODES does not have',
  manifest({ codes, references }, report) {
    if (codes === undefined) return;
    for (const { code, path } of references) {
      if (Object.hasOwn(codes, code)) continue;
      const name = nearest(code, Object.keys(codes));
      const what =
        code === ''
          ? l10n.t('CODE is empty, so the field is always sent empty. Name a setting of CODES.')
          : l10n.t('Code {0} is not in CODES, so the field is always sent empty.', code);
      report({
        path,
        within: CODES_PATH,
        message: name === undefined ? what : `${what} ${l10n.t('Did you mean {0}?', name)}`,
        data: { code, ...(name !== undefined && { name }) },
        related:
          name === undefined
            ? []
            : [{ path: [...CODES_PATH, name], part: 'key', message: l10n.t('{0} is here', name) }],
      });
    }
  },
  fixes(problem, document) {
    const { code, name } = problem.data ?? {};
    const fixes: Fix[] = [];
    if (typeof name === 'string') {
      const newText = JSON.stringify(name);
      fixes.push({ title: l10n.t('Change to {0}', name), edits: [{ span: problem.span, newText }], preferred: true });
    }
    if (typeof code === 'string' && code !== '') {
      const edits = insertMembers(document, CODES_PATH, { [code]: { NAME: code, SORT: nextSort(document) } });
      if (edits.length > 0) fixes.push({ title: l10n.t('Create code {0} in CODES', code), edits });
    }
    return fixes;
  },
};

/** A SORT that puts a new code behind the others. */
function nextSort(document: ManifestDocument): number {
  const codes = Object.values(factsOf(document).codes ?? {});
  const sorts = codes.map((code) => Number(member(code, 'SORT'))).filter((sort) => Number.isFinite(sort));
  return Math.floor(Math.max(0, ...sorts) / 100) * 100 + 100;
}

export const codeNameCollision: Rule = {
  code: 'code-name-collision',
  severity: 'error',
  group: 'CODES',
  title: 'Two codes differ only in letter case',
  manifest({ codes }, report) {
    const first = new Map<string, string>();
    for (const name of Object.keys(codes ?? {})) {
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
    const { length } = Array.from(name);
    if (length <= LIMIT) return;
    report({
      path,
      part: 'key',
      message: l10n.t(
        'The name has {0} characters, and the portal keeps at most {1}: the value that an administrator enters cannot be stored under it. Shorten it.',
        length,
        LIMIT,
      ),
    });
  },
};

export const codeNameStyle: Rule = {
  code: 'code-name-style',
  severity: 'hint',
  group: 'CODES',
  title: 'A code is not in capitals',
  setting({ name, path }, _facts, report) {
    if (STYLE.test(name) || Array.from(name).length > LIMIT) return;
    const better = name.toUpperCase();
    report({
      path,
      part: 'key',
      message: STYLE.test(better)
        ? l10n.t('The portal stores this code as {0}. Write it so, to see the same name everywhere.', better)
        : l10n.t('Use capitals, digits and _ in codes: the portal stores them in upper case.'),
      ...(STYLE.test(better) && { data: { name: better } }),
    });
  },
  fixes(problem, document) {
    const name = problem.data?.name;
    const old = String(problem.path.at(-1));
    if (typeof name !== 'string' || Object.hasOwn(factsOf(document).codes ?? {}, name)) return [];
    return [
      { title: l10n.t('Rename to {0} everywhere', name), edits: renameCode(document, old, name), preferred: true },
    ];
  },
};

export const codeWithoutName: Rule = {
  code: 'code-without-name',
  severity: 'information',
  group: 'CODES',
  title: 'A code without NAME',
  setting({ name, path, data }, _facts, report) {
    const label = data.NAME;
    if (label !== undefined && label !== null && !(typeof label === 'string' && label.trim() === '')) return;
    report({
      path,
      part: 'key',
      within: path,
      message: l10n.t('{0} has no NAME, so the administrator sees the code itself in the settings. Add a label.', name),
    });
  },
};
