/** Notifications turn `[text](address)` into links, `command:` ones too. Words from a manifest or a portal must not become one. */

/** The text, with nothing in it that a notification would draw as a link. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
