/** Rules about the three ways to pay and what stands inside them. */
import * as l10n from '@vscode/l10n';
import { MODE_NAMES } from '../../schemas/providers.js';
import { isEmpty, isObject, member, valueAt } from '../../schemas/record.js';
import { CODES_PATH, type ModeFacts } from './facts.js';
import { indentAt, insertMembers, removeMember, valueText } from './edits.js';
import type { Rule } from './rule.js';

export const shadowedMode: Rule = {
  code: 'shadowed-mode',
  severity: 'warning',
  group: 'Modes',
  title: 'A mode that another mode switches off',
  mode(mode, { active }, report) {
    if (mode.active || active === undefined) return;
    report({
      path: mode.path,
      part: 'key',
      message: l10n.t(
        'The portal uses one mode, {0} here, and never {1}. Remove the one you do not want.',
        active.key,
        mode.key,
      ),
      unnecessary: true,
      related: [
        { path: active.path, part: 'key', message: l10n.t('{0} is the mode in force', MODE_NAMES[active.key]) },
      ],
    });
  },
  fixes: (problem, document) => [
    {
      title: l10n.t('Remove {0}', String(problem.path.at(-1))),
      edits: removeMember(document, problem.path),
      preferred: true,
    },
  ],
};

export const ignoredProperty: Rule = {
  code: 'ignored-property',
  severity: 'warning',
  group: 'Modes',
  title: 'METHOD or PARAMS where only a form reads them',
  fixAll: true,
  mode(mode, _facts, report) {
    if (mode.key === 'FORM_DATA') return;
    for (const key of ['METHOD', 'PARAMS']) {
      if (!Object.hasOwn(mode.data, key)) continue;
      report({
        path: [...mode.path, key],
        part: 'key',
        unnecessary: true,
        message:
          key === 'PARAMS'
            ? l10n.t('{0} has no PARAMS: the portal ignores it and sends only FIELDS.', mode.key)
            : mode.key === 'CHECKOUT_DATA'
              ? l10n.t('CHECKOUT_DATA has no METHOD: the portal always sends POST.')
              : l10n.t(
                  'IFRAME_DATA has no METHOD: the browser opens the frame with GET and sends the payment by postMessage.',
                ),
      });
    }
  },
  fixes: (problem, document) => [
    {
      title: l10n.t('Remove {0}', String(problem.path.at(-1))),
      edits: removeMember(document, problem.path),
      preferred: true,
    },
  ],
};

export const misplacedCodes: Rule = {
  code: 'misplaced-codes',
  severity: 'error',
  group: 'Modes',
  title: 'CODES stands inside a mode',
  mode(mode, { settings, document }, report) {
    if (!Object.hasOwn(mode.data, 'CODES')) return;
    const above = settings !== undefined && Object.hasOwn(settings, 'CODES');
    report({
      path: [...mode.path, 'CODES'],
      part: 'key',
      // A brace that is missing further up moves CODES here; `json-syntax` speaks of it.
      ...(document.syntaxProblems.length > 0 && { within: [] }),
      message: above
        ? l10n.t(
            'The portal reads only SETTINGS.CODES; the CODES inside {0} count for nothing. Move them there.',
            mode.key,
          )
        : l10n.t(
            'CODES belongs directly into SETTINGS. Inside {0} the portal does not find it and refuses the handler.',
            mode.key,
          ),
      related: above ? [{ path: CODES_PATH, part: 'key', message: l10n.t('These CODES count') }] : [],
    });
  },
  fixes(problem, document) {
    const settings = isObject(document.manifest) ? document.manifest.SETTINGS : undefined;
    const mode = isObject(settings) ? settings[String(problem.path[1])] : undefined;
    if (!isObject(settings) || !isObject(mode) || Object.hasOwn(settings, 'CODES')) return [];
    const edits = [
      ...removeMember(document, problem.path),
      ...insertMembers(document, ['SETTINGS'], { CODES: mode.CODES }),
    ];
    return [{ title: l10n.t('Move CODES up to SETTINGS'), edits, preferred: true }];
  },
};

export const paramsDeprecated: Rule = {
  code: 'params-deprecated',
  severity: 'information',
  group: 'Modes',
  title: 'PARAMS, the older form of FIELDS',
  fixAll: true,
  mode(mode, _facts, report) {
    if (mode.params === undefined || isEmpty(mode.params)) return;
    report({
      path: [...mode.path, 'PARAMS'],
      part: 'key',
      message: l10n.t('PARAMS still works, but cannot show a field or ask the buyer. FIELDS does the same and more.'),
    });
  },
  fixes(problem, document) {
    const params = valueAt(document.value, problem.path);
    const key = document.locate([problem.path])[0]?.key;
    if (key === undefined || !isObject(params)) return [];
    const names = Object.keys(params).filter((name) => typeof params[name] === 'string');
    const places = document.locate(names.map((name) => [...problem.path, name]));
    const wrapped = places.flatMap((place) =>
      place
        ? [{ span: place.value, newText: `{ "CODE": ${document.text.slice(place.value.start, place.value.end)} }` }]
        : [],
    );
    const edits = [{ span: key, newText: '"FIELDS"' }, ...wrapped];
    return [{ title: l10n.t('Convert PARAMS to FIELDS'), edits, preferred: true }];
  },
};

export const paramsIgnored: Rule = {
  code: 'params-ignored',
  severity: 'warning',
  group: 'Modes',
  title: 'PARAMS beside FIELDS',
  mode(mode, _facts, report) {
    if (mode.key !== 'FORM_DATA' || mode.fields === undefined || isEmpty(mode.data.PARAMS)) return;
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
    const remove = { title: l10n.t('Remove PARAMS'), edits: removeMember(document, problem.path) };
    const mode = valueAt(document.value, problem.path.slice(0, -1));
    const fields = member(mode, 'FIELDS');
    const params = member(mode, 'PARAMS');
    if (!isObject(fields) || !isObject(params)) return [remove];
    const added = Object.entries(params).filter(([name]) => !Object.hasOwn(fields, name));
    const members = Object.fromEntries(added.map(([name, code]) => [name, { CODE: code }]));
    const merge = added.length > 0 ? insertMembers(document, [...problem.path.slice(0, -1), 'FIELDS'], members) : [];
    return [{ title: l10n.t('Merge PARAMS into FIELDS'), edits: [...merge, ...remove.edits], preferred: true }, remove];
  },
};

const isWithoutFields = (mode: ModeFacts): boolean => mode.key !== 'FORM_DATA' && isEmpty(mode.fields);

export const checkoutWithoutFields: Rule = {
  code: 'checkout-without-fields',
  severity: 'information',
  group: 'Modes',
  title: 'Checkout or IFrame sends none of the CODES',
  mode(mode, { codes }, report) {
    if (!mode.active || !isWithoutFields(mode) || isEmpty(codes)) return;
    report({
      path: mode.path,
      part: 'key',
      within: mode.path,
      message: l10n.t(
        '{0} has no FIELDS, so only BX_SYSTEM_PARAMS reaches ACTION_URI and none of the CODES. Add FIELDS for those you need; settings.payment.get reads them too.',
        mode.key,
      ),
    });
  },
  fixes(problem, document) {
    const settings = isObject(document.manifest) ? document.manifest.SETTINGS : undefined;
    const codes = isObject(settings) ? settings.CODES : undefined;
    if (!isObject(codes)) return [];
    const fields = Object.fromEntries(Object.keys(codes).map((name) => [name, { CODE: name }]));
    const present = document.locate([[...problem.path, 'FIELDS']])[0];
    const edits = present
      ? [
          {
            span: present.value,
            newText: valueText(document.text, fields, indentAt(document.text, present.value.start)),
          },
        ]
      : insertMembers(document, problem.path, { FIELDS: fields });
    return [{ title: l10n.t('Add FIELDS for the CODES'), edits, preferred: true }];
  },
};
