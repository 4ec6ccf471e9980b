/** What distinguishes one portal from another, as far as its methods show it. */
import type { OperatingTime } from './operating-time.js';

/**
 * Whose shape of an answer to follow where documentation and server disagree: `sale-26.250` is the newest server module
 * that was looked at, `docs-2026-08` the documentation of that month.
 */
export type PortalVersion = (typeof PORTAL_VERSIONS)[number];

/** The first one is the default. */
export const PORTAL_VERSIONS = ['sale-26.250', 'docs-2026-08'] as const;

/** Milliseconds since 1970, with fractions. */
export type Clock = () => number;

/** A portal. */
export interface Portal {
  readonly version: PortalVersion;
  readonly clock: Clock;
  /** Counts the time that methods take. Absent when it is not limited. */
  readonly operatingTime?: OperatingTime;
}
