/** Takes the address of a call apart: `/rest/{user}/{code}/{method}` or `/rest/{method}`. */

/** How the answer is written. */
export type Format = 'json' | 'xml';

/** What the path says. */
export interface Address {
  /** Absent when the caller is to be known by its access token. */
  readonly webhook?: { readonly user: string; readonly code: string };
  /** As given, without `.json` or `.xml`. Empty when the path names none. */
  readonly method: string;
  readonly format: Format;
}

/** Any path under `/rest/`; one of another form names no method. */
export function readAddress(pathname: string): Address {
  // One slash may follow the method.
  const parts = pathname
    .replace(/^\/rest\/?/, '')
    .replace(/\/$/, '')
    .split('/')
    .map(decode);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return readMethod(first);
  if (parts.length === 3) return { webhook: { user: first, code: second }, ...readMethod(third) };
  return { method: '', format: 'json' };
}

function readMethod(name: string): Address {
  const suffix = /^(.+)\.(json|xml)$/i.exec(name);
  if (!suffix) return { method: name, format: 'json' };
  const [, method = '', format = ''] = suffix;
  return { method, format: format.toLowerCase() === 'xml' ? 'xml' : 'json' };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
