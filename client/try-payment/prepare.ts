/** Brings a manifest onto the local portal, ready to be paid with. */
import type * as vscode from 'vscode';
import { handlerParameters } from '../../server/document/parameters.js';
import { parseManifest } from '../../server/document/parse.js';
import { member } from '../../schemas/record.js';
import type { HandlerParameters } from '../../schemas/manifest.js';
import { createPortalClient, type PortalClient } from '../../portal/client/rest.js';
import type { LocalControl } from '../../portal/client/local-control.js';
import { ensureHandler } from '../../portal/try-payment.js';
import { refuse } from '../registration/gate.js';
import type { Session } from '../session.js';

/** A handler on the local portal, and what calls the portal. */
export interface Prepared {
  readonly client: PortalClient;
  readonly control: LocalControl;
  readonly parameters: HandlerParameters;
}

/** Checks the manifest as it stands in the editor, starts the portal and puts the handler there. Undefined when it has errors. */
export async function prepare(session: Session, document: vscode.TextDocument): Promise<Prepared | undefined> {
  const manifest = parseManifest(document.getText(), document.uri.toString(), document.version);
  if (refuse(manifest, document, true, 'try')) return undefined;
  const { connection, control } = await session.localPortal.open();
  const client = createPortalClient(connection);
  const parameters = handlerParameters(manifest);
  await ensureHandler(client, parameters);
  session.trials.follow(document, parameters);
  return { client, control, parameters };
}

/** The currency that the manifest names first. */
export function firstCurrency({ SETTINGS }: HandlerParameters): string {
  const list = member(SETTINGS, 'CURRENCY');
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'string' ? first : 'RUB';
}
