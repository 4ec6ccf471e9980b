/**
 * Semantic highlighting: codes and the places that name them look the same, the developer's own field names and the portal's words
 * stand out from free text, and what a portal does not use is struck off.
 */
import type { Node } from 'jsonc-parser';
import { spanOfNode } from '../document/locate.js';
import type { Range, SemanticTokens } from 'vscode-languageserver';
import { codePlaces, type CodePlace } from '../document/code-places.js';
import type { ManifestDocument, Path, Span } from '../document/manifest-document.js';
import { factsOf, type Facts } from '../rules/facts.js';
import { isUnsent } from '../rules/sent-codes.js';
import { KindOfPlace } from './kind-of-place.js';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './legend.js';
import { meant } from './meant.js';
import { spanOf, touches } from './range.js';
import { isKnownWord, isWithoutEffect } from './vocabulary.js';

interface SemanticToken {
  /** The string with its quotes: a theme that colours only what is inside would leave the quotes in another colour. */
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** The tokens of a manifest, or of a range of it. */
export function semanticTokens(document: ManifestDocument, range?: Range): SemanticTokens {
  const facts = factsOf(document);
  const asked = range && spanOf(document, range);
  const { document: read, place } = meant(document);
  const tokens = [...codePlaces(read).map((code) => codeToken(code, facts)), ...wordTokens(read, facts)]
    .map((token) => ({ ...token, span: place(token.span) }))
    // Of what a repair has put in, nothing is there to be coloured.
    .filter(({ span }) => span.start < span.end && (!asked || touches(span, asked)))
    .sort((a, b) => a.span.start - b.span.start);
  return { data: encode(document, tokens) };
}

const dead = (isDead: boolean): 'deprecated'[] => (isDead ? ['deprecated'] : []);

function codeToken({ code, role, span, path }: CodePlace, facts: Facts): SemanticToken {
  return role === 'declaration'
    ? { span, type: 'variable', modifiers: ['declaration', ...dead(isUnused(code, facts))] }
    : { span, type: 'variable', modifiers: dead(isDead(path, facts)) };
}

/** Whether the mode in force sends fields, but not this code. Of broken text not every field may be readable. */
const isUnused = (code: string, facts: Facts): boolean =>
  facts.document.syntaxProblems.length === 0 && isUnsent(code, facts);

/** Whether a path leads into a mode that another one shadows, or into PARAMS that a portal does not read. */
function isDead([, mode, list]: Path, { active, modes }: Facts): boolean {
  if (active === undefined || !modes.some(({ key }) => key === mode)) return false;
  return mode !== active.key || (list === 'PARAMS' && active.params === undefined);
}

/** Names of fields and parameters, and the portal's words; keys of modes only when they are dead. */
function wordTokens({ tree }: ManifestDocument, facts: Facts): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const visit = (node: Node, kind: KindOfPlace): void => {
    if (node.type === 'string') tokens.push(...wordToken(node, kind, facts));
    node.children?.forEach((child) => {
      if (node.type === 'array') {
        visit(child, kind.member(0));
        return;
      }
      const [key, value] = child.children ?? [];
      if (key === undefined) return;
      const name = String(key.value);
      const inner = kind.member(node === tree ? name.toUpperCase() : name);
      tokens.push(...keyToken(key, inner, facts));
      if (value) visit(value, inner);
    });
  };
  if (tree) visit(tree, new KindOfPlace([]));
  return tokens;
}

function keyToken(key: Node, { place, path }: KindOfPlace, facts: Facts): SemanticToken[] {
  const gone = isDead(path, facts);
  if (place !== 'field' && place !== 'param' && !(place === 'mode' && gone)) return [];
  return [{ span: spanOfNode(key), type: 'property', modifiers: dead(gone) }];
}

function wordToken(node: Node, { place, path }: KindOfPlace, facts: Facts): SemanticToken[] {
  const value = String(node.value);
  if (!isKnownWord(place, value, place === 'providerValue' ? besides(node, 'PROVIDER_KEY') : undefined)) return [];
  const gone = isDead(path, facts) || isWithoutEffect(place, value);
  return [{ span: spanOfNode(node), type: 'enumMember', modifiers: dead(gone) }];
}

/** Value of another member of the object that a value belongs to. */
const besides = (value: Node, key: string): unknown =>
  value.parent?.parent?.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1]?.value;

/** Line and character relative to the token before, length, type and modifiers: five numbers a token. */
function encode(document: ManifestDocument, tokens: readonly SemanticToken[]): number[] {
  let line = 0;
  let character = 0;
  return tokens.flatMap(({ span, type, modifiers }) => {
    const at = document.positionAt(span.start);
    const moved = [at.line - line, at.line === line ? at.character - character : at.character];
    ({ line, character } = at);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    return [...moved, span.end - span.start, TOKEN_TYPES.indexOf(type), bits];
  });
}
