/** The severities that the user has given to rules (`b24pay.rules.<code>`), for the gate before a registration. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { readSettings, type Settings } from '../../server/lsp/settings.js';
import { RULES } from '../../server/rules/registry.js';

/**
 * Severities for one manifest. Defaults are left out: a rule may be stricter about a manifest that is on its way to a portal, and
 * only the user's own word outweighs that. Text that is no JSON cannot be sent, whatever the settings say.
 */
export function severitiesFor(uri: vscode.Uri): NonNullable<Settings['severities']> {
  const settings = vscode.workspace.getConfiguration('b24pay', { uri, languageId: LANGUAGE_ID });
  const chosen = RULES.filter(({ code }) => code !== 'json-syntax').map(({ code }) => [
    code,
    chosenValue(settings.inspect(`rules.${code}`)),
  ]);
  return readSettings({ rules: Object.fromEntries(chosen) as unknown }).severities ?? {};
}

type Inspected = ReturnType<vscode.WorkspaceConfiguration['inspect']>;

/** The innermost value that somebody wrote. */
function chosenValue(inspected: Inspected): unknown {
  return (
    inspected?.workspaceFolderLanguageValue ??
    inspected?.workspaceLanguageValue ??
    inspected?.globalLanguageValue ??
    inspected?.workspaceFolderValue ??
    inspected?.workspaceValue ??
    inspected?.globalValue
  );
}
