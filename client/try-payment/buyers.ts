/** Who can buy on the local portal. */
import * as vscode from 'vscode';
import type { PortalClient } from '../../portal/client/rest.js';
import { listBuyerKinds, type BuyerKind } from '../../portal/try-payment.js';
import { ToldError } from '../failures/explain-failure.js';

/** The kinds of buyers, one at least. Throws `ToldError` when a state of the user's own leaves none. */
export async function buyersOf(client: PortalClient): Promise<readonly [BuyerKind, ...BuyerKind[]]> {
  const [first, ...others] = await listBuyerKinds(client);
  if (first === undefined) throw new ToldError(vscode.l10n.t('The local portal has no person types. Reset it.'));
  return [first, ...others];
}
