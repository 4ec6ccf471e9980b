/** Rules that speak for the generated validator: types, missing and unknown keys, closed sets, lengths. */
import * as l10n from '@vscode/l10n';
import { keysAt, schemaAt } from '../../schemas/lookup.js';
import { INPUT_ATTRIBUTES, MODES } from '../../schemas/providers.js';
import { isEmpty, isObject, valueAt } from '../../schemas/record.js';
import type { ValidationError } from '../../schemas/validator.js';
import type { Path } from '../document/manifest-document.js';
import type { CodeFacts, Facts } from './facts.js';
import { insertMembers, replaceKey, replaceValue } from './edits.js';
import { nearest } from './nearest.js';
import type { Finding, Fix, Rule } from './rule.js';

const IN_MODES = '/properties/SETTINGS/anyOf';

const pathOf = ({ instancePath }: ValidationError): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~'));

/** Mistakes of the given keywords, each with its path; the wrappers around "at least one mode" left out. */
const mistakes = (facts: Facts, ...keywords: string[]): { error: ValidationError; path: string[]; value: unknown }[] =>
  facts.mistakes
    .filter(({ keyword, schemaPath }) => keywords.includes(keyword) && !schemaPath.includes(IN_MODES))
    .map((error) => ({ error, path: pathOf(error) }))
    .map(({ error, path }) => ({ error, path, value: valueAt(facts.manifest, path) }));

const lastOf = (path: Path): string => String(path.at(-1) ?? '');

/** A place as a reader names it: `FORM_DATA`, `code SHOP_KEY`, `field phone`. */
function nameOf(path: Path): string {
  const [, group, third, fourth] = path;
  if (path.length === 0) return l10n.t('The manifest');
  if (path.length === 3 && group === 'CODES') return l10n.t('Code {0}', String(third));
  if (path.length === 4 && third === 'FIELDS') return l10n.t('Field {0}', String(fourth));
  return lastOf(path);
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** JSON types in plain words. */
function typeName(type: string): string {
  switch (type) {
    case 'object':
      return l10n.t('an object');
    case 'array':
      return l10n.t('a list');
    case 'string':
      return l10n.t('a string');
    case 'number':
    case 'integer':
      return l10n.t('a number');
    case 'boolean':
      return l10n.t('true or false');
    default:
      return type;
  }
}

/** Types to name in a message: null and the empty list stand in the schema only because a portal takes them for absent. */
function expectedTypes(path: Path): string[] {
  const type = schemaAt(path)?.type ?? [];
  const types = (typeof type === 'string' ? [type] : type).filter((name) => name !== 'null');
  return types.includes('object') ? types.filter((name) => name !== 'array') : types;
}

/** The same value as the type the schema wants, where that is obvious; undefined where it is not. */
function converted(value: unknown, path: Path): string | undefined {
  const expected = expectedTypes(path);
  if (lastOf(path) === 'VISIBLE' && typeof value === 'boolean') return value ? '"Y"' : '"N"';
  if (expected.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return JSON.stringify(String(value));
  if (expected.includes('number') && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return String(Number(value));
  if (expected.includes('array') && typeof value === 'string') return JSON.stringify([value]);
  return undefined;
}

export const wrongType: Rule = {
  code: 'wrong-type',
  severity: 'error',
  group: 'JSON',
  title: 'A value has another type than the portal reads',
  manifest(facts, report) {
    // A list with items where an object belongs fails `maxItems`: the schema lets only the empty list pass.
    for (const { error, path, value } of mistakes(facts, 'type', 'maxItems', 'pattern')) {
      if (error.keyword === 'pattern' && lastOf(path) !== 'SORT') continue;
      if (path.length === 2 && MODES.some((mode) => mode === path[1]) && isEmpty(value)) continue;
      if (value === undefined) continue;
      if (error.keyword === 'pattern') {
        report({
          path,
          within: path,
          severity: 'warning',
          message: l10n.t('SORT is not a number, so the portal takes it for 0. Write a number such as 100.'),
        });
        continue;
      }
      const expected = expectedTypes(path).map(typeName).join(l10n.t(' or '));
      const text = converted(value, path);
      report({
        path,
        within: path,
        message: l10n.t(
          '{0} must be {1}, not {2}. The portal stores it as it is and cannot use it.',
          nameOf(path),
          expected,
          typeName(jsonType(value)),
        ),
        ...(text !== undefined && { data: { text } }),
      });
    }
  },
  fixes(problem, document) {
    const text = problem.data?.text;
    if (typeof text !== 'string') return [];
    return [{ title: l10n.t('Change to {0}', text), edits: [replaceValue(document, problem, text)], preferred: true }];
  },
};

function missingMessage(parent: Path, key: string): string {
  if (parent.length === 0 || key === 'CODES') {
    const name = key === 'CODES' ? 'SETTINGS[CODES]' : key;
    const what = key === 'CODES' ? l10n.t('SETTINGS has no CODES.') : l10n.t('{0} is missing.', key);
    return `${what} ${l10n.t('The portal refuses the handler: "Parameter {0} is not defined". Add it.', name)}`;
  }
  if (key === 'ACTION_URI') {
    return l10n.t(
      '{0} has no ACTION_URI, so the portal refuses the handler. Add the address of your payment page.',
      nameOf(parent),
    );
  }
  return l10n.t(
    '{0} has no CODE, so nothing is sent under this name. Name a setting of CODES, or ask the buyer with an object.',
    nameOf(parent),
  );
}

export const missingProperty: Rule = {
  code: 'missing-property',
  severity: 'error',
  group: 'JSON',
  title: 'A key that the portal needs is missing',
  manifest(facts, report) {
    if (facts.document.syntaxProblems.length === 0 && !isObject(facts.manifest)) return;
    for (const { error, path } of mistakes(facts, 'required')) {
      const key = String(error.params.missingProperty);
      // An empty mode counts as absent: `missing-mode` or nothing at all.
      if (key === 'ACTION_URI' && isEmpty(valueAt(facts.manifest, path))) continue;
      report({ path, within: path, message: missingMessage(path, key), data: { key } });
    }
  },
  fixes(problem, document) {
    const key = problem.data?.key;
    if (typeof key !== 'string') return [];
    const edits = insertMembers(document, problem.path, { [key]: key === 'SETTINGS' || key === 'CODES' ? {} : '' });
    return edits.length > 0 ? [{ title: l10n.t('Add {0}', key), edits, preferred: true }] : [];
  },
};

/** Rename of a key, when its new name is known and free. */
function renameFix(
  problem: Parameters<NonNullable<Rule['fixes']>>[0],
  document: Parameters<NonNullable<Rule['fixes']>>[1],
): Fix[] {
  const name = problem.data?.name;
  if (typeof name !== 'string') return [];
  return [{ title: l10n.t('Rename to {0}', name), edits: [replaceKey(document, problem, name)], preferred: true }];
}

/** INPUT takes free attributes, so only a near miss of a known one is worth a word. */
function misspeltAttributes({ data, path }: CodeFacts): Finding[] {
  if (!isObject(data.INPUT)) return [];
  const known = ['TYPE', ...Object.keys(INPUT_ATTRIBUTES)];
  const input = data.INPUT;
  return Object.keys(input).flatMap((key) => {
    if (known.includes(key)) return [];
    const name = nearest(
      key,
      known.filter((other) => !Object.hasOwn(input, other) && other.length > 3),
    );
    return name === undefined ? [] : [unknownFinding([...path, 'INPUT'], key, name)];
  });
}

function unknownFinding(parent: Path, key: string, name: string | undefined): Finding {
  const what =
    parent.length === 0
      ? l10n.t('{0} is no parameter of a handler and is not sent.', key)
      : l10n.t('Nothing reads {0} in {1}: the portal stores it and ignores it.', key, nameOf(parent));
  const hint =
    name === undefined
      ? ''
      : name.toUpperCase() === key.toUpperCase()
        ? ` ${l10n.t('Letter case counts here: write {0}.', name)}`
        : ` ${l10n.t('Did you mean {0}?', name)}`;
  return {
    path: [...parent, key],
    part: 'key',
    within: parent,
    message: what + hint,
    ...(name !== undefined && { data: { name } }),
  };
}

/** Keys that a missing brace pushes down into an object where they are strangers; `json-syntax` speaks of the brace. */
const BELONGS_ABOVE = new Set([...keysAt([]), ...keysAt(['SETTINGS']), 'auth']);

export const unknownProperty: Rule = {
  code: 'unknown-property',
  severity: 'warning',
  group: 'JSON',
  title: 'A key that nothing reads',
  fixAll: true,
  manifest(facts, report) {
    for (const { error, path } of mistakes(facts, 'additionalProperties')) {
      const key = String(error.params.additionalProperty);
      if (facts.document.syntaxProblems.length > 0 && BELONGS_ABOVE.has(key)) continue;
      const present = valueAt(facts.manifest, path);
      const free = keysAt(path).filter((known) => !(isObject(present) && Object.hasOwn(present, known)));
      report(unknownFinding(path, key, nearest(key, free)));
    }
  },
  setting(setting, _facts, report) {
    misspeltAttributes(setting).forEach(report);
  },
  fixes: renameFix,
};

const quoted = (values: readonly unknown[]): string =>
  values
    .filter((value) => value !== null)
    .map((value) => JSON.stringify(value))
    .join(l10n.t(' or '));

/** What a portal does with a value outside the closed set. */
function consequence(key: string): string {
  switch (key) {
    case 'CLIENT_TYPE':
      return l10n.t('The portal refuses the handler.');
    case 'METHOD':
      return l10n.t('A browser that does not know the method sends the form with GET.');
    default:
      return l10n.t('Only the exact "Y" shows the field; anything else hides it.');
  }
}

export const invalidValue: Rule = {
  code: 'invalid-value',
  severity: 'error',
  group: 'JSON',
  title: 'A value outside its closed set',
  fixAll: true,
  manifest(facts, report) {
    for (const { error, path, value } of mistakes(facts, 'enum', 'pattern')) {
      if (typeof value !== 'string' || (error.keyword === 'pattern' && lastOf(path) !== 'METHOD')) continue;
      const allowed = error.keyword === 'pattern' ? ['GET', 'POST'] : (error.params.allowedValues as unknown[]);
      const meant = allowed.find(
        (item) => typeof item === 'string' && item.toUpperCase() === value.trim().toUpperCase(),
      );
      const guess =
        meant ?? nearest(value, allowed.filter((item) => typeof item === 'string' && item.length > 1) as string[]);
      report({
        path,
        within: path,
        message: l10n.t(
          '{0} must be {1}, in exactly this spelling. {2}',
          lastOf(path),
          quoted(allowed),
          consequence(lastOf(path)),
        ),
        ...(guess !== undefined && { data: { text: JSON.stringify(guess) } }),
      });
    }
  },
  fixes(problem, document) {
    const text = problem.data?.text;
    if (typeof text !== 'string') return [];
    return [{ title: l10n.t('Change to {0}', text), edits: [replaceValue(document, problem, text)], preferred: true }];
  },
};

const tooLong = (key: 'NAME' | 'CODE', code: string, limit: number): Rule => ({
  code,
  severity: 'error',
  group: 'Handler',
  title: key === 'NAME' ? 'NAME is longer than 255 characters' : 'CODE is longer than 50 characters',
  manifest(facts, report) {
    for (const { path, value } of mistakes(facts, 'maxLength')) {
      if (path.length !== 1 || path[0] !== key || typeof value !== 'string') continue;
      report({
        path,
        message: l10n.t(
          '{0} has {1} characters; the portal keeps at most {2}. Depending on its version it refuses the handler or cuts the rest off. Shorten it.',
          key,
          Array.from(value).length,
          limit,
        ),
      });
    }
  },
});

export const nameTooLong = tooLong('NAME', 'name-too-long', 255);
export const codeTooLong = tooLong('CODE', 'code-too-long', 50);

export const missingMode: Rule = {
  code: 'missing-mode',
  severity: 'error',
  group: 'Modes',
  title: 'No way to pay: FORM_DATA, CHECKOUT_DATA and IFRAME_DATA are all absent or empty',
  manifest(facts, report) {
    const missing = facts.mistakes.some(
      ({ keyword, schemaPath }) => keyword === 'anyOf' && schemaPath.includes(IN_MODES),
    );
    // A mode of the wrong type is there: `wrong-type` tells.
    if (!missing || MODES.some((mode) => !isEmpty(facts.settings?.[mode]))) return;
    report({
      path: ['SETTINGS'],
      within: ['SETTINGS'],
      message: l10n.t(
        'SETTINGS has no way to pay, so the portal refuses the handler. Add FORM_DATA, CHECKOUT_DATA or IFRAME_DATA.',
      ),
    });
  },
};
