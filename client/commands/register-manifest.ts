/** Register on Portal…: choose, check, ask, send, report. */
import * as vscode from 'vscode';
import { handlerParameters } from '../../server/document/parameters.js';
import { parseManifest } from '../../server/document/parse.js';
import { doubtsAbout } from '../../server/rules/action-uri.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { applyPlan, planRegistration } from '../../portal/lifecycle.js';
import { chooseTarget } from '../connections/choose-target.js';
import { pickPortal } from '../connections/pick-portal.js';
import { confirmRegistration } from '../registration/confirm.js';
import { problemsFor, refuse } from '../registration/gate.js';
import type { Session } from '../session.js';
import { manifestDocument } from '../manifest-file/manifest-document.js';
import { CommandArguments } from './arguments.js';

/** What a registration led to, for whoever executed the command. */
export interface RegisteredOn {
  readonly action: 'add' | 'update';
  /** ID of the handler on the portal. */
  readonly id: number;
  /** Host of the portal. */
  readonly portal: string;
}

/**
 * Registers the manifest as it stands in the editor, saved or not. Arguments: the manifest (default: the active editor), and
 * the options `{ portal: "local" | host of a saved portal, yes: true }` instead of the two questions.
 * @returns undefined when it was refused, cancelled, or failed
 */
export async function registerManifest(session: Session, args: CommandArguments): Promise<RegisteredOn | undefined> {
  const document = await manifestDocument(args.uri);
  const target = await chooseTarget(session, args.text('portal'));
  if (target === undefined) return undefined;
  const manifest = parseManifest(document.getText(), document.uri.toString(), document.version);
  if (refuse(manifest, document, target.onThisMachine, 'register')) return undefined;

  const client = createPortalClient(target.connection);
  const plan = await withProgress(vscode.l10n.t('Asking {0} for its handlers…', target.name), () =>
    planRegistration(client, handlerParameters(manifest)),
  );
  const doubts = doubtsAbout(problemsFor(manifest, document, target.onThisMachine));
  const answer = args.flag('yes') ? 'yes' : await confirmRegistration(plan, target, document, doubts);
  if (answer === 'other-portal') {
    const choice = await pickPortal(session);
    return choice === undefined ? undefined : registerManifest(session, new CommandArguments([document.uri]));
  }
  if (answer === 'no') return undefined;

  const { action, id } = await withProgress(vscode.l10n.t('Registering on {0}…', target.name), () =>
    // A failure may have changed something, too.
    applyPlan(client, plan).finally(() => {
      session.portalsView.reread(target.choice);
    }),
  );
  const message =
    action === 'add'
      ? vscode.l10n.t('Registered as handler {0} on {1}.', id, target.name)
      : vscode.l10n.t('Updated handler {0} on {1}.', id, target.name);
  session.log.info(message);
  const show = vscode.l10n.t('Show on Portal');
  const tryIt = vscode.l10n.t('Try Payment');
  void vscode.window.showInformationMessage(message, show, tryIt).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('b24pay.showOnPortal', { portal: target.choice });
    if (choice === tryIt) void vscode.commands.executeCommand('b24pay.tryPayment', document.uri);
  });
  return { action, id, portal: client.portal };
}

function withProgress<T>(title: string, work: () => Promise<T>): Thenable<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, work);
}
