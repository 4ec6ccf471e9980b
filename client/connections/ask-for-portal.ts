/** The box that asks for a webhook address. What is typed is checked by a real call before the box closes. */
import * as vscode from 'vscode';
import { InvalidWebhookError, parseWebhook } from '../../portal/client/connection.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { checkConnection } from '../../portal/lifecycle.js';
import { explainReason } from '../failures/explain-failure.js';
import type { Session } from '../session.js';
import type { AddedPortal } from './portal-store.js';

/** Asks for a portal until its webhook works, and saves it. Undefined when the box was closed. */
export function askForPortal(session: Session): Promise<AddedPortal | undefined> {
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Add Portal');
  box.placeholder = 'https://your-portal.bitrix24.com/rest/1/•••';
  box.prompt = vscode.l10n.t(
    'Address of an incoming webhook: on the portal, Developer resources → Other → Inbound webhook. It needs the scope "Payment systems" (pay_system) and a user who may administer the CRM.',
  );
  box.password = true;
  // Fetching the address means leaving the editor; the box waits.
  box.ignoreFocusOut = true;
  const closing = new AbortController();
  return new Promise((resolve) => {
    box.onDidChangeValue((text) => {
      box.validationMessage = text === '' ? undefined : invalidReason(text);
    });
    box.onDidAccept(async () => {
      if (box.busy || box.value === '') return;
      box.busy = true;
      box.enabled = false;
      try {
        resolve(await addPortal(session, box.value, closing.signal));
        box.hide();
      } catch (error) {
        if (!closing.signal.aborted) box.validationMessage = explainReason(error, session.log);
      } finally {
        box.busy = false;
        box.enabled = true;
      }
    });
    box.onDidHide(() => {
      closing.abort();
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/**
 * Saves the portal of a webhook address after a real call to it. Throws `InvalidWebhookError`, `PortalError` or
 * `NetworkError`; nothing is saved then.
 */
export async function addPortal({ portals }: Session, address: string, signal?: AbortSignal): Promise<AddedPortal> {
  const connection = parseWebhook(address);
  await checkConnection(createPortalClient(connection, signal && { signal }));
  return portals.add(connection);
}

function invalidReason(text: string): string | undefined {
  try {
    parseWebhook(text);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidWebhookError) return error.message;
    throw error;
  }
}
