/** Asks who pays and how much, and remembers it for the workspace. */
import * as vscode from 'vscode';
import { buyerNamed, usualCurrency, type BuyerKind } from '../../portal/try-payment.js';
import type { CommandArguments } from '../commands/arguments.js';
import { ToldError } from '../failures/explain-failure.js';
import { proposedAmount, readAmount, type Amount } from './amount.js';

/** What is to be paid, and by whom. */
export interface AskedPayment extends Amount {
  readonly buyer: BuyerKind;
}

const REMEMBERED = 'b24pay.lastPayment';

/**
 * `currencies` are those of the manifest. Options instead of the questions: `{ buyer: "person" | "company", sum: "1990",
 * currency: "RUB" }`. Undefined when cancelled. Throws `ToldError` when an option makes no sense.
 */
export async function askPayment(
  kinds: readonly [BuyerKind, ...BuyerKind[]],
  currencies: readonly string[],
  memory: vscode.Memento,
  args: CommandArguments,
): Promise<AskedPayment | undefined> {
  const buyer = await askBuyer(kinds, args.text('buyer'));
  if (buyer === undefined) return undefined;
  const given = args.text('sum');
  const text =
    given === undefined
      ? await askSum(proposedAmount(memory.get<string>(REMEMBERED), currencies))
      : `${given} ${args.text('currency') ?? usualCurrency(currencies)}`;
  if (text === undefined) return undefined;
  const read = readAmount(text);
  if (read === undefined) throw new ToldError(complaint());
  await memory.update(REMEMBERED, text);
  return { buyer, ...read };
}

async function askBuyer(
  kinds: readonly [BuyerKind, ...BuyerKind[]],
  named: string | undefined,
): Promise<BuyerKind | undefined> {
  if (named !== undefined) {
    const found = buyerNamed(kinds, named);
    if (found) return found;
    throw new ToldError(vscode.l10n.t('The local portal has no buyer "{0}": write person or company.', named));
  }
  if (kinds.length === 1) return kinds[0];
  const items = kinds.map((kind) => ({ label: kind.name, description: kind.code, buyer: kind }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Try Payment'),
    placeHolder: vscode.l10n.t('Who pays?'),
  });
  return picked?.buyer;
}

function askSum(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Try Payment'),
    prompt: vscode.l10n.t('Sum and currency of the payment'),
    value,
    validateInput: (text) => (readAmount(text) ? undefined : complaint()),
  });
}

function complaint(): string {
  return vscode.l10n.t('Write a sum above 0 and the three letters of a currency, such as 1990.00 RUB.');
}
