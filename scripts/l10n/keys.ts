/** Collects every text that has to be in the bundles: what the sources translate. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mjs';
import { translationsIn } from './calls.js';
import { DYNAMIC_CALLS, ruleTitles } from './tables.js';

/** The rooms whose texts are shown to people. */
const ROOMS = ['server', 'portal', 'cli', 'client'];

/** What the sources have translated. */
export interface Keys {
  /** Each text with the places that show it (`file:line`, or the name of a table). */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Calls whose text nobody knows (`file:line: call`): write the text into the call, or its table into DYNAMIC_CALLS. */
  readonly unknown: readonly string[];
  /** Entries of DYNAMIC_CALLS that are gone from the sources. */
  readonly gone: readonly string[];
  /** Calls that run while their module loads, so always in English (`file:line: call`). */
  readonly early: readonly string[];
}

/** Reads all sources. */
export function collectKeys(): Keys {
  const places = new Map<string, string[]>();
  const unknown: string[] = [];
  const early: string[] = [];
  const seen = new Set<string>();
  const add = (text: string, place: string) => {
    places.set(text, [...(places.get(text) ?? []), place]);
  };
  for (const file of sourceFiles()) {
    for (const translation of translationsIn(file, readFileSync(path.join(root, file), 'utf8'))) {
      const { line, text, source } = translation;
      const call = `${file}: ${source}`;
      if (translation.early) early.push(`${file}:${line}: ${source}`);
      if (text !== undefined) add(text, `${file}:${line}`);
      else if (Object.hasOwn(DYNAMIC_CALLS, call)) seen.add(call);
      else unknown.push(`${file}:${line}: ${source}`);
    }
  }
  for (const [call, texts] of Object.entries(DYNAMIC_CALLS)) for (const text of new Set(texts())) add(text, call);
  for (const title of ruleTitles()) add(title, 'title of a rule');
  return { places, unknown, gone: Object.keys(DYNAMIC_CALLS).filter((call) => !seen.has(call)), early };
}

/** Every source of the rooms, with `/` in its path on every system. */
const sourceFiles = (): string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.posix.join(room, ...file.split(path.sep)),
    ),
  )
    .filter((file) => file.endsWith('.ts'))
    .sort();
