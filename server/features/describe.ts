/** Puts what there is to say about a key or value into the text of a hover or a completion's documentation. */
import * as l10n from '@vscode/l10n';
import type { MarkupContent } from 'vscode-languageserver';
import { documentationUrl, type DocumentationPage } from '../../schemas/documentation.js';

/** What is said, in this order. Texts are plain; `title` and `sample` are shown as code. */
export interface Description {
  /** Stands before the text. */
  readonly title?: string;
  /** Sentences, one paragraph each. */
  readonly text: readonly string[];
  readonly sample?: string | undefined;
  readonly docs?: DocumentationPage | undefined;
}

/**
 * Text of a manifest must not become markup: a setting's NAME may hold anything. What could make a link, a picture or HTML is
 * escaped; the rest (`PAYMENT_ID`, a dash) stays readable in editors that show Markdown as it is.
 */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*[\]<>&]/g, '\\$&').replace(/\s+/g, ' ');

/** Inline code; its fence is longer than any run of backticks inside. */
function inlineCode(text: string): string {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const blank = runs.length > 0 ? ' ' : '';
  return `${fence}${blank}${text.replace(/\s+/g, ' ')}${blank}${fence}`;
}

/** The description as Markdown or, for editors that cannot show it, as plain text. */
export function describe({ title, text, sample, docs }: Description, locale: string, markdown: boolean): MarkupContent {
  const url = docs && documentationUrl(docs, locale);
  if (!markdown) {
    const lines = [title, ...text, sample && l10n.t('For example: {0}', sample), url];
    return { kind: 'plaintext', value: lines.filter((line) => line).join('\n') };
  }
  const paragraphs = [
    title && `**${escapeMarkdown(title)}**`,
    ...text.map(escapeMarkdown),
    sample && l10n.t('For example: {0}', inlineCode(sample)),
    url && `[${l10n.t('Documentation')}](${url})`,
  ];
  return { kind: 'markdown', value: paragraphs.filter((paragraph) => paragraph).join('\n\n') };
}
