/** Addresses of a frame that cannot work, whatever the page says. */
import * as l10n from '@vscode/l10n';
import type { Hops } from '../exchange/follow.js';
import { lastHop, ledAwayTo, originOf } from '../exchange/follow.js';
import { isOpenHttp } from '../pay/endpoint.js';
import type { Explanation } from './explanation.js';
import { hostOf } from './place.js';

/** A portal's page is https, where browsers load no http frame; this machine is excepted. */
export function explainHttpFrame(hops: Hops): Explanation | undefined {
  const blocked = [...hops.map(({ request }) => request.url), ledAwayTo(hops) ?? ''].find(isOpenHttp);
  if (blocked === undefined) return undefined;
  return {
    reason: l10n.t('The page of a portal is https, and a browser loads no http frame there: {0}.', hostOf(blocked)),
    advice: l10n.t('Serve the page over https, redirects included.'),
  };
}

/** The message is posted to the origin of ACTION_URI only. */
export function explainLostMessage(hops: Hops): Explanation | undefined {
  const [{ request }] = hops;
  const end = ledAwayTo(hops) ?? lastHop(hops).request.url;
  if (originOf(request.url) === originOf(end)) return undefined;
  return {
    reason: l10n.t(
      'ACTION_URI redirects to {0}, but the portal posts the fields to {1} only, so the page never gets them.',
      originOf(end),
      originOf(request.url),
    ),
    advice: l10n.t('Put the address where the page really is into ACTION_URI.'),
  };
}
