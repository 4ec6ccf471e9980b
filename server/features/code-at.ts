/** The code under the cursor. */
import type { Position } from 'vscode-languageserver';
import type { CodePlace } from '../document/code-places.js';
import type { ManifestDocument, Span } from '../document/manifest-document.js';
import { codesIn } from './read-codes.js';

/** The place that names a code and touches the position; undefined when there is none. */
export function codeAt(document: ManifestDocument, position: Position): CodePlace | undefined {
  const offset = document.offsetAt(position);
  return codesIn(document).find(({ span }) => holds(span, offset));
}

/** The place whose code is sent under the name that touches the position: the key of a field or parameter. */
export function codeSentAt(document: ManifestDocument, position: Position): CodePlace | undefined {
  const offset = document.offsetAt(position);
  return codesIn(document).find(({ role, key }) => role === 'reference' && holds(key, offset));
}

const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;
