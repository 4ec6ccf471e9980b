/** Lays text out in two columns. */

/** Indented lines of two columns, the first as wide as its widest entry in the reader's language. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
