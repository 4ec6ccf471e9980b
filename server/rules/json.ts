/** Rules about the text itself: JSON syntax and repeated keys. */
import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import type { ManifestDocument, Span, SyntaxProblem } from '../document/manifest-document.js';
import { missingBraceFixes } from './missing-brace.js';
import { removeNode } from './edits.js';
import type { Rule } from './rule.js';

function syntaxMessage({ kind }: SyntaxProblem): string {
  switch (kind) {
    case 'CloseBraceExpected':
      return l10n.t('A closing brace } is missing.');
    case 'CloseBracketExpected':
      return l10n.t('A closing bracket ] is missing.');
    case 'CommaExpected':
      return l10n.t('A comma is missing before this.');
    case 'ColonExpected':
      return l10n.t('A colon is missing after the key.');
    case 'PropertyNameExpected':
      return l10n.t('A key in double quotes is missing here.');
    case 'ValueExpected':
      return l10n.t('A value is missing here.');
    case 'UnexpectedEndOfString':
      return l10n.t('The closing quote of this string is missing.');
    case 'UnexpectedEndOfComment':
      return l10n.t('The end of this comment is missing.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return l10n.t('This is no number in JSON.');
    case 'InvalidEscapeCharacter':
      return l10n.t('This escape sequence is unknown in JSON.');
    case 'InvalidUnicode':
      return l10n.t('A \\u escape needs four hexadecimal digits.');
    case 'InvalidCharacter':
      return l10n.t('This character cannot stand in a JSON string; escape it.');
    case 'EndOfFileExpected':
      return l10n.t('Nothing may follow the manifest’s closing brace.');
    case 'TooDeep':
      return l10n.t('Objects are nested too deep here; no portal reads that far.');
    default:
      return l10n.t('This is no valid JSON.');
  }
}

/** One mistake often makes the parser stumble several times: of problems on one line only the first is reported. */
function distinct(document: ManifestDocument): SyntaxProblem[] {
  const lines = new Set<number>();
  return document.syntaxProblems.filter(({ span }) => {
    const { line } = document.positionAt(span.start);
    if (lines.has(line)) return false;
    lines.add(line);
    return true;
  });
}

/** The place to underline: a problem at the end of the text is shown on the last thing that is there. */
function visible({ text }: ManifestDocument, { start, end }: Span): Span {
  if (end > start) return { start, end };
  const last = text.slice(0, start).trimEnd().length;
  return start >= text.trimEnd().length && last > 0
    ? { start: last - 1, end: last }
    : { start, end: Math.min(start + 1, text.length) };
}

export const jsonSyntax: Rule = {
  code: 'json-syntax',
  severity: 'error',
  group: 'JSON',
  title: 'The text is no JSON',
  manifest({ document }, report) {
    for (const problem of distinct(document)) {
      report({
        path: [],
        span: visible(document, problem.span),
        message: `${syntaxMessage(problem)} ${l10n.t('A portal drops a body that is no JSON and answers "Parameter NAME is not defined".')}`,
        data: { kind: problem.kind },
      });
    }
  },
  fixes: (problem, document) => (problem.data?.kind === 'CloseBraceExpected' ? missingBraceFixes(document) : []),
};

/** Earlier members of the same name, with the one that wins. */
function repeatedMembers(tree: Node): { earlier: Node; last: Node }[] {
  const found: { earlier: Node; last: Node }[] = [];
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = node.children ?? [];
    open.push(...children);
    if (node.type !== 'object') continue;
    const last = new Map(children.map((property) => [String(property.children?.[0]?.value), property]));
    if (last.size === children.length) continue;
    for (const property of children) {
      const winner = last.get(String(property.children?.[0]?.value));
      if (winner && winner !== property) found.push({ earlier: property, last: winner });
    }
  }
  return found;
}

/** Number of keys in a value. A loop, not a recursion: values may be deep. */
function countKeys(value: unknown): number {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const items = Object.values(next);
    if (!Array.isArray(next)) count += items.length;
    for (const item of items) if (typeof item === 'object') open.push(item);
  }
  return count;
}

const keySpan = (property: Node): Span => {
  const key = property.children?.[0] ?? property;
  return { start: key.offset, end: key.offset + key.length };
};

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  severity: 'warning',
  group: 'JSON',
  title: 'A key stands twice in one object',
  manifest({ document }, report) {
    // The tree is built only when the text has more keys than the value, which is when some were overwritten.
    if (document.keyCount === undefined || document.keyCount === countKeys(document.value) || !document.tree) return;
    for (const { earlier, last } of repeatedMembers(document.tree)) {
      const name = String(earlier.children?.[0]?.value);
      report({
        path: [],
        span: keySpan(earlier),
        message: l10n.t(
          '{0} stands again further down, and the last one wins: the portal never sees this one. Remove one of them.',
          name,
        ),
        unnecessary: true,
        related: [{ path: [], span: keySpan(last), message: l10n.t('This one counts') }],
      });
    }
  },
  fixes(problem, document) {
    const property =
      document.tree &&
      repeatedMembers(document.tree).find(({ earlier }) => keySpan(earlier).start === problem.span.start);
    if (!property) return [];
    return [{ title: l10n.t('Remove this one'), edits: removeNode(document.text, property.earlier), preferred: true }];
  },
};
