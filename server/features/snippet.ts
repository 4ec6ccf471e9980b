/** Text with tab stops, written once for editors that know snippets and for those that do not. */

/** A tab stop: a text to overwrite, or choices of which the first is taken until another is picked. */
export interface Stop {
  readonly text?: string;
  readonly choices?: readonly string[];
}

/** Text and tab stops in turn. Line breaks are written \n, one level of indentation \t. */
export type Snippet = readonly (string | Stop)[];

/** The parts of a text in the snippet syntax; its tab stops are `${1:text}` and `${1|one,two|}`, numbered in order. */
export function parseSnippet(text: string): Snippet {
  const parts = text.split(/\$\{\d+([:|][^}]*)\}/);
  return parts.map((part, index) => {
    // In turn: a text, and what follows the number of a stop.
    if (index % 2 === 0) return part;
    return part.startsWith(':') ? { text: part.slice(1) } : { choices: part.slice(1, -1).split(',') };
  });
}

const escapeText = (text: string): string => text.replace(/[\\$]/g, '\\$&');
const escapeDefault = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');

function stopText({ text, choices }: Stop, number: number): string {
  if (choices && choices.length > 1) return `\${${number}|${choices.map(escapeChoice).join(',')}|}`;
  const fallback = choices?.[0] ?? text;
  return fallback ? `\${${number}:${escapeDefault(fallback)}}` : `$${number}`;
}

/** In the snippet syntax of the Language Server Protocol; tab stops are numbered in order. */
export function toSnippetText(snippet: Snippet): string {
  let number = 0;
  return snippet.map((part) => (typeof part === 'string' ? escapeText(part) : stopText(part, ++number))).join('');
}

/** As plain text on one line. Example texts are left out: nobody would be led to overwrite them. */
export function toPlainText(snippet: Snippet): string {
  const text = snippet.map((part) => (typeof part === 'string' ? part : (part.choices?.[0] ?? ''))).join('');
  return text.replace(/\n\t*/g, ' ').replace(/\{ +\}/g, '{}');
}
