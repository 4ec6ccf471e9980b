/** How a portal's database compares handler codes. */

/**
 * Two codes with the same key are the same code. MySQL's usual collation ignores letter case and trailing blanks: `ABC`
 * is `abc `. What portals on another database do is not known.
 */
export function codeKey(code: string): string {
  return code.replace(/ +$/, '').toLowerCase();
}
