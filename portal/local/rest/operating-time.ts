/** How long the methods of one caller have run lately, as the cloud counts it: in ten buckets of a minute each. */

const BUCKET = 60;
const BUCKETS = 10;

/** The time of one method, as `time` shows it. */
export interface Operating {
  /** Seconds in the ten buckets. */
  readonly operating: number;
  /** When the oldest bucket is forgotten, in seconds since 1970. Absent when there is none. */
  readonly resetAt?: number;
}

/** Keeps count. Times are seconds since 1970. */
export interface OperatingTime {
  /** Whether the caller has used up the method's time. */
  isBlocked(caller: string, method: string, now: number): boolean;
  /** Notes a call that has ended. */
  add(caller: string, method: string, now: number, seconds: number): void;
  look(caller: string, method: string, now: number): Operating;
}

/** A count that blocks a method as soon as it took this many seconds. */
export function createOperatingTime(limit: number): OperatingTime {
  /** By caller and method, then by the number of the minute. */
  const counted = new Map<string, Map<number, number>>();

  function recent(caller: string, method: string, now: number): Map<number, number> {
    const key = JSON.stringify([caller, method]);
    const oldest = Math.floor(now / BUCKET) - BUCKETS + 1;
    const buckets = new Map([...(counted.get(key) ?? [])].filter(([minute]) => minute >= oldest));
    if (buckets.size > 0) counted.set(key, buckets);
    else counted.delete(key);
    return buckets;
  }

  return {
    isBlocked: (caller, method, now) => sum(recent(caller, method, now)) >= limit,
    add(caller, method, now, seconds) {
      const buckets = recent(caller, method, now);
      const minute = Math.floor(now / BUCKET);
      buckets.set(minute, (buckets.get(minute) ?? 0) + seconds);
      counted.set(JSON.stringify([caller, method]), buckets);
    },
    look(caller, method, now) {
      const buckets = recent(caller, method, now);
      const operating = sum(buckets);
      if (buckets.size === 0) return { operating };
      return { operating, resetAt: (Math.min(...buckets.keys()) + BUCKETS) * BUCKET };
    },
  };
}

function sum(buckets: ReadonlyMap<number, number>): number {
  return [...buckets.values()].reduce((total, seconds) => total + seconds, 0);
}
