/** Tests write `|` where the cursor stands. */
import type { CompletionItem, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { parseManifest } from '../../server/document/parse.js';
import { complete } from '../../server/features/complete.js';
import type { Reader } from '../../server/features/reader.js';

/** A capable editor in English. */
export const reader: Reader = {
  locale: 'en',
  snippets: true,
  newerKinds: true,
  detailsCompletions: true,
  labelDetails: true,
  documentsCompletions: true,
  markdownInCompletion: true,
  markdownInHover: true,
  deprecatedTag: true,
  adjustsIndentation: true,
  nestedSymbols: true,
  foldingLimit: undefined,
};

/** A manifest and the place of its first `|`, which is taken out of the text. */
export function marked(text: string): { document: ManifestDocument; position: Position; offset: number } {
  const offset = text.indexOf('|');
  if (offset === -1) throw new Error('The text has no cursor marker.');
  const document = parseManifest(text.slice(0, offset) + text.slice(offset + 1), 'file:///shop.b24pay.json', 1);
  return { document, position: document.positionAt(offset), offset };
}

/** Completions at the marker, in the order in which an editor lists them. */
export function completions(text: string, options: Partial<Reader> = {}): CompletionItem[] {
  const { document, position } = marked(text);
  const { items } = complete(document, position, { ...reader, ...options });
  return items.sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** Labels of the completions at the marker. */
export const labels = (text: string): string[] => completions(text).map(({ label }) => label);

/** The text after a completion was accepted; tab stops stay visible. */
export function accepted(text: string, label: string, options: Partial<Reader> = {}): string {
  const { document } = marked(text);
  const item = completions(text, options).find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`No completion ${label}`);
  return applied(document, item);
}

/** The text after an item's edits. */
export function applied(document: ManifestDocument, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  if (textEdit === undefined || !('range' in textEdit)) throw new Error('The completion has no edit.');
  const edits = [textEdit, ...additionalTextEdits].map(({ range, newText }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    newText,
  }));
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.text);
}

/** The item as an editor inserts it when nobody fills in its tab stops. */
export function withoutStops(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== 2 || item.textEdit === undefined) return item;
  return { ...item, textEdit: { ...item.textEdit, newText: expanded(item.textEdit.newText) } };
}

const expanded = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([\\$}|,])/g, '$1');
