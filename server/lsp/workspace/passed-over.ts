/** Which files of a workspace folder are passed over: those of others, and those that the user gave to another language. */
import { isObject, type JsonObject } from '../../../schemas/record.js';
import { FOREIGN_FOLDERS } from '../../document/foreign-folders.js';
import { LANGUAGE_ID } from '../../document/manifest-name.js';
import { readGlob, type Fits } from './globs.js';

/** Default of the setting `b24pay.files.exclude` (package.json says the same). */
export const DEFAULT_EXCLUDE: Readonly<Record<string, boolean>> = Object.fromEntries(
  FOREIGN_FOLDERS.map((name) => [`**/${name}`, true]),
);

/** What the user's settings say of files, by glob pattern. */
export interface FileSettings {
  /** `b24pay.files.exclude`. As in VS Code, what the user leaves out keeps its default. */
  readonly exclude?: JsonObject | undefined;
  /** `files.associations`: pattern → language. */
  readonly associations?: unknown;
}

/** Whether a file or folder is passed over, by its path below the workspace folder. */
export function passedOver({ exclude, associations }: FileSettings): Fits {
  const excluded = Object.entries({ ...DEFAULT_EXCLUDE, ...exclude }).flatMap(([glob, on]) =>
    on === true ? [readGlob(glob)] : [],
  );
  const others = isObject(associations) ? Object.entries(associations) : [];
  const foreign = others.flatMap(([glob, language]) => (language === LANGUAGE_ID ? [] : [readAssociation(glob)]));
  return (path) =>
    withParents(path).some((part) => excluded.some((fits) => fits(part))) || foreign.some((fits) => fits(path));
}

/** Without a slash, a pattern is about the name of a file. */
function readAssociation(glob: string): Fits {
  return readGlob(glob.includes('/') ? glob : `**/${glob}`);
}

/** `a/b/c` → `a`, `a/b`, `a/b/c`. */
function withParents(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
