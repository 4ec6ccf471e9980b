/** Addresses as sentences name them: without a query, which may hold secrets. */

/** The host, with the port where there is one; the text itself when it has none. */
export function hostOf(address: string): string {
  const host = URL.canParse(address) ? new URL(address).host : '';
  return host === '' ? address : host;
}

/** Origin and path; the text before its query when it is no address. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return address.replace(/[?#].*$/s, '');
  const { origin, pathname, protocol } = new URL(address);
  return origin === 'null' ? protocol : `${origin}${pathname}`;
}

/** Whether the text is a full http or https address. */
export function isHttpAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}
