/** Where a block leads. */
import { isLoopback } from '../../client/connection.js';
import type { Block } from './block.js';

/** Scheme, host and port of a web address; undefined for everything a browser or portal can't open over HTTP. */
export function webOrigin(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.origin : undefined;
}

/** Whether a page on https would not show it: it is plain http. Browsers trust this machine without https, by all its names. */
export function isOpenHttp(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'http:' && !isLoopback(url.hostname) && !url.hostname.endsWith('.localhost');
}

/** Whether an address has no scheme: a browser opens it on the portal itself. */
export function isRelative(address: string): boolean {
  return !URL.canParse(address) && URL.canParse(address, 'http://portal.invalid');
}

/** The address that a block sends the buyer or the portal to; undefined when it sends nobody anywhere. */
export function addressOf(block: Block): string | undefined {
  if (block.kind === 'link') return block.url;
  return block.kind === 'nothing' ? undefined : block.action;
}
