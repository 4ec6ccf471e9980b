/** Changes of the text that fixes are made of. They touch nothing but what they change: formatting and comments stay. */
import type { Node } from 'jsonc-parser';
import { nodeInTree, spanOfNode } from '../document/locate.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import type { Edit } from './rule.js';

/** Offset just past a node. */
export const endOf = (node: Node): number => node.offset + node.length;

/** Node of the value at a path into the manifest; undefined when nothing is there. */
export const nodeAt = (document: ManifestDocument, path: Path): Node | undefined =>
  document.tree && nodeInTree(document.tree, document.writtenPath(path));

/** Another text in the place of the value at a path. */
export function replaceValue(document: ManifestDocument, path: Path, newText: string): Edit[] {
  const node = nodeAt(document, path);
  return node ? [{ span: spanOfNode(node), newText }] : [];
}

/** Where the comma after a member stands, comments in between skipped; -1 when there is none. */
export function commaAfter(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    if (text.startsWith('//', at)) {
      const end = text.slice(at).search(/[\r\n]/);
      at = end === -1 ? text.length : at + end;
    } else if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      at = end === -1 ? text.length : end + 2;
    } else {
      return text[at] === ',' ? at : -1;
    }
  }
}
