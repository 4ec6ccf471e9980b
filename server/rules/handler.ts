/** Rules about the handler as a whole: its name, its code and the room its settings take. */
import * as l10n from '@vscode/l10n';
import { serializedLength } from './serialized-length.js';
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
    'NAME is empty: administrators could not tell this handler from others, and newer portals refuse it. Give it a name.',
  ),
);

export const emptyCode = empty('CODE', 'empty-code', 'CODE is empty', () =>
  l10n.t('CODE is empty: nothing could refer to this handler, and newer portals refuse it. Give it a code of its own.'),
);

/** Two codes that a portal's database takes for the same. */
const comparable = (code: string): string => code.trimEnd().toLowerCase();

export const duplicateHandlerCode: Rule = {
  code: 'duplicate-handler-code',
  severity: 'error',
  group: 'Handler',
  title: 'Another manifest of the workspace folder has the same CODE',
  manifest({ manifest, others }, report) {
    const { CODE: code } = manifest;
    if (typeof code !== 'string' || code.trim() === '') return;
    const same = others.filter((other) => comparable(other.code) === comparable(code));
    if (same.length === 0) return;
    report({
      path: ['CODE'],
      message: l10n.t(
        'Another manifest of this folder has the same CODE (letter case does not count): on one portal, registering this one overwrites the other. Give each its own code, or keep manifests for different portals in different folders.',
      ),
      related: same.map(({ uri, range }) => ({ uri, range, message: l10n.t('The same CODE') })),
    });
  },
};

/** Bytes that the portal's text column keeps. */
const LIMIT = 65_535;

export const settingsTooLarge: Rule = {
  code: 'settings-too-large',
  severity: 'error',
  group: 'Handler',
  title: 'SETTINGS is larger than a portal can store',
  manifest({ settings, document }, report) {
    // PHP writes a value of n bytes in at least n bytes more than a dozen times as long only for lists of tiny numbers.
    if (settings === undefined || document.text.length * 12 <= LIMIT) return;
    const bytes = serializedLength(settings);
    if (bytes <= LIMIT) return;
    report({
      path: ['SETTINGS'],
      part: 'key',
      message: l10n.t(
        'SETTINGS takes {0} bytes as the portal stores it and only {1} fit: it is cut off and cannot be read again. Shorten or remove texts and CODES.',
        bytes,
        LIMIT,
      ),
    });
  },
};
