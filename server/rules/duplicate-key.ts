/** Keys that stand twice in one object. */
import * as l10n from '@vscode/l10n';
import { getNodePath, type Node } from 'jsonc-parser';
import { isObject } from '../../schemas/record.js';
import type { ManifestDocument, Span } from '../document/manifest-document.js';
import { preferredFix } from './fix.js';
import { removeNode } from './remove.js';
import type { Rule } from './rule.js';

const keyOf = (property: Node): string => String(property.children?.[0]?.value);

/** A repeated member, with the one that wins. */
interface Repetition {
  readonly earlier: Node;
  readonly last: Node;
}

/** Members of an object that a later one of the same name overwrites. */
function repeatedIn(members: readonly Node[], nameOf: (member: Node) => string): Repetition[] {
  const last = new Map(members.map((member) => [nameOf(member), member]));
  if (last.size === members.length) return [];
  return members.flatMap((earlier) => {
    const winner = last.get(nameOf(earlier));
    return winner && winner !== earlier ? [{ earlier, last: winner }] : [];
  });
}

/** Whether the portal takes two of the root's keys for one: they are one in `manifest`. */
const isMerged = ({ manifest, value }: ManifestDocument): boolean =>
  isObject(manifest) && isObject(value) && Object.keys(manifest).length < Object.keys(value).length;

/** All repetitions of a tree; those of the root in any letter case, for a portal reads its keys so. */
function repetitions(document: ManifestDocument): Repetition[] {
  const { tree } = document;
  const merged = isMerged(document);
  const found: Repetition[] = [];
  const open = tree ? [tree] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = node.children ?? [];
    open.push(...children);
    if (node.type !== 'object') continue;
    const sameCase = node === tree && merged ? (member: Node) => parameterName(keyOf(member)) : keyOf;
    found.push(...repeatedIn(children, sameCase));
  }
  return found;
}

const PARAMETERS = ['NAME', 'CODE', 'SORT', 'SETTINGS'];
const parameterName = (key: string): string => PARAMETERS.find((name) => name === key.toUpperCase()) ?? key;

const keySpan = (property: Node): Span => {
  const key = property.children?.[0] ?? property;
  return { start: key.offset, end: key.offset + key.length };
};

const pathOf = (property: Node) => {
  const value = property.children?.[1];
  return value ? getNodePath(value) : [];
};

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'warning',
  group: 'JSON',
  title: 'A key stands twice in one object',
  textual: true,
  manifest({ document }, report) {
    // Only then is a tree built.
    if (!document.hasRepeatedKeys && !(document.syntaxProblems.length === 0 && isMerged(document))) return;
    for (const { earlier, last } of repetitions(document)) {
      report({
        path: pathOf(earlier),
        span: keySpan(earlier),
        message: l10n.t(
          '{0} stands again further down, and the last one wins: the portal never sees this one. Remove one of them.',
          keyOf(earlier),
        ),
        unnecessary: true,
        related: [{ path: pathOf(last), span: keySpan(last), message: l10n.t('This one counts') }],
      });
    }
  },
  fixes(problem, document) {
    const found = repetitions(document).find(({ earlier }) => keySpan(earlier).start === problem.span.start);
    return found ? preferredFix(l10n.t('Remove this one'), removeNode(document.text, found.earlier)) : [];
  },
};
