/** Rules about the handler as a whole: its name, its code and the room its settings take. */
import * as l10n from '@vscode/l10n';
import { codeKey } from '../../schemas/handler-code.js';
import { HANDLER_CODE_LIMIT, NAME_LIMIT, SETTINGS_LIMIT } from '../../schemas/limits.js';
import { mistakesOf } from './mistakes.js';
import { serializedLength } from './serialized-length.js';
import type { OtherManifest } from './facts.js';
import type { Rule } from './rule.js';

const empty = (key: 'NAME' | 'CODE', code: string, title: string, consequence: () => string): Rule => ({
  code,
  severity: 'error',
  group: 'Handler',
  title,
  manifest({ manifest }, report) {
    const value = manifest[key];
    if (typeof value === 'string' && value.trim() === '')
      report({ path: [key], within: [key], message: consequence() });
  },
});

export const emptyName = empty('NAME', 'empty-name', 'NAME is empty', () =>
  l10n.t(
    'NAME is empty: administrators could not tell this handler from others, and depending on its version the portal refuses it. Give it a name.',
  ),
);

export const emptyCode = empty('CODE', 'empty-code', 'CODE is empty', () =>
  l10n.t(
    'CODE is empty, yet payment systems name their handler by this code, and only one handler of a portal can have it. Give it a code of its own.',
  ),
);

const tooLong = (key: 'NAME' | 'CODE', code: string, title: string, limit: number): Rule => ({
  code,
  severity: 'error',
  group: 'Handler',
  title,
  manifest(facts, report) {
    for (const { path, value } of mistakesOf(facts, 'maxLength')) {
      if (path.length !== 1 || path[0] !== key || typeof value !== 'string') continue;
      report({
        path,
        within: path,
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

export const nameTooLong = tooLong('NAME', 'name-too-long', 'NAME is longer than 255 characters', NAME_LIMIT);
export const codeTooLong = tooLong('CODE', 'code-too-long', 'CODE is longer than 50 characters', HANDLER_CODE_LIMIT);

/** Where another file is, seen from the folder that it shares with this one. */
function pathBeside(other: string, own: string): string {
  const [theirs, ours] = [other.split('/'), own.split('/')];
  let shared = 0;
  while (shared < theirs.length - 1 && theirs[shared] === ours[shared]) shared++;
  const path = theirs.slice(shared).join('/');
  // A file on the command line is a path, and a percent sign in it one.
  if (!other.includes('://')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** So many other files are named. */
const NAMED = 3;

function duplicateMessage(others: readonly OtherManifest[], own: string): string {
  const names = others.slice(0, NAMED).map(({ uri }) => pathBeside(uri, own));
  const list = others.length > NAMED ? [...names, '…'].join(', ') : names.join(', ');
  return others.length === 1
    ? l10n.t(
        '{0} has the same CODE: on one portal, the one would overwrite the other. Give each its own code, or keep manifests for different portals in different workspace folders.',
        list,
      )
    : l10n.t(
        '{0} have the same CODE: on one portal, each would overwrite the others. Give each its own code, or keep manifests for different portals in different workspace folders.',
        list,
      );
}

export const duplicateHandlerCode: Rule = {
  code: 'duplicate-handler-code',
  severity: 'error',
  group: 'Handler',
  title: 'Another manifest of the workspace folder has the same CODE',
  manifest({ manifest, others, document }, report) {
    const { CODE: code } = manifest;
    if (typeof code !== 'string' || code.trim() === '') return;
    const same = others.filter((other) => codeKey(other.code) === codeKey(code));
    if (same.length === 0) return;
    report({
      path: ['CODE'],
      message: duplicateMessage(same, document.uri),
      related: same.map((other) => ({
        uri: other.uri,
        range: other.range,
        message:
          other.code === code
            ? l10n.t('The same CODE')
            : l10n.t('The same CODE: letter case and blanks at the end do not count'),
      })),
    });
  },
};

/** PHP's form of a value is at most so many times as long as its JSON: `1,` in a long list becomes `i:9999;i:1;`. */
const MOST_GROWTH = 12;

/** Bytes up to which the size is told exactly: further away, the next digit helps nobody. */
const COUNTED = 4 * SETTINGS_LIMIT;

export const settingsTooLarge: Rule = {
  code: 'settings-too-large',
  severity: 'error',
  group: 'Handler',
  title: 'SETTINGS is larger than a portal can store',
  manifest({ settings, document }, report) {
    if (settings === undefined || document.text.length * MOST_GROWTH <= SETTINGS_LIMIT) return;
    const bytes = serializedLength(settings, COUNTED, document.text);
    if (bytes <= SETTINGS_LIMIT) return;
    report({
      path: ['SETTINGS'],
      part: 'key',
      message:
        bytes <= COUNTED
          ? l10n.t(
              'SETTINGS takes {0} bytes as the portal stores it and only {1} fit: it is cut off and cannot be read again. Shorten or remove texts and CODES.',
              bytes,
              SETTINGS_LIMIT,
            )
          : l10n.t(
              'SETTINGS takes more than {0} bytes as the portal stores it and only {1} fit: it is cut off and cannot be read again. Shorten or remove texts and CODES.',
              COUNTED,
              SETTINGS_LIMIT,
            ),
    });
  },
};
