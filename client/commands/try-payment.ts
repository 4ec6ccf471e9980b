/** Try Payment: the manifest on the local portal, a payment, the buyer's page beside the editor and the log under it. */
import * as vscode from 'vscode';
import { addPayment } from '../../portal/client/local-control.js';
import { currenciesOf, ensurePaySystem } from '../../portal/try-payment.js';
import { manifestDocument } from '../manifest-file/manifest-document.js';
import type { Session } from '../session.js';
import { askPayment } from '../try-payment/ask-payment.js';
import { buyersOf } from '../try-payment/buyers.js';
import { prepare } from '../try-payment/prepare.js';
import type { CommandArguments } from './arguments.js';

/** A payment that was opened, for whoever executed the command. */
export interface OpenedPayment {
  readonly paymentId: number;
  readonly paySystemId: number;
  /** Address of the buyer's page. */
  readonly url: string;
}

/**
 * Arguments: the manifest (default: the active editor), and the options `{ buyer: "person" | "company", sum: "1990",
 * currency: "RUB" }` instead of the questions; `ignoreErrors: true` tries a manifest in spite of its errors.
 * @returns undefined when it was refused or cancelled
 */
export async function tryPayment(session: Session, args: CommandArguments): Promise<OpenedPayment | undefined> {
  const document = await manifestDocument(args.uri);
  const prepared = await prepare(session, document, {
    ignore: args.flag('ignoreErrors'),
    wayOn: {
      title: vscode.l10n.t('Try Anyway'),
      go: () => {
        tryAnyway(document.uri, args);
      },
    },
  });
  if (prepared === undefined) return undefined;
  const { client, control, parameters } = prepared;
  const asked = await askPayment(await buyersOf(client), currenciesOf(parameters), session.memory, args);
  if (asked === undefined) return undefined;

  const { buyer, sum, currency } = asked;
  const paySystemId = await ensurePaySystem(client, parameters, buyer.id);
  const payment = await addPayment(control, { paySystemId, sum, currency, personTypeId: buyer.id });
  const { pathname, search } = new URL(payment.url);
  session.paymentPanel.show(`${pathname}${search}`, vscode.l10n.t('Payment: {0}', parameters.NAME));
  await session.exchangeLog.reveal(true);
  session.log.info(`Payment ${payment.paymentId} can be paid at ${payment.url}.`);
  return payment;
}

/** The same once more. What comes of the errors shows on the page. */
function tryAnyway(uri: vscode.Uri, args: CommandArguments): void {
  const [buyer, sum, currency] = ['buyer', 'sum', 'currency'].map((name) => args.text(name));
  void vscode.commands.executeCommand('b24pay.tryPayment', uri, { buyer, sum, currency, ignoreErrors: true });
}
