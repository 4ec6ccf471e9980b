/** `b24pay register`: a checked manifest onto a portal. */
import * as l10n from '@vscode/l10n';
import { resolve } from 'node:path';
import { isLocal } from '../../portal/client/connection.js';
import type { Connection } from '../../portal/client/connection.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { applyPlan, planRegistration } from '../../portal/lifecycle.js';
import type { Plan, Registered } from '../../portal/lifecycle.js';
import { handlerParameters } from '../../server/document/parameters.js';
import { doubtsAbout } from '../../server/rules/action-uri.js';
import type { Command, Input } from '../command.js';
import { connectionOf, portalNotes, portalOption } from '../connection.js';
import { EXIT } from '../exit-code.js';
import { checkFile } from '../files/check-file.js';
import { tellErrors } from '../gate.js';
import type { Io } from '../io.js';
import { explained } from '../portal-failure.js';
import { printable } from '../report/printable.js';
import { UsageError } from '../usage-error.js';

/** The command as `run` offers it. */
export function registerCommand(): Command {
  return {
    name: 'register',
    files: 'one',
    usage: 'b24pay register FILE [--portal ADDRESS] [--yes] [--json]',
    description: l10n.t('Add a handler to a portal, or update the one with its code'),
    options: [
      portalOption(),
      { flags: '--yes', description: l10n.t('Do not ask') },
      { flags: '--json', description: l10n.t('Print the result as one line of JSON') },
    ],
    notes: portalNotes(),
    examples: ['B24PAY_WEBHOOK="$(cat ~/.b24pay-webhook)" b24pay register shop.b24pay.json --yes'],
    run: register,
  };
}

async function register(input: Input, io: Io): Promise<number> {
  const connection = connectionOf(input, io);
  const [file = ''] = input.args;
  const json = input.flag('json');
  if (!input.flag('yes') && io.ask === undefined) {
    throw new UsageError(
      l10n.t('Nobody can be asked here: there is no terminal. Give --yes to register without a question.'),
    );
  }
  const checked = await checkFile({ file, path: resolve(io.cwd, file) }, gateFor(connection));
  const refusal = l10n.t('Not registered: {0} has errors.', printable(file));
  if (tellErrors(checked, refusal, json ? io.stderr : io.stdout, io)) return EXIT.failed;

  const client = createPortalClient(connection, io.client);
  return explained(io, async () => {
    const plan = await planRegistration(client, handlerParameters(checked.document));
    warnOfSpelling(plan, io);
    for (const doubt of doubtsAbout(checked.problems)) io.stderr.write(`${doubt}\n`);
    if (!input.flag('yes') && !(await isWanted(plan, client.portal, io))) {
      io.stderr.write(`${l10n.t('Nothing was changed on {0}.', client.portal)}\n`);
      return EXIT.failed;
    }
    const done = await applyPlan(client, plan);
    io.stdout.write(
      json ? `${JSON.stringify({ ...done, portal: client.portal })}\n` : `${doneText(done, client.portal)}\n`,
    );
    return EXIT.ok;
  });
}

/** A local address in a manifest is right for the local portal, and can never work on a real one. */
function gateFor(connection: Connection) {
  return isLocal(connection) ? {} : { target: 'real-portal' as const };
}

/** A code that only changes its spelling is a renamed one to the payment systems that point to it. */
function warnOfSpelling(plan: Plan, { stderr }: Io): void {
  if (plan.action === 'add' || plan.current.CODE === plan.parameters.CODE) return;
  const warning = l10n.t(
    'The portal spells this code {0}. Payment systems keep the old spelling and may lose their handler.',
    printable(plan.current.CODE),
  );
  stderr.write(`${warning}\n`);
}

async function isWanted(plan: Plan, portal: string, { ask }: Io): Promise<boolean> {
  const [name, code] = [printable(plan.parameters.NAME), printable(plan.parameters.CODE)];
  const question =
    plan.action === 'add'
      ? l10n.t("Add handler '{0}' ({1}) to {2}?", name, code, portal)
      : l10n.t("Update handler {0} '{1}' ({2}) on {3}?", plan.id, name, code, portal);
  const answer = (await ask?.(`${question} [y/N] `)) ?? '';
  return /^(y|yes|д|да)$/i.test(answer.trim());
}

function doneText({ action, id }: Registered, portal: string): string {
  return action === 'add'
    ? l10n.t('Registered as handler {0} on {1}.', id, portal)
    : l10n.t('Updated handler {0} on {1}.', id, portal);
}
