/** Reads and checks files. */
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { checkManifest } from '../../server/check.js';
import type { CheckOptions } from '../../server/check.js';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { parseManifest } from '../../server/document/parse.js';
import type { Problem } from '../../server/rules/problem.js';
import { decode } from './decode.js';
import type { Decoded } from './decode.js';
import { readFailure } from './failure-reason.js';
import type { FoundFile } from './find-manifests.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** A file that was read. */
export interface ReadManifest {
  readonly file: string;
  readonly document: ManifestDocument;
  /** Whether the file begins with a byte order mark. */
  readonly hasMark: boolean;
  /** Where the file stops being text. */
  readonly damage: Decoded['damage'];
}

/** A file and what is wrong with it. */
export interface CheckedFile {
  readonly file: string;
  readonly document: ManifestDocument;
  readonly problems: readonly Problem[];
  /** Whether it is something that can be sent at all: text, and JSON. */
  readonly isJson: boolean;
}

/** Bytes that are no text make every other finding guesswork, so this one speaks alone. */
function notText({ offset, byte, utf16 }: NonNullable<Decoded['damage']>): Problem {
  return {
    code: 'json-syntax',
    severity: 'error',
    message: utf16
      ? l10n.t('The file is UTF-16, and a portal reads JSON only as UTF-8. Save it as UTF-8.')
      : l10n.t('The file is no UTF-8 text from byte {0} on. Save it as UTF-8.', byte),
    span: { start: offset, end: offset + 1 },
    path: [],
  };
}

/** Reads a file, or standard input. Throws `UsageError` (one line with the file's name) when it can't be read. */
export async function readManifest(
  { file, path, isInput }: FoundFile,
  { stdin }: Pick<Io, 'stdin'> = {},
): Promise<ReadManifest> {
  let bytes;
  try {
    bytes = isInput && stdin ? await stdin() : await readFile(path);
  } catch (error) {
    throw new UsageError(`${file}: ${readFailure(error)}`);
  }
  const { text, hasMark, damage } = decode(bytes);
  return { file, document: parseManifest(text, file), hasMark, damage };
}

/** Checks a file that was read. */
export function checkRead({ file, document, damage }: ReadManifest, options: CheckOptions = {}): CheckedFile {
  return {
    file,
    document,
    problems: damage ? [notText(damage)] : checkManifest(document, options),
    isJson: damage === undefined && document.syntaxProblems.length === 0,
  };
}

/** Reads and checks a file. Throws `UsageError` when it can't be read. */
export async function checkFile(found: FoundFile, options: CheckOptions = {}): Promise<CheckedFile> {
  return checkRead(await readManifest(found), options);
}
