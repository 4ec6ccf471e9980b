/** Payment Settings…: what an administrator of the local portal enters for the codes of a manifest. */
import * as vscode from 'vscode';
import { ensurePaySystem } from '../../portal/try-payment.js';
import { manifestDocument } from '../manifest-file/manifest-document.js';
import type { Session } from '../session.js';
import { buyersOf } from '../try-payment/buyers.js';
import { prepare } from '../try-payment/prepare.js';
import type { CommandArguments } from './arguments.js';

/** Argument: the manifest (default: the active editor). @returns the address of the form; undefined when it was refused */
export async function editSettings(session: Session, args: CommandArguments): Promise<string | undefined> {
  const document = await manifestDocument(args.uri);
  const prepared = await prepare(session, document);
  if (prepared === undefined) return undefined;
  const { client, control, parameters } = prepared;
  const [buyer] = await buyersOf(client);
  const paySystemId = await ensurePaySystem(client, parameters, buyer.id);
  const path = `/settings/${paySystemId}`;
  session.settingsPanel.show(path, vscode.l10n.t('Payment Settings: {0}', parameters.NAME));
  return `${control.origin}${path}`;
}
