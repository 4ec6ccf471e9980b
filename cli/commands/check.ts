/** `b24pay check`: what a portal would silently do wrong with a manifest. */
import * as l10n from '@vscode/l10n';
import type { Command, Input } from '../command.js';
import { complain } from '../complain.js';
import { EXIT } from '../exit-code.js';
import { checkRead, readManifest } from '../files/check-file.js';
import { fixFile } from '../files/fix-file.js';
import { findManifests, type FoundFile } from '../files/find-manifests.js';
import { sameCodes, type Grouped } from '../files/same-code.js';
import type { Io } from '../io.js';
import { oneOf } from '../one-of.js';
import { fileReport, summaryReport } from '../report/json.js';
import type { FileReport } from '../report/json.js';
import { painter } from '../report/paint.js';
import { fixedText, NONE, sum, tally, tallyText } from '../report/tally.js';
import { fileText } from '../report/text.js';
import { UsageError } from '../usage-error.js';

/** The command as `run` offers it. */
export function checkCommand(): Command {
  return {
    name: 'check',
    files: 'several',
    usage: 'b24pay check FILE|FOLDER|-… [--fix] [--format text|json]',
    description: l10n.t('Check manifests: named files, and those in folders'),
    options: [
      { flags: '--fix', description: l10n.t('First put right in the files what can be put right safely') },
      { flags: '--format <format>', description: l10n.t('text (default) or json') },
    ],
    notes: l10n.t(
      'In a folder, *.b24pay.json and bitrix24-payment-handler.json are checked. A pattern, such as "*.b24pay.json", may stand for the files of one folder, and - for standard input, which --fix cannot change. Exit code 0: no errors; 1: errors; 2: a file cannot be read or written.',
    ),
    examples: ['b24pay check shop.b24pay.json', 'b24pay check . --fix', 'b24pay check . --format json'],
    run: check,
  };
}

async function check(input: Input, io: Io): Promise<number> {
  const format = oneOf(input, 'format', ['text', 'json']) ?? 'text';
  const setting = { paint: painter(io.stdout, io.env), columns: io.stdout.columns };
  const { files, failures } = await findManifests(input.args, io.cwd);
  if (input.flag('fix') && files.some(({ isInput }) => isInput))
    throw new UsageError(l10n.t('--fix changes files, and standard input is none. Name the file instead of -.'));
  const { readable, failed, fixed } = await readAll(files, input.flag('fix'), io);
  const trouble = [...failures.map(({ file, reason }) => `${file}: ${reason}`), ...failed];
  const othersOf = sameCodes(readable);
  if (format === 'text' && fixed.problems > 0) io.stdout.write(`${fixedText(fixed, io.language)}\n`);
  let counts = NONE;
  const reports: FileReport[] = [];
  for (const file of readable) {
    const checked = checkRead(file.read, { others: othersOf(file) });
    counts = sum(counts, tally(checked.problems));
    if (format === 'json') reports.push(fileReport(checked));
    else io.stdout.write(fileText(checked, setting));
  }
  if (files.length === 0 && trouble.length === 0) trouble.push(noManifests(input.args));

  if (format === 'json') io.stdout.write(`${JSON.stringify({ files: reports, summary: summaryReport(counts) })}\n`);
  else if (files.length > 0) io.stdout.write(`${tallyText(counts, files.length, io.language)}\n`);
  for (const line of trouble) complain(io, line);
  if (trouble.length > 0) return EXIT.usage;
  return counts.error > 0 ? EXIT.failed : EXIT.ok;
}

/** All are read before the first is checked: a manifest can have the CODE of another. What can't be fixed is checked as it is. */
async function readAll(files: readonly FoundFile[], fix: boolean, io: Io) {
  const failed: string[] = [];
  const fixed = { problems: 0, files: 0 };
  const orNothing = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failed.push(error.message);
      return undefined;
    }
  };
  const readable: Grouped[] = [];
  for (const found of files) {
    const read = await orNothing(readManifest(found, io));
    if (read === undefined) continue;
    const result = fix ? await orNothing(fixFile(found, read)) : undefined;
    readable.push({ found, read: result?.read ?? read });
    if (result === undefined || result.fixes === 0) continue;
    fixed.problems += result.fixes;
    fixed.files++;
  }
  return { readable, failed, fixed };
}

function noManifests(folders: readonly string[]): string {
  return l10n.t('No manifests (*.b24pay.json, bitrix24-payment-handler.json) in {0}', folders.join(', '));
}
