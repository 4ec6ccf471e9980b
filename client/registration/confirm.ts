/** Asks before anything is written to a portal. */
import * as vscode from 'vscode';
import type { Plan } from '../../portal/lifecycle.js';
import type { Target } from '../connections/target.js';

/** Names the handler, the portal and what happens there, with what may be wrong about it, and waits for an answer. */
export async function confirmRegistration(
  plan: Plan,
  target: Target,
  document: vscode.TextDocument,
  doubts: readonly string[],
): Promise<'yes' | 'no' | 'other-portal'> {
  const { NAME, CODE } = plan.parameters;
  const message =
    plan.action === 'add'
      ? vscode.l10n.t("Add handler '{0}' ({1}) to {2}?", NAME, CODE, target.name)
      : vscode.l10n.t("Update handler {0} '{1}' ({2}) on {3}?", plan.id, NAME, CODE, target.name);
  const yes = plan.action === 'add' ? vscode.l10n.t('Add') : vscode.l10n.t('Update');
  const other = vscode.l10n.t('Choose Another Portal…');
  const detail = [...doubts, detailOf(plan, target, document)].join('\n');
  const choice = await vscode.window.showInformationMessage(message, { modal: true, detail }, yes, other);
  if (choice === yes) return 'yes';
  return choice === other ? 'other-portal' : 'no';
}

function detailOf(plan: Plan, target: Target, document: vscode.TextDocument): string {
  return [
    vscode.l10n.t('Through the webhook {0}.', target.masked),
    ...(plan.action === 'update'
      ? [vscode.l10n.t('Its name, sort and all its settings are replaced by the manifest.')]
      : []),
    ...(document.isDirty ? [vscode.l10n.t('The text in the editor is sent; it is not saved yet.')] : []),
  ].join('\n');
}
