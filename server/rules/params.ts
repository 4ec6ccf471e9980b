/** Rules about PARAMS, which FIELDS has replaced. */
import * as l10n from '@vscode/l10n';
import { isEmpty, isObject, member, valueAt, type JsonObject } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { isDrawn } from './drawing.js';
import { factsOf, type Facts } from './facts.js';
import { fix, preferredFix } from './fix.js';
import { insertMembers } from './insert.js';
import { isSpaced } from './layout.js';
import { removeMember, renameKey } from './remove.js';
import type { Edit, Rule } from './rule.js';

/** The first code of PARAMS that the page would not draw as a field, and so not send; undefined when there is none. */
function lostAsField(params: JsonObject, { active, codes }: Facts): string | undefined {
  if (active?.directLink === true) return undefined;
  return Object.values(params).find(
    (code): code is string => typeof code === 'string' && !isDrawn(member(codes, code)),
  );
}

export const paramsDeprecated: Rule = {
  code: 'params-deprecated',
  severity: 'information',
  group: 'Modes',
  title: 'PARAMS, the older form of FIELDS',
  fixAll: true,
  mode(mode, facts, report) {
    if (!mode.active || mode.params === undefined || isEmpty(mode.params)) return;
    const lost = lostAsField(mode.params, facts);
    report({
      path: [...mode.path, 'PARAMS'],
      part: 'key',
      within: mode.path,
      message:
        lost === undefined
          ? l10n.t('PARAMS still works, but cannot show a field or ask the buyer. FIELDS does the same and more.')
          : l10n.t(
              'PARAMS still works, but cannot show a field or ask the buyer. Keep it for {0}: as a field, a code of this type would not be sent.',
              lost,
            ),
    });
  },
  fixes(problem, document) {
    const params = valueAt(document.value, problem.path);
    if (!isObject(params) || lostAsField(params, factsOf(document)) !== undefined) return [];
    const mode = problem.path.slice(0, -1);
    const fields = document.locate([[...mode, 'FIELDS']])[0];
    const dead = fields ? removeMember(document, [...mode, 'FIELDS']) : [];
    return preferredFix(l10n.t('Convert PARAMS to FIELDS'), [
      ...dead,
      ...convert(document, problem.path, Object.keys(params)),
    ]);
  },
};

/** In place, so that comments and layout stay: the key gets its new name, each code becomes an object. */
function convert(document: ManifestDocument, path: Path, names: readonly string[]): Edit[] {
  const { text } = document;
  const places = document.locate(names.map((name) => [...path, name]));
  const [open, close] = isSpaced(text) ? ['{ "CODE": ', ' }'] : ['{"CODE":', '}'];
  const wrapped = places.flatMap((place) =>
    place && text[place.value.start] === '"'
      ? [{ span: place.value, newText: open + text.slice(place.value.start, place.value.end) + close }]
      : [],
  );
  return [...renameKey(document, path, 'FIELDS'), ...wrapped];
}

export const paramsIgnored: Rule = {
  code: 'params-ignored',
  severity: 'warning',
  group: 'Modes',
  title: 'PARAMS beside FIELDS',
  mode(mode, _facts, report) {
    if (!mode.active || mode.key !== 'FORM_DATA' || mode.fields === undefined || isEmpty(mode.data.PARAMS)) return;
    report({
      path: [...mode.path, 'PARAMS'],
      part: 'key',
      unnecessary: true,
      message: l10n.t(
        'FIELDS, even an empty one, switches PARAMS off: nothing of it is sent. Merge it into FIELDS, or remove it.',
      ),
      related: [{ path: [...mode.path, 'FIELDS'], part: 'key', message: l10n.t('FIELDS is what the portal sends') }],
    });
  },
  fixes(problem, document) {
    const remove = removeMember(document, problem.path);
    const mode = problem.path.slice(0, -1);
    const fields = valueAt(document.value, [...mode, 'FIELDS']);
    const params = valueAt(document.value, problem.path);
    const added = Object.entries(isObject(params) ? params : {}).filter(
      ([name, code]) => typeof code === 'string' && member(fields, name) === undefined,
    );
    const members = Object.fromEntries(added.map(([name, code]) => [name, { CODE: code }]));
    const merge = added.length > 0 ? insertMembers(document, [...mode, 'FIELDS'], members) : [];
    return [
      ...(merge.length > 0 ? preferredFix(l10n.t('Merge PARAMS into FIELDS'), [...merge, ...remove]) : []),
      ...fix(l10n.t('Remove PARAMS'), remove, { preferred: merge.length === 0 }),
    ];
  },
};
