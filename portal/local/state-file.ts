/** The state in a file that survives a crash: a whole new file is written and takes the old one's place. */
import * as l10n from '@vscode/l10n';
import { open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { arrayOf, replaceKeys, withoutKeys } from './php/arrays.js';
import { isSet, toInt } from './php/cast.js';
import { PhpJsonError } from './php/json-error.js';
import { decodeJsonBytes } from './php/json-decode.js';
import { encodeJsonBytes } from './php/json-bytes.js';
import { isArray, type PhpValue } from './php/value.js';
import { InvalidStateError, readStateDocument, writeStateDocument, type StateParts } from './state-document.js';
import type { State } from './state.js';

/** The state file can't be used. The message names the file and the reason; the file is as it was. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';

  constructor(
    message: string,
    /** Path of the file. */
    readonly file: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** What a state file holds. The counters are absent from a file written by hand. */
export interface StoredState extends StateParts, Partial<Record<Counter, bigint>> {}

type Counter = (typeof COUNTERS)[number];

/** Bits of a mode: what the owner may do, and what all others may. */
const OWNER = 0o700;
const OTHERS = 0o077;

/** Kept in the file, but no part of the control interface's document. */
const COUNTERS = ['nextHandlerId', 'nextPaySystemId'] as const;

/** Reads the file, which from now on others cannot read; undefined when there is none. Throws StateFileError. */
export async function readStateFile(file: string): Promise<StoredState | undefined> {
  try {
    // One that stays open to others is used all the same: it is its owner's, and the first change makes a file of ours of it.
    const { content } = await readPrivately(file);
    return parseStored(decodeJsonBytes(content));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new StateFileError(l10n.t('The state file {0} cannot be read: {1}.', file, reason(error)), file, error);
  }
}

/**
 * Writes the file, readable by its owner only, as it holds webhook codes. Not to be called again before it has resolved.
 * Whatever happens meanwhile, the file is either the old one or the new one. Throws StateFileError.
 */
export async function writeStateFile(file: string, state: State): Promise<void> {
  try {
    await replaceFile(await linkTarget(file), encodeStored(state));
  } catch (error) {
    throw new StateFileError(l10n.t('The state file {0} cannot be written: {1}.', file, reason(error)), file, error);
  }
}

function parseStored(value: PhpValue): StoredState {
  if (!isArray(value)) return readStateDocument(value);
  const counters: Partial<Record<Counter, bigint>> = {};
  for (const key of COUNTERS) {
    const counter = value.get(key);
    if (isSet(counter)) counters[key] = toInt(counter);
  }
  return { ...readStateDocument(withoutKeys(value, COUNTERS)), ...counters };
}

function encodeStored(state: State): Uint8Array {
  const { nextHandlerId, nextPaySystemId } = state;
  const counters = arrayOf({ nextHandlerId, nextPaySystemId } satisfies Record<Counter, bigint>);
  return encodeJsonBytes(replaceKeys(writeStateDocument(state), counters), 'keep');
}

/** A file with a secret. */
export interface PrivateFile {
  readonly content: Buffer;
  /** Whether others are shut out. A file of somebody else cannot be changed, nor one on a disk that is read only. */
  readonly isPrivate: boolean;
}

/** Reads a file after shutting out all others from it: it may have been copied with a looser mode. Windows has no such modes. */
export async function readPrivately(file: string): Promise<PrivateFile> {
  const handle = await open(file, 'r');
  try {
    const isPrivate = process.platform === 'win32' || (await shutOut(handle));
    return { content: await handle.readFile(), isPrivate };
  } finally {
    await handle.close();
  }
}

async function shutOut(handle: FileHandle): Promise<boolean> {
  const stats = await handle.stat();
  const { mode } = stats;
  // A device or a pipe is not ours to change.
  if (!stats.isFile() || (mode & OTHERS) === 0) return true;
  try {
    await handle.chmod(mode & OWNER);
    return true;
  } catch {
    return false;
  }
}

/** A symbolic link stays one: its target is replaced. */
async function linkTarget(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
}

/** Writes a file that only its owner can read. Whatever happens meanwhile, it is either the old one or the new one. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const fresh = `${file}.new`;
  // One may be left over from a crash. It is made anew, so that it has our mode and is no link planted by others.
  await rm(fresh, { force: true });
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    // Without this a power cut could leave the new name with no content.
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  await syncFolder(dirname(file));
}

/** Makes the renaming durable. Windows can't open a folder, and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Why a file can't be used, as the end of a sentence. */
export function reason(error: unknown): string {
  if (error instanceof InvalidStateError) return error.message.replace(/\.$/, '');
  if (error instanceof PhpJsonError) {
    return error.at === undefined
      ? l10n.t('it is not JSON')
      : l10n.t('it is not JSON (at character {0})', error.at + 1);
  }
  switch (errorCode(error)) {
    case 'EISDIR':
      return l10n.t('it is a folder');
    case 'EACCES':
    case 'EPERM':
      return l10n.t('access is denied');
    case 'ENOENT':
    case 'ENOTDIR':
      return l10n.t('its folder does not exist');
    case 'ENOSPC':
      return l10n.t('the disk is full');
    default:
      return errorCode(error) ?? String(error);
  }
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
