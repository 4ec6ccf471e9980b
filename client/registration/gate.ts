/** Keeps a manifest with errors off a portal, and shows where they are. */
import * as vscode from 'vscode';
import { checkManifest } from '../../server/check.js';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import type { Problem } from '../../server/rules/problem.js';
import type { Target } from '../connections/target.js';
import { withoutLinks } from '../failures/without-links.js';
import { severitiesFor } from './severities.js';

/** Tells the user and opens the Problems view when the manifest has errors. Returns whether it did. */
export function refuse(manifest: ManifestDocument, document: vscode.TextDocument, target: Target): boolean {
  // An address of this machine is right for a portal on this machine, and unreachable from any other.
  const problems = checkManifest(manifest, {
    severities: severitiesFor(document.uri),
    ...(!target.onThisMachine && { target: 'real-portal' }),
  });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return false;
  const message =
    errors.length === 1
      ? vscode.l10n.t('Not registered: the manifest has an error. {0}', first.message)
      : vscode.l10n.t('Not registered: the manifest has {0} errors. The first: {1}', errors.length, first.message);
  const go = vscode.l10n.t('Go to Error');
  void vscode.commands.executeCommand('workbench.actions.view.problems');
  void vscode.window.showErrorMessage(withoutLinks(message), go).then(async (choice) => {
    if (choice === go) await vscode.window.showTextDocument(document, { selection: rangeOf(first, document) });
  });
  return true;
}

function rangeOf({ span }: Problem, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}
