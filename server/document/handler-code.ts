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
  return new CodeInText(code, document);
}

/**
 * Where it stands is looked up on first use. A class: the getter of an object literal is made anew for each object, and what it
 * knows, here a whole manifest, stays in memory until the next full garbage collection.
 */
class CodeInText implements HandlerCode {
  readonly #document: ManifestDocument;
  #range: HandlerCode['range'] | undefined;

  constructor(
    readonly code: string,
    document: ManifestDocument,
  ) {
    this.#document = document;
  }

  get range(): HandlerCode['range'] {
    return (this.#range ??= rangeOfCode(this.#document));
  }
}

function rangeOfCode(document: ManifestDocument): HandlerCode['range'] {
  const [place] = document.locate([['CODE']]);
  const { start, end } = place?.value ?? { start: 0, end: 0 };
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
