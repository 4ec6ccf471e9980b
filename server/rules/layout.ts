/** How a text is laid out: line ends, indentation, and values written to look like the rest. */
import { isObject } from '../../schemas/record.js';

/** The line end of a text; a text of one line gets none. */
export const eolOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '';

/** One step of indentation in this text: a tab, or as many blanks as the first indented key or value has. */
export function indentUnit(text: string): string {
  const first = /^([ \t]+)["{}[\]\w-]/m.exec(text)?.[1] ?? '  ';
  return first.startsWith('\t') ? '\t' : first;
}

/** Offset at which the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  for (let at = offset; at > 0; at--) if (text[at - 1] === '\n' || text[at - 1] === '\r') return at;
  return 0;
}

/** Blanks at the start of the line that an offset is on. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** Whether a text puts a blank after colons and commas. */
export const isSpaced = (text: string): boolean => /[\r\n]|":\s/.test(text);

/** Longest object that is written on one line. */
const INLINE = 60;

/** A value as text, its inner lines indented to stand at `indent`. Small flat objects stay on one line. */
export function valueText(text: string, value: unknown, indent: string): string {
  const eol = eolOf(text);
  const items: [string, unknown][] | undefined = Array.isArray(value)
    ? value.map((item: unknown) => ['', item])
    : isObject(value)
      ? Object.entries(value).map(([key, item]) => [JSON.stringify(key) + (isSpaced(text) ? ': ' : ':'), item])
      : undefined;
  if (items === undefined) return JSON.stringify(value);
  const spaced = isSpaced(text);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  const pad = spaced && !Array.isArray(value) ? ' ' : '';
  const onOneLine = (parts: string[]) => open + pad + parts.join(spaced ? ', ' : ',') + pad + close;
  const flat = items.every(([, item]) => typeof item !== 'object' || item === null);
  const short = onOneLine(items.map(([key, item]) => key + JSON.stringify(item)));
  if (flat && short.length <= INLINE) return short;
  if (eol === '') return onOneLine(items.map(([key, item]) => key + valueText(text, item, indent)));
  const inner = indent + indentUnit(text);
  const lines = items.map(([key, item]) => inner + key + valueText(text, item, inner));
  return open + eol + lines.join(`,${eol}`) + eol + indent + close;
}

/** A piece of the text moved to stand at another indentation: its inner lines move along, comments and all. */
export function reindented(piece: string, from: string, to: string): string {
  return piece.replace(
    /(\r\n|\n|\r)([ \t]*)/g,
    (_line, eol: string, indent: string) => eol + (indent.startsWith(from) ? to + indent.slice(from.length) : indent),
  );
}
