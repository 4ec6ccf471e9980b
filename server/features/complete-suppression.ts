/** Completion in a comment: the codes that it may silence, those first that the line below it has. */
import type { CompletionItem } from 'vscode-languageserver';
import { checkManifest } from '../check.js';
import type { ManifestDocument, Span } from '../document/manifest-document.js';
import { RULES } from '../rules/registry.js';
import { linedComments, readSuppression, type SuppressionComment } from '../rules/suppression-comments.js';
import { besideLabel } from './beside-label.js';
import { translated } from './choice.js';
import { enumMember } from './kinds.js';
import { rangeOf } from './range.js';
import type { Reader } from './reader.js';
import { canBeSilenced } from './suppress.js';

const MARK = 'b24pay-ignore';

/** A comment of one word, or of none yet. */
const FIRST_WORD = /^\/[/*]+[\s*]*([\w-]*)$/;

/** The items for a comment at an offset; none where the text at the offset is about something else. */
export function completeSuppression(document: ManifestDocument, offset: number, reader: Reader): CompletionItem[] {
  const { text } = document;
  const place = linedComments(document).find(({ comment: { span } }) => isInside(span, offset, text));
  if (place === undefined) return [];
  const suppression = readSuppression(text, place);
  const first = FIRST_WORD.exec(text.slice(place.comment.span.start, offset))?.[1];
  const isMark = first !== undefined && first !== MARK && MARK.startsWith(first);
  const word = isMark ? first : suppression && codeBefore(text, suppression, offset);
  if (word === undefined) return [];
  const rest = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const span = { start: offset - word.length, end: offset + rest.length };
  const named = new Set(suppression?.codes.flatMap((code) => (code.span.start === span.start ? [] : [code.code])));
  const found = new Set(
    checkManifest(document).flatMap(({ code, span: { start } }) =>
      document.positionAt(start).line === place.line ? [code] : [],
    ),
  );
  // Without the word that silences, only what there is to silence is worth a list.
  return RULES.filter(({ code }) => canBeSilenced(code) && !named.has(code) && (!isMark || found.has(code))).map(
    ({ code, title }, index) => {
      const label = isMark ? `${MARK} ${code}` : code;
      return {
        label,
        kind: enumMember(reader),
        // Behind the long label of two words there is no room for it.
        ...(!isMark && besideLabel({ detail: translated(title) }, reader)),
        sortText: `${found.has(code) ? 0 : 1}${String(index).padStart(4, '0')}`,
        filterText: label,
        textEdit: { range: rangeOf(document, span), newText: label },
      };
    },
  );
}

/** Whether what is typed at an offset belongs to a comment: a line comment goes on at its end. */
const isInside = ({ start, end }: Span, offset: number, text: string): boolean =>
  start < offset && (offset < end || (offset === end && text.startsWith('//', start)));

/** What is typed of a code before an offset; undefined where no code may stand: before the mark, and in the reason. */
function codeBefore(text: string, { mark, codes }: SuppressionComment, offset: number): string | undefined {
  const list = text.slice(mark.end, offset);
  if (!/^[\s:]/.test(list) || /[\r\n]|--|.:/.test(list)) return undefined;
  const word = /[\w-]*$/.exec(list)?.[0] ?? '';
  const before = list.slice(0, list.length - word.length).match(/[^\s,:]+/g) ?? [];
  const known = codes.filter(({ span: { end } }) => end <= offset - word.length);
  return before.length === known.length ? word : undefined;
}
