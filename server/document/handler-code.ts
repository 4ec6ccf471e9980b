/** The CODE of a manifest: by it a portal tells handlers apart. */
import { isObject } from '../../schemas/record.js';
import type { Position } from './lines.js';
import type { ManifestDocument } from './manifest-document.js';

/** A handler's code and where it stands. */
export interface HandlerCode {
  readonly code: string;
  /** Looked up on first use: that is a walk over the text, and only needed when another manifest has the same code. */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** The code of a manifest; undefined when it has none. */
export function handlerCode(document: ManifestDocument): HandlerCode | undefined {
  const code = isObject(document.manifest) ? document.manifest.CODE : undefined;
  if (typeof code !== 'string' || code.trim() === '') return undefined;
  let range: HandlerCode['range'] | undefined;
  return {
    code,
    get range() {
      return (range ??= rangeOfCode(document));
    },
  };
}

function rangeOfCode(document: ManifestDocument): HandlerCode['range'] {
  const [place] = document.locate([['CODE']]);
  const { start, end } = place?.value ?? { start: 0, end: 0 };
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
