/** Makes text from a file safe to print: it must not move the cursor, colour the terminal or reorder the line. */

/** Control characters, and the marks that reverse the direction of what follows. */
const UNSAFE = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** The text with each unsafe character shown as a symbol of one column: ␛ for ESC. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
}
