/** Document links: every string value that is an absolute address of the web. */
import type { DocumentLink } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { insideQuotes, rangeOf } from './range.js';
import { Tokens } from './tokens.js';

/** The links of a manifest, in the order of the text. */
export function documentLinks(document: ManifestDocument): DocumentLink[] {
  // Reading all tokens takes time, and most manifests keep their few addresses to themselves.
  if (!/https?:/i.test(document.text)) return [];
  const links: DocumentLink[] = [];
  const tokens = new Tokens(document.text);
  let token = tokens.nextSolid();
  while (token.kind !== 'end') {
    const next = tokens.nextSolid();
    const target = token.kind === 'string' && next.kind !== ':' ? addressIn(token.text) : undefined;
    if (target !== undefined) links.push({ range: rangeOf(document, insideQuotes(document, token)), target });
    token = next;
  }
  return links;
}

/** What `${host}`, `{{host}}` and `%HOST%` will stand for is not known, so such an address leads nowhere yet. */
const PLACEHOLDER = /[{}]|%(?![\da-f]{2})/i;

/** The address that a text is; undefined for other texts. */
function addressIn(text: string): string | undefined {
  if (!/^\s*https?:\/\//i.test(text) || PLACEHOLDER.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}
