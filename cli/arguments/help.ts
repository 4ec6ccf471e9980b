/** The text of `--help`. */
import * as l10n from '@vscode/l10n';
import { columns } from '../columns.js';
import type { Command } from '../command.js';

const section = (title: string, body: string) => `${title}\n${body}\n`;

/** Help for one command. */
export function commandHelp({ usage, description, options, examples, notes }: Command): string {
  const rows = [...options.map(({ flags, description }) => [flags, description] as const), helpRow()];
  return [
    `${description}\n`,
    section(l10n.t('Usage:'), `  ${usage}`),
    section(l10n.t('Options:'), columns(rows)),
    ...(notes === undefined ? [] : [`${notes}\n`]),
    section(
      examples.length > 1 ? l10n.t('Examples:') : l10n.t('Example:'),
      examples.map((line) => `  ${line}`).join('\n'),
    ),
  ].join('\n');
}

const helpRow = () => ['-h, --help', l10n.t('Show this help')] as const;

/** Help for the program as a whole. */
export function overview(commands: readonly Command[]): string {
  return [
    `${l10n.t('Checks Bitrix24 payment handler manifests and registers them on portals.')}\n`,
    section(l10n.t('Usage:'), '  b24pay <command>'),
    section(l10n.t('Commands:'), columns(commands.map(({ name, description }) => [name, description]))),
    section(l10n.t('Options:'), columns([helpRow(), ['-v, --version', l10n.t('Show the version')]])),
    section(l10n.t('Example:'), '  b24pay check .'),
  ].join('\n');
}
