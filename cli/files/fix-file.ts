/** `--fix`: puts right in the file what can be put right safely. */
import { writeFile } from 'node:fs/promises';
import { parseManifest } from '../../server/document/parse.js';
import { fixAll } from '../../server/fix-all.js';
import { UsageError } from '../usage-error.js';
import type { ReadManifest } from './check-file.js';
import { writeFailure } from './failure-reason.js';
import type { FoundFile } from './find-manifests.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** A manifest as it stands after its fixes, and how many were made. */
export interface FixedManifest {
  readonly read: ReadManifest;
  readonly fixes: number;
}

/** Writes the manifest with its safe fixes made; gives it as it stands then. Throws `UsageError` (one line with the file's name) when it can't be written. */
export async function fixFile({ file, path }: FoundFile, read: ReadManifest): Promise<FixedManifest> {
  if (read.damage) return { read, fixes: 0 };
  const { text, count } = fixAll(read.document);
  if (text === read.document.text) return { read, fixes: 0 };
  try {
    await writeFile(path, read.hasMark ? BYTE_ORDER_MARK + text : text);
  } catch (error) {
    throw new UsageError(`${file}: ${writeFailure(error)}`);
  }
  return { read: { ...read, document: parseManifest(text, file) }, fixes: count };
}
