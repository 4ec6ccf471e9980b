/** The limits of portals in the cloud, by the name of their plan. */
import { createOperatingTime } from './operating-time.js';
import type { OperatingTime } from './operating-time.js';
import { createRequestLimit, type Bucket, type RequestLimit } from './request-limit.js';

/** Limits with figures of one's own, to see soon what takes a portal long to do. */
export interface Limits {
  /** Requests from one address. */
  readonly requests: Bucket;
  /** Seconds that one method may take in ten minutes, for one webhook or application. */
  readonly operatingSeconds: number;
}

/** Figures by plan. */
export type Plan = (typeof PLANS)[number];

/** The first one is the default. */
export const PLANS = ['off', 'standard', 'enterprise'] as const;

/*
 * The server's default. The documentation uses 480 as an example, and what a portal in the cloud has is a matter of its
 * configuration.
 */
const OPERATING_SECONDS = 420;

const FIGURES: Readonly<Record<Exclude<Plan, 'off'>, Limits>> = {
  standard: { requests: { drain: 2, size: 50 }, operatingSeconds: OPERATING_SECONDS },
  enterprise: { requests: { drain: 5, size: 250 }, operatingSeconds: OPERATING_SECONDS },
};

/** What keeps count in a running portal; empty when nothing is limited. */
export interface Counters {
  readonly requests?: RequestLimit;
  readonly operatingTime?: OperatingTime;
}

/** Fresh counters. */
export function createCounters(limits: Plan | Limits): Counters {
  if (limits === 'off') return {};
  const { requests, operatingSeconds } = typeof limits === 'string' ? FIGURES[limits] : limits;
  return { requests: createRequestLimit(requests), operatingTime: createOperatingTime(operatingSeconds) };
}
