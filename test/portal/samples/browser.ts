/** What a browser does with the pages of the samples: it follows redirects, reads forms and sends them. */
import { send } from '../local/portal.js';

/** A page as it came, and where from. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Loads a page; a redirect is not followed. */
export async function load(url: string, init: RequestInit = {}): Promise<Page> {
  return { url, ...(await send(url, { ...init, redirect: 'manual' })) };
}

/** Sends a form. */
export function submit(url: string, fields: Record<string, string> | string): Promise<Page> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  return load(url, { method: 'POST', headers, body });
}

/** Where a redirect leads; throws when the page is none. */
export function target({ url, headers, text }: Page): string {
  const location = headers.get('location');
  if (location === null) throw new Error(`No redirect: ${text}`);
  return new URL(location, url).href;
}

/** Sends the only form of a page, with its hidden fields or others in their place. */
export function press({ url, text }: Page, changed: Record<string, string> = {}): Promise<Page> {
  const [, action] = /<form method="post" action="([^"]*)"/.exec(text) ?? [];
  if (action === undefined) throw new Error(`No form: ${text}`);
  const inputs = Array.from(text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g));
  const fields = Object.fromEntries(inputs.map(([, name = '', value = '']) => [unescape(name), unescape(value)]));
  return submit(new URL(unescape(action), url).href, { ...fields, ...changed });
}

function unescape(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
