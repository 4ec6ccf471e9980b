/** Code actions: quick fixes of the problems in a range, fixes of all problems of a kind, and silencing one place. */
import * as l10n from '@vscode/l10n';
import type { CodeAction, CodeActionContext, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver';
import { isObject } from '../../schemas/record.js';
import type { CheckOptions } from '../check.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { fixAll } from '../fix-all.js';
import type { Problem } from '../rules/problem.js';
import { ruleOf } from '../rules/registry.js';
import type { Fix } from '../rules/rule.js';
import { QUICK_FIX, SOURCE_FIX_ALL } from './legend.js';
import { lineChanges } from './line-changes.js';
import { rangeOf, spanOf, touches } from './range.js';
import { suppression } from './suppress.js';
import { snippetEdit, workspaceEdit } from './workspace-edit.js';

/** What the actions are made of besides the manifest. */
export interface CodeActionDeps {
  /** The problems of this text, as they are shown. */
  readonly problems: readonly Problem[];
  /** How they were found: what is off is not fixed either. */
  readonly check: CheckOptions;
  /** The editor takes edits that name a version. */
  readonly versioned: boolean;
  /** The editor takes edits with tab stops. */
  readonly snippets: boolean;
  /** The editor asks for the edit of an action when somebody picks it. */
  readonly resolves: boolean;
}

/** The actions for a range, those that matter most first. */
export function codeActions(
  document: ManifestDocument,
  range: Range,
  context: CodeActionContext,
  deps: CodeActionDeps,
): CodeAction[] {
  const asked = spanOf(document, range);
  const found = deps.problems.filter(({ span }) => touches(span, asked));
  const shown = (problems: readonly Problem[]) => attached(problems, document, context.diagnostics);
  const actions: CodeAction[] = [];
  if (isWanted(QUICK_FIX, context.only)) {
    actions.push(
      ...found.flatMap((problem) => fixesOf(problem, document, deps, shown([problem]))),
      ...codesIn(found).flatMap((code) => fixAllOf(code, document, deps, shown)),
      ...suppressions(found, document, deps, shown),
    );
  }
  // Only for those who ask: on save, or from a menu. Beside a single problem it would be noise.
  if (
    context.only &&
    isWanted(SOURCE_FIX_ALL, context.only) &&
    deps.problems.some((problem) => isFixedAtOnce(problem) && hasSafeFix(problem, document))
  ) {
    actions.push(
      bulkAction(l10n.t('Fix all problems that can be fixed safely'), SOURCE_FIX_ALL, undefined, document, deps),
    );
  }
  return actions;
}

/** The action with its edit, which an editor asks for when somebody picks it. */
export function resolveCodeAction(document: ManifestDocument, action: CodeAction, deps: CodeActionDeps): CodeAction {
  const code = isObject(action.data) ? action.data.fixAll : undefined;
  if (action.edit !== undefined || typeof code !== 'string') return action;
  return { ...action, edit: bulkEdit(code === '' ? undefined : code, document, deps) };
}

/** A kind is wanted when it, or a kind above it, is asked for. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));

/** Those diagnostics of the editor that show the problems. */
function attached(problems: readonly Problem[], document: ManifestDocument, diagnostics: readonly Diagnostic[]) {
  const matching = diagnostics.filter((diagnostic) =>
    problems.some(({ code, span }) => diagnostic.code === code && equal(diagnostic.range, rangeOf(document, span))),
  );
  return matching.length > 0 ? { diagnostics: matching } : {};
}

const equal = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

type Attached = Pick<CodeAction, 'diagnostics'>;

function fixesOf(problem: Problem, document: ManifestDocument, deps: CodeActionDeps, shown: Attached): CodeAction[] {
  const fixes = ruleOf(problem.code)?.fixes?.(problem, document) ?? [];
  return [...fixes]
    .sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false))
    .flatMap((fix) =>
      fix.edits.length === 0
        ? []
        : {
            title: fix.title,
            kind: QUICK_FIX,
            ...shown,
            ...(fix.preferred && { isPreferred: true }),
            edit: fixEdit(fix, document, deps),
          },
    );
}

const fixEdit = ({ edits, snippet }: Fix, document: ManifestDocument, deps: CodeActionDeps): WorkspaceEdit =>
  snippet && deps.snippets ? snippetEdit(document, snippet) : workspaceEdit(document, edits, deps.versioned);

const codesIn = (problems: readonly Problem[]): string[] => [...new Set(problems.map(({ code }) => code))];

const isFixedAtOnce = ({ code }: Problem): boolean => ruleOf(code)?.fixAll === true;

const hasSafeFix = (problem: Problem, document: ManifestDocument): boolean =>
  ruleOf(problem.code)
    ?.fixes?.(problem, document)
    .some(({ preferred, edits }) => preferred === true && edits.length > 0) === true;

type Shown = (problems: readonly Problem[]) => Attached;

/** One action for all problems of a code, when there are several. */
function fixAllOf(code: string, document: ManifestDocument, deps: CodeActionDeps, shown: Shown): CodeAction[] {
  const all = deps.problems.filter((problem) => problem.code === code && isFixedAtOnce(problem));
  if (!haveTwoFixes(all, document)) return [];
  const title = l10n.t('Fix all {0} problems in this file', code);
  return [{ ...bulkAction(title, QUICK_FIX, code, document, deps), ...shown(all) }];
}

/** Problems of one kind that are asked for their fix, before an action for all of them is offered. */
const MOST_ASKED = 20;

/** Whether at least two problems can be fixed: not every problem of a kind has something to change it to. */
function haveTwoFixes(problems: readonly Problem[], document: ManifestDocument): boolean {
  if (problems.length < 2) return false;
  return problems.length > MOST_ASKED || problems.filter((problem) => hasSafeFix(problem, document)).length > 1;
}

/** An action whose edit takes a while to work out; editors that can, ask for it later. */
function bulkAction(
  title: string,
  kind: string,
  code: string | undefined,
  document: ManifestDocument,
  deps: CodeActionDeps,
): CodeAction {
  return deps.resolves
    ? { title, kind, data: { uri: document.uri, fixAll: code ?? '' } }
    : { title, kind, edit: bulkEdit(code, document, deps) };
}

function bulkEdit(code: string | undefined, document: ManifestDocument, deps: CodeActionDeps): WorkspaceEdit {
  const { text: fixed } = fixAll(document, { check: deps.check, ...(code !== undefined && { codes: [code] }) });
  return workspaceEdit(document, lineChanges(document.text, fixed), deps.versioned);
}

/** One action for each code and line: a comment silences a whole line. */
function suppressions(
  problems: readonly Problem[],
  document: ManifestDocument,
  deps: CodeActionDeps,
  shown: Shown,
): CodeAction[] {
  const byPlace = new Map<string, Problem[]>();
  for (const problem of problems) {
    const place = `${document.positionAt(problem.span.start).line} ${problem.code}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), problem]);
  }
  return [...byPlace.values()].flatMap((same) => {
    const [first] = same;
    const edit = first && suppression(document, first);
    if (edit === undefined) return [];
    const title = l10n.t('Suppress {0} here', first?.code ?? '');
    return [{ title, kind: QUICK_FIX, ...shown(same), edit: workspaceEdit(document, [edit], deps.versioned) }];
  });
}
