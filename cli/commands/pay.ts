/** `b24pay pay`: a whole payment without a browser, and what the buyer would see. */
import * as l10n from '@vscode/l10n';
import { resolve } from 'node:path';
import { addPayment } from '../../portal/client/local-control.js';
import { PortalError } from '../../portal/client/errors.js';
import { reasonOf } from '../../portal/client/explain.js';
import { createPortalClient, type PortalClient } from '../../portal/client/rest.js';
import type { PayResult } from '../../portal/local/exchange/pay-without-browser.js';
import {
  BUYERS,
  BUYER_CODES,
  buyerNamed,
  ensureHandler,
  ensurePaySystem,
  listBuyerKinds,
  saveSettings,
  type BuyerKind,
} from '../../portal/try-payment.js';
import type { HandlerParameters } from '../../schemas/manifest.js';
import { handlerParameters } from '../../server/document/parameters.js';
import { factsOf } from '../../server/rules/facts.js';
import type { Command, Input } from '../command.js';
import { EXIT } from '../exit-code.js';
import { checkFile } from '../files/check-file.js';
import { tellErrors } from '../gate.js';
import type { Io } from '../io.js';
import { openPortal, TOKEN_VARIABLE, type OpenPortal } from '../pay/local-portal.js';
import { notOffered } from '../pay/not-offered.js';
import { FAULTS, readPayOptions, SETTING_VARIABLE, type PayOptions } from '../pay/options.js';
import { resultText } from '../pay/print.js';
import { pay } from '../pay/result.js';
import { explained } from '../portal-failure.js';
import { painter } from '../report/paint.js';
import { printable } from '../report/printable.js';
import { UsageError } from '../usage-error.js';

/** The command as `run` offers it. */
export function payCommand(): Command {
  return {
    name: 'pay',
    files: 'one',
    usage: 'b24pay pay FILE --sum N [--currency CODE] [--field NAME=value]… [--setting CODE=value]… [--json]',
    description: l10n.t('Try a payment on a local portal and judge the answer of the endpoint'),
    options: [
      { flags: '--sum <number>', description: l10n.t('How much is to be paid') },
      { flags: '--currency <code>', description: l10n.t('Default: the first CURRENCY of the manifest, else RUB') },
      { flags: '--buyer <kind>', description: l10n.t('{0}; default: {1}', BUYERS.join(', '), BUYERS[0]) },
      { flags: '--field <pair>', description: l10n.t('What the buyer enters, or adds to the address of the page') },
      { flags: '--setting <pair>', description: l10n.t('What the administrator enters for a code') },
      { flags: '--fault <kind>', description: l10n.t('What goes wrong on the way: {0}', FAULTS.join(', ')) },
      {
        flags: '--portal <address>',
        description: l10n.t('Webhook of a running local portal; default: one of its own'),
      },
      { flags: '--json', description: l10n.t('Print the result as one line of JSON') },
    ],
    notes: l10n.t(
      'Exit code 0 means that the buyer would get to pay. A variable {0}CODE is the setting CODE: prefer it for secrets, which others can see on a command line. With --portal, {1} holds the control token.',
      SETTING_VARIABLE,
      TOKEN_VARIABLE,
    ),
    examples: ['b24pay pay shop.b24pay.json --sum 100 --currency RUB'],
    run: payFile,
  };
}

async function payFile(input: Input, io: Io): Promise<number> {
  const [file = ''] = input.args;
  const json = input.flag('json');
  const checked = await checkFile({ file, path: resolve(io.cwd, file) });
  const parameters = handlerParameters(checked.document);
  const options = readPayOptions(input, io, parameters);
  const tell = (result: PayResult): number => {
    io.stdout.write(json ? `${JSON.stringify(shown(result))}\n` : resultText(result, painter(io.stdout, io.env)));
    return result.ok ? EXIT.ok : EXIT.failed;
  };
  const name = printable(file);
  // Most errors show on the buyer's page only: what comes of them is what one wants to see. Text that is no JSON never gets there.
  const headline = checked.isJson
    ? l10n.t('{0} has errors. It is tried all the same:', name)
    : l10n.t('{0} is not sent to a portal:', name);
  tellErrors(checked, headline, io.stderr, io);
  if (!checked.isJson) return tell(notOffered(l10n.t('The manifest is not JSON, so no portal gets it.')));

  const portal = await openPortal(input, io);
  try {
    return await explained(io, async () => {
      const client = createPortalClient(portal.connection);
      const refusal = await ensureHandler(client, parameters).then(() => undefined, refused);
      if (refusal !== undefined) return tell(notOffered(refusal));
      const payment = await prepare(portal, client, parameters, options);
      const { active } = factsOf(checked.document);
      io.stderr.write(`${l10n.t('Trying {0} …', originOf(active?.data.ACTION_URI))}\n`);
      return tell(await pay(portal.control, payment, options));
    });
  } finally {
    await portal.close();
  }
}

/** What the portal has against the handler, in words. Other failures go on. */
function refused(error: unknown): string {
  if (error instanceof PortalError) return reasonOf(error);
  throw error;
}

/** A payment system with the handler, its settings, and a payment that waits. */
async function prepare(
  { control }: OpenPortal,
  client: PortalClient,
  parameters: HandlerParameters,
  options: PayOptions,
) {
  const { sum, currency, buyer, settings } = options;
  const { id: personTypeId } = kindOf(await listBuyerKinds(client), buyer);
  const paySystemId = await ensurePaySystem(client, parameters, personTypeId);
  const entered = Object.entries(settings).map(([code, VALUE]) => [code, { TYPE: 'VALUE', VALUE }] as const);
  if (entered.length > 0) await saveSettings(client, paySystemId, Object.fromEntries(entered));
  return addPayment(control, { paySystemId, sum, currency, personTypeId });
}

function kindOf(kinds: readonly BuyerKind[], buyer: PayOptions['buyer']): BuyerKind {
  const kind = buyerNamed(kinds, buyer);
  if (kind) return kind;
  throw new UsageError(l10n.t('The portal has no person type {0} for orders.', BUYER_CODES[buyer]));
}

/** Where the request goes; the text itself when it is no address. */
function originOf(address: unknown): string {
  const text = typeof address === 'string' ? address : '';
  return URL.canParse(text) ? new URL(text).origin : printable(text);
}

/** The promise of `--json` (docs/command-line.md): these keys. */
function shown({ outcome, buyerSees, reason, advice, exchanges, posted }: PayResult) {
  return { outcome, buyerSees, reason, advice, exchanges, ...(posted !== undefined && { posted }) };
}
