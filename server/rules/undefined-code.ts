/** Fields that name a code which CODES does not have. */
import * as l10n from '@vscode/l10n';
import { member } from '../../schemas/record.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { replaceValue } from './edits.js';
import { CODES_PATH, factsOf } from './facts.js';
import { fix, preferredFix } from './fix.js';
import { insertMembers } from './insert.js';
import { namesOf, nearest, type Names } from './nearest.js';
import type { Rule } from './rule.js';

/**
 * Comparisons of names that one check makes, so that a large manifest full of wrong names is still checked in time that grows with
 * its size. Wrong names beyond that get a suggestion only when they differ in case.
 */
const MOST_COMPARISONS = 20_000;

/** Guesses that are remembered. */
const MOST_GUESSES = 10_000;

type Guess = (wrong: string) => string | undefined;

/** What is known of a list of codes. While somebody types elsewhere in the manifest it stays the same from check to check. */
interface Known {
  readonly codes: readonly string[];
  readonly byUpper: ReadonlyMap<string, string>;
  readonly names: Names;
  readonly guesses: Map<string, string | undefined>;
}

let latest: Known | undefined;

function knownOf(codes: readonly string[]): Known {
  const isSame = latest?.codes.length === codes.length && codes.every((code, index) => code === latest?.codes[index]);
  if (latest === undefined || !isSame || latest.guesses.size > MOST_GUESSES) {
    const byUpper = new Map(codes.map((name) => [name.toUpperCase(), name]));
    latest = { codes, byUpper, names: namesOf(codes), guesses: new Map() };
  }
  return latest;
}

/** Finds the code that was meant. What was guessed in earlier checks counts too: each check of a text says the same. */
function guesser(codes: readonly string[]): Guess {
  const { byUpper, names, guesses } = knownOf(codes);
  const most = Math.ceil(MOST_COMPARISONS / codes.length);
  const asked = new Set<string>();
  return (wrong) => {
    const sameButCase = byUpper.get(wrong.toUpperCase());
    if (sameButCase !== undefined) return sameButCase;
    if (!asked.has(wrong) && asked.size >= most) return undefined;
    asked.add(wrong);
    if (!guesses.has(wrong)) guesses.set(wrong, nearest(wrong, names));
    return guesses.get(wrong);
  };
}

export const undefinedCode: Rule = {
  code: 'undefined-code',
  severity: 'error',
  group: 'FIELDS',
  title: 'A field names a code that CODES does not have',
  manifest({ active, codes, codeNames, modes, references }, report) {
    if (codes === undefined) return;
    // A code that stands in a mode's own CODES is misplaced, not missing.
    const isMisplaced = (code: string) => modes.some(({ data }) => member(data.CODES, code) !== undefined);
    let guess: Guess | undefined;
    for (const { code, path } of references) {
      if (Object.hasOwn(codes, code) || isMisplaced(code)) continue;
      guess ??= guesser(codeNames);
      const name = guess(code);
      const what =
        code === ''
          ? active?.key === 'CHECKOUT_DATA'
            ? l10n.t(
                'CODE is empty, so the buyer gets a form before the portal calls ACTION_URI. Name a setting of CODES.',
              )
            : l10n.t('CODE is empty, so the field is always sent empty. Name a setting of CODES.')
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
    const change =
      typeof name === 'string'
        ? preferredFix(l10n.t('Change to {0}', name), replaceValue(document, problem.path, JSON.stringify(name)))
        : [];
    if (typeof code !== 'string' || code === '') return change;
    // A second code that differs in case only would collide with the first.
    if (typeof name === 'string' && name.toUpperCase() === code.toUpperCase()) return change;
    const edits = insertMembers(document, CODES_PATH, { [code]: { NAME: code, SORT: nextSort(document) } });
    return [...change, ...fix(l10n.t('Create code {0} in CODES', code), edits)];
  },
};

/** A SORT that puts a new code behind the others. */
function nextSort(document: ManifestDocument): number {
  const codes = Object.values(factsOf(document).codes ?? {});
  const sorts = codes.flatMap((code) => {
    const sort = member(code, 'SORT');
    const number = typeof sort === 'number' || typeof sort === 'string' ? Number(sort) : NaN;
    return Number.isFinite(number) ? [number] : [];
  });
  const highest = sorts.reduce((most, sort) => Math.max(most, sort), 0);
  return Math.floor(highest / 100) * 100 + 100;
}
