/** Makes the portal's own words fit into a sentence of ours. */

const MAX_LENGTH = 300;

/** One line without control characters or tags, cut to a readable length, without the last full stop. */
export function quoted(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
