/**
 * Finds where objects and lists close, many times faster than reading their tokens, and with the same idea of it in broken
 * text: strings and comments hide brackets, and any closing bracket closes what was opened last.
 */
import type { Span } from '../document/manifest-document.js';
import { endsOfComments, endsOfStrings } from '../document/scan.js';

/**
 * Ends of the objects and lists that are opened and closed before `limit`, by their start. Those inside another one of them are
 * left out: whoever jumps over the outer one never meets them.
 */
export function closedBefore(text: string, limit: number): ReadonlyMap<number, number> {
  const closed: Span[] = [];
  const open: { start: number; closedBefore: number }[] = [];
  walkBrackets(text, 0, limit, (at, opens) => {
    if (opens) {
      open.push({ start: at, closedBefore: closed.length });
      return true;
    }
    const block = open.pop();
    if (block !== undefined) {
      closed.length = block.closedBefore;
      closed.push({ start: block.start, end: at + 1 });
    }
    return true;
  });
  return new Map(closed.map(({ start, end }) => [start, end]));
}

/** End of the object or list that opens at `start`; undefined when it is never closed. */
export function endOfBlock(text: string, start: number): number | undefined {
  let depth = 0;
  return walkBrackets(text, start, text.length, (_, opens) => (depth += opens ? 1 : -1) > 0);
}

/** Visits the brackets from `start` to `limit` for as long as the visitor says true; gives the offset behind the last one. */
function walkBrackets(
  text: string,
  start: number,
  limit: number,
  visit: (at: number, opens: boolean) => boolean,
): number | undefined {
  const endOfString = endsOfStrings(text);
  const endOfComment = endsOfComments(text);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(at) - 1;
    else if (code === 0x2f) at = Math.max(at, endOfComment(at) - 1);
    else if (code === 0x7b || code === 0x5b) visit(at, true);
    else if ((code === 0x7d || code === 0x5d) && !visit(at, false)) return at + 1;
  }
  return undefined;
}
