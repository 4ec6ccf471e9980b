/** Shows what went wrong, with the way to more. */
import * as vscode from 'vscode';
import { explainFailure } from './explain-failure.js';
import { withoutLinks } from './without-links.js';

/** Shows the error in a notification, and lets the command that failed end meanwhile. */
export function showFailure(error: unknown, log: vscode.LogOutputChannel): void {
  const output = vscode.l10n.t('Show Output');
  void vscode.window.showErrorMessage(withoutLinks(explainFailure(error, log)), output).then((choice) => {
    if (choice === output) log.show();
  });
}
