/** Keeps a manifest with errors off a portal, and shows where they are. */
import * as vscode from 'vscode';
import { checkManifest } from '../../server/check.js';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import type { Problem } from '../../server/rules/problem.js';
import { withoutLinks } from '../failures/without-links.js';
import { severitiesFor } from './severities.js';

/** What a manifest with errors is kept from. */
export type Purpose = 'register' | 'try';

/** The problems that a manifest has for a portal: on this machine an address of this machine is right, elsewhere it is an error. */
export function problemsFor(
  manifest: ManifestDocument,
  document: vscode.TextDocument,
  onThisMachine: boolean,
): readonly Problem[] {
  return checkManifest(manifest, {
    severities: severitiesFor(document.uri),
    ...(!onThisMachine && { target: 'real-portal' }),
  });
}

/** The errors that keep a manifest off a portal. */
export const errorsFor = (...of: Parameters<typeof problemsFor>): readonly Problem[] =>
  problemsFor(...of).filter(({ severity }) => severity === 'error');

/** A button that goes on in spite of errors. */
export interface WayOn {
  readonly title: string;
  go(): void;
}

/** Tells the user and opens the Problems view when the manifest has errors. Returns whether it did. */
export function refuse(
  manifest: ManifestDocument,
  document: vscode.TextDocument,
  onThisMachine: boolean,
  purpose: Purpose,
  wayOn?: WayOn,
): boolean {
  const errors = errorsFor(manifest, document, onThisMachine);
  const [first] = errors;
  if (first === undefined) return false;
  const message = MESSAGES[purpose](errors.length, first.message);
  const go = vscode.l10n.t('Go to Error');
  void vscode.commands.executeCommand('workbench.actions.view.problems');
  // Text that is no JSON cannot be sent at all.
  const offered = manifest.syntaxProblems.length === 0 ? wayOn : undefined;
  const buttons = offered ? [go, offered.title] : [go];
  void vscode.window.showErrorMessage(withoutLinks(message), ...buttons).then(async (choice) => {
    if (choice !== undefined && choice === offered?.title) offered.go();
    if (choice === go) await vscode.window.showTextDocument(document, { selection: rangeOf(first, document) });
  });
  return true;
}

const MESSAGES: Readonly<Record<Purpose, (count: number, first: string) => string>> = {
  register: (count, first) =>
    count === 1
      ? vscode.l10n.t('Not registered: the manifest has an error. {0}', first)
      : vscode.l10n.t('Not registered: the manifest has {0} errors. The first: {1}', count, first),
  try: (count, first) =>
    count === 1
      ? vscode.l10n.t('Not tried: the manifest has an error. {0}', first)
      : vscode.l10n.t('Not tried: the manifest has {0} errors. The first: {1}', count, first),
};

function rangeOf({ span }: Problem, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}
