/** `b24pay handlers`: the handlers of a portal. */
import * as l10n from '@vscode/l10n';
import { listHandlers } from '../../portal/client/handlers.js';
import type { PortalHandler } from '../../portal/client/handlers.js';
import { createPortalClient } from '../../portal/client/rest.js';
import type { Command, Input } from '../command.js';
import { connectionOf, portalNotes, portalOption } from '../connection.js';
import { EXIT } from '../exit-code.js';
import type { Io } from '../io.js';
import { explained } from '../portal-failure.js';
import { cells, widthOf } from '../report/cells.js';
import { plural } from '../../server/plural.js';
import { printable } from '../report/printable.js';

/** The command as `run` offers it. */
export function handlersCommand(): Command {
  return {
    name: 'handlers',
    files: 'none',
    usage: 'b24pay handlers [--portal ADDRESS] [--json]',
    description: l10n.t('List the handlers of a portal'),
    options: [portalOption(), { flags: '--json', description: l10n.t('Print the list as one line of JSON') }],
    notes: portalNotes(),
    examples: ['B24PAY_WEBHOOK="$(cat ~/.b24pay-webhook)" b24pay handlers'],
    run: handlers,
  };
}

async function handlers(input: Input, io: Io): Promise<number> {
  const client = createPortalClient(connectionOf(input, io), io.client);
  return explained(io, async () => {
    const list = await listHandlers(client);
    io.stdout.write(input.flag('json') ? json(list, client.portal) : text(list, client.portal, io.language));
    return EXIT.ok;
  });
}

/** SETTINGS stay out: handlers of others may hold secrets there. */
function json(list: readonly PortalHandler[], portal: string): string {
  const rows = list.map(({ ID, CODE, NAME, SORT }) => ({ id: ID, code: CODE, name: NAME, sort: SORT }));
  return `${JSON.stringify({ portal, handlers: rows })}\n`;
}

function text(list: readonly PortalHandler[], portal: string, language: string): string {
  const count = plural(l10n.t('{0} handler on {1}|{0} handlers on {1}', list.length, portal), list.length, language);
  const rows = [['ID', 'CODE', 'NAME'], ...list.map(({ ID, CODE, NAME }) => [String(ID), CODE, NAME])];
  return `${count}\n${list.length > 0 ? table(rows) : ''}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(printable));
  const width = (text: string) => widthOf(cells(text));
  const widths = (shown[0] ?? []).map((_, column) => Math.max(...shown.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - width(text))).join('  ');
  return shown.map((row) => `  ${line(row)}`.trimEnd() + '\n').join('');
}
