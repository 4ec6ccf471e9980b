/** Looks at what a frame shows: the portal fetches the page once, because the payment page cannot see its headers. */
import type { Patience } from './call.js';
import { follow, type Hops } from './follow.js';

/** Fetches the page as a browser would for a frame, with up to five redirects and without cookies. */
export function probeFrame(url: string, patience?: Patience): Promise<Hops> {
  const headers = [['Accept', 'text/html,*/*;q=0.8'] as const];
  return follow({ method: 'GET', url, headers, body: '' }, patience);
}
