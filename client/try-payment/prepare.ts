/** Brings a manifest onto the local portal, ready to be paid with. */
import type * as vscode from 'vscode';
import { handlerParameters } from '../../server/document/parameters.js';
import { parseManifest } from '../../server/document/parse.js';
import type { HandlerParameters } from '../../schemas/manifest.js';
import { createPortalClient, type PortalClient } from '../../portal/client/rest.js';
import type { LocalControl } from '../../portal/client/local-control.js';
import { ensureHandler } from '../../portal/try-payment.js';
import { refuse, type WayOn } from '../registration/gate.js';
import type { Session } from '../session.js';

/** A handler on the local portal, and what calls the portal. */
export interface Prepared {
  readonly client: PortalClient;
  readonly control: LocalControl;
  readonly parameters: HandlerParameters;
}

/** What to do about errors of the manifest: most of them show on the buyer's page only, and that is what one may want to see. */
export interface WithErrors {
  readonly ignore: boolean;
  readonly wayOn?: WayOn;
}

/** Checks the manifest as it stands in the editor, starts the portal and puts the handler there. Undefined when it has errors. */
export async function prepare(
  session: Session,
  document: vscode.TextDocument,
  { ignore, wayOn }: WithErrors = { ignore: false },
): Promise<Prepared | undefined> {
  const manifest = parseManifest(document.getText(), document.uri.toString(), document.version);
  const mayPass = ignore && manifest.syntaxProblems.length === 0;
  if (!mayPass && refuse(manifest, document, true, 'try', wayOn)) return undefined;
  const { connection, control } = await session.localPortal.open();
  const client = createPortalClient(connection);
  const parameters = handlerParameters(manifest);
  await ensureHandler(client, parameters);
  session.trials.follow(document, parameters, ignore);
  return { client, control, parameters };
}
