/** A portal of the tests' own, beside the one that the extension starts. */
import { parseWebhook } from '../../../../portal/client/connection.js';
import { listHandlers, type PortalHandler } from '../../../../portal/client/handlers.js';
import { createPortalClient } from '../../../../portal/client/rest.js';
import { startLocalPortal } from '../../../../portal/local/server.js';

/** The secret of its webhook. Known, so that whoever keeps the logs of a run can search them for it too. */
export const SECRET = 'b24payTestSecretThatNoLogMayShow';

export interface TestPortal {
  /** Address of its webhook, with the code. */
  readonly webhook: string;
  /** How the extension calls it: host and port. */
  readonly name: string;
  handlers(): Promise<readonly PortalHandler[]>;
  close(): Promise<void>;
}

/** Starts a portal in memory, on a free port unless one is given. */
export async function startTestPortal(port = 0): Promise<TestPortal> {
  const portal = await startLocalPortal({ port, state: { webhooks: [{ user: 1, code: SECRET, rights: 'admin' }] } });
  const connection = parseWebhook(portal.webhook);
  const client = createPortalClient(connection);
  return {
    webhook: connection.address,
    name: client.portal,
    handlers: () => listHandlers(client),
    close: () => portal.close(),
  };
}
