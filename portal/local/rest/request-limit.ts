/** The leaky bucket in front of a portal: every request is a drop, and a full bucket takes no more. */
import { tooManyRequests } from './fault.js';

/** How fast a bucket leaks, and how much it holds. */
export interface Bucket {
  /** Requests a second. */
  readonly drain: number;
  /** Requests. */
  readonly size: number;
}

/** Counts a request from an address; `now` is in seconds. Throws RestFault when its bucket is full. */
export type RequestLimit = (address: string, now: number) => void;

/** A bucket for each address. */
export function createRequestLimit({ drain, size }: Bucket): RequestLimit {
  const buckets = new Map<string, { readonly level: number; readonly at: number }>();
  return (address, now) => {
    const { level, at } = buckets.get(address) ?? { level: 0, at: now };
    const left = Math.max(0, level - (now - at) * drain);
    const full = left + 1 > size;
    // Whether a refused request counts on a portal is not known; here it doesn't.
    buckets.set(address, { level: full ? left : left + 1, at: now });
    if (full) throw tooManyRequests();
  };
}
