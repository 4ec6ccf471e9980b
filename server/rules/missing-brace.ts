/** Puts back a closing brace that is missing, such as that of every cURL example in the official documentation. */
import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import { keysAt } from '../../schemas/lookup.js';
import { parseManifest } from '../document/parse.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { indentAt } from './edits.js';
import { misplacement } from './misplacement.js';
import type { Fix } from './rule.js';

/** Places where a brace may have been lost: the end of the text, and before keys that belong further up. */
function candidates({ text, tree }: ManifestDocument): number[] {
  const ends = [text.trimEnd().length];
  const upper = new Set([...keysAt([]), 'auth', ...keysAt(['SETTINGS'])]);
  const visit = (node: Node, depth: number): void => {
    node.children?.forEach((child, index) => {
      const name: unknown = child.children?.[0]?.value;
      const previous = node.children?.[index - 1];
      if (child.type === 'property' && typeof name === 'string' && upper.has(name) && previous && depth > 0) {
        ends.push(previous.offset + previous.length);
      }
      visit(child, child.type === 'property' ? depth : depth + 1);
    });
  };
  if (tree) visit(tree, 0);
  return ends;
}

/** The one brace that makes the text a manifest again; none when a single brace does not. */
export function missingBraceFixes(document: ManifestDocument): Fix[] {
  const repaired = candidates(document).flatMap((offset) => {
    const text = `${document.text.slice(0, offset)}}${document.text.slice(offset)}`;
    const trial = parseManifest(text);
    return trial.syntaxProblems.length === 0 ? [{ offset, misplaced: misplacement(trial.manifest) }] : [];
  });
  const best = repaired.sort((a, b) => a.misplaced - b.misplaced)[0];
  if (best === undefined) return [];
  const { offset } = best;
  const opening =
    document.text.startsWith('{') && document.text.includes('\n') && offset === document.text.trimEnd().length;
  const newText = opening && indentAt(document.text, offset) !== '' ? '\n}' : '}';
  return [
    {
      title: l10n.t('Add the missing brace }'),
      edits: [{ span: { start: offset, end: offset }, newText }],
      preferred: true,
    },
  ];
}
