/** Keys that nothing reads: a portal stores and ignores them. */
import * as l10n from '@vscode/l10n';
import { MODES } from '../../schemas/providers.js';
import { isObject, valueAt, type JsonObject } from '../../schemas/record.js';
import type { Path } from '../document/manifest-document.js';
import { factsOf, type Facts } from './facts.js';
import { fix } from './fix.js';
import { meantAttribute, meantKey } from './meant-key.js';
import { lastOf, mistakesOf, placeIn } from './mistakes.js';
import { removeMember, renameKey } from './remove.js';
import type { Finding, Report, Rule } from './rule.js';
import { strayQuestion } from './stray-question.js';
import { isSetting, moveIntoSettings } from './stray-settings.js';

function hintFor(key: string, name: string | undefined): string {
  if (name === undefined) return ` ${l10n.t('Remove it unless something else reads it.')}`;
  return name.toUpperCase() === key.toUpperCase()
    ? ` ${l10n.t('Letter case counts here: write {0}.', name)}`
    : ` ${l10n.t('Did you mean {0}?', name)}`;
}

function findingFor(parent: Path, key: string, name: string | undefined): Finding {
  const what =
    parent.length === 0
      ? l10n.t('{0} is no parameter of a handler and is not sent.', key)
      : l10n.t('Nothing reads {0} {1}: the portal stores it and ignores it.', key, placeIn(parent));
  return {
    path: [...parent, key],
    part: 'key',
    within: parent,
    message: what + hintFor(key, name),
    ...(name !== undefined && { data: { name } }),
  };
}

function reportMisspelt(owner: JsonObject, path: Path, report: Report, isQuestion = false): void {
  const { INPUT: input } = owner;
  if (!isObject(input)) return;
  const place = [...path, 'INPUT'];
  const taken = new Set<string>();
  for (const key of Object.keys(input)) {
    const name = firstOfEach(taken, place, meantAttribute(input, key));
    // Of a question to the buyer, OPTIONS are not read either: `field-not-drawn` tells what an ENUM comes to.
    if (name !== undefined && !(isQuestion && name === 'OPTIONS')) report(findingFor(place, key, name));
  }
}

/** A setting beside SETTINGS. What is there already is not to be moved. */
function strayFinding(key: string, { settings }: Facts): Finding {
  if (settings?.[key.toUpperCase()] !== undefined) return findingFor([], key, undefined);
  return {
    path: [key],
    part: 'key',
    within: [],
    message: l10n.t('{0} belongs into SETTINGS. Beside it, it is not sent. Move it there.', key),
    data: { setting: key },
  };
}

/** Wrong keys that stand for the same one: only the first of them can be renamed to it. */
function firstOfEach(taken: Set<string>, place: Path, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const target = JSON.stringify([...place, name]);
  if (taken.has(target)) return undefined;
  taken.add(target);
  return name;
}

const emptyObject: JsonObject = {};

export const unknownProperty: Rule = {
  code: 'unknown-property',
  severity: 'warning',
  group: 'JSON',
  title: 'A key that nothing reads',
  fixAll: true,
  manifest(facts, report) {
    const taken = new Set<string>();
    for (const { error, path, value } of mistakesOf(facts, 'additionalProperties')) {
      const key = String(error.params.additionalProperty);
      if (path.length === 0 && isSetting(key)) {
        // Without SETTINGS, `missing-property` tells what belongs into it.
        if (facts.manifest.SETTINGS !== undefined) report(strayFinding(key, facts));
        continue;
      }
      // `missing-property` of CODE tells where it belongs.
      if (strayQuestion(facts, path).includes(key)) continue;
      const present = isObject(value) ? value : emptyObject;
      report(findingFor(path, key, firstOfEach(taken, path, meantKey(path, key, present))));
    }
  },
  setting({ data, path }, _facts, report) {
    reportMisspelt(data, path, report);
  },
  field({ question, path }, _facts, report) {
    if (question) reportMisspelt(question, [...path, 'CODE'], report, true);
  },
  fixes(problem, document) {
    const { name, setting } = problem.data ?? {};
    if (typeof setting === 'string') {
      // A mode may take the place of the one that works.
      const preferred = !MODES.some((mode) => mode === setting.toUpperCase());
      return fix(l10n.t('Move {0} into SETTINGS', setting), moveIntoSettings(document, problem.path), { preferred });
    }
    if (typeof name !== 'string' || valueAt(document.value, [...problem.path.slice(0, -1), name]) !== undefined) {
      // Something else may read it: nothing to take out without a look.
      return fix(l10n.t('Remove {0}', lastOf(problem.path)), removeMember(document, problem.path));
    }
    // A mode that nothing reads beside one that works: read, it could take the place of the other.
    const isMode = problem.path.length === 2 && MODES.some((mode) => mode === name);
    const preferred = !isMode || factsOf(document).modes.length === 0;
    return fix(l10n.t('Rename to {0}', name), renameKey(document, problem.path, name), { preferred });
  },
};
