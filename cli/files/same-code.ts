/** Which of the checked manifests have the same CODE: those of one folder, and those named one by one. */
import { codeKey } from '../../schemas/handler-code.js';
import { handlerCode } from '../../server/document/handler-code.js';
import type { OtherManifest } from '../../server/rules/facts.js';
import type { ReadManifest } from './check-file.js';
import type { FoundFile } from './find-manifests.js';

/** A file that was found and read. */
export interface Grouped {
  readonly found: FoundFile;
  readonly read: ReadManifest;
}

/** For each file, the others of its folder that have its CODE. */
export function sameCodes(files: readonly Grouped[]): (file: Grouped) => OtherManifest[] {
  const byCode = new Map<string, { readonly file: Grouped; readonly other: OtherManifest }[]>();
  for (const file of files) {
    const { read } = file;
    const own = read.damage ? undefined : handlerCode(read.document);
    if (own === undefined) continue;
    const key = keyOf(file, own.code);
    const other = { uri: read.file, code: own.code, range: own.range };
    byCode.set(key, [...(byCode.get(key) ?? []), { file, other }]);
  }
  return (file) => {
    const own = handlerCode(file.read.document);
    const same = own ? (byCode.get(keyOf(file, own.code)) ?? []) : [];
    return same.flatMap(({ file: one, other }) => (one === file ? [] : [other]));
  };
}

const keyOf = ({ found }: Grouped, code: string): string => `${found.folder ?? ''}\n${codeKey(code)}`;
