/** Whether a page lets a portal show it in a frame: X-Frame-Options and Content-Security-Policy: frame-ancestors. */
import * as l10n from '@vscode/l10n';
import { headersOf } from '../exchange/headers.js';
import type { NamedValues } from '../pay/block.js';
import type { Explanation } from './explanation.js';

/** What the headers mean for a portal. */
export type Framing =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly explanation: Explanation }
  /** Only pages of named hosts may: whether the portal is one of them depends on the portal. */
  | { readonly kind: 'some'; readonly ancestors: string };

/** Reads the headers of a page. With frame-ancestors a browser does not look at X-Frame-Options. */
export function readFraming(headers: NamedValues): Framing {
  const lists = headersOf(headers, 'content-security-policy').flatMap(ancestorLists);
  if (lists.length === 0) return readFrameOptions(headers);
  // Every policy has to allow it.
  const framings = lists.map(readAncestors);
  return (
    framings.find(({ kind }) => kind === 'refused') ??
    framings.find(({ kind }) => kind === 'some') ?? { kind: 'allowed' }
  );
}

function ancestorLists(header: string): string[] {
  return header.split(',').flatMap((policy) => {
    const found = policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .find(([name = '']) => name.toLowerCase() === 'frame-ancestors');
    return found === undefined ? [] : [found.slice(1).join(' ')];
  });
}

/** Portals are https. `'self'` and `'none'` name no portal. */
function readAncestors(list: string): Framing {
  const sources = list.split(' ').filter((source) => source !== '' && !/^'(?:self|none)'$/i.test(source));
  if (sources.some((source) => /^(?:\*|https?:)$/i.test(source))) return { kind: 'allowed' };
  if (sources.length > 0) return { kind: 'some', ancestors: sources.join(' ') };
  return {
    kind: 'refused',
    explanation: {
      reason: l10n.t(
        'Content-Security-Policy: frame-ancestors {0} forbids a portal to show the page in a frame.',
        list,
      ),
      advice: l10n.t('Add the address of the portal to frame-ancestors.'),
    },
  };
}

/** Values other than these two, ALLOW-FROM too, mean nothing to browsers of today. */
function readFrameOptions(headers: NamedValues): Framing {
  const value = headersOf(headers, 'x-frame-options').join(', ');
  if (!value.split(',').some((option) => /^\s*(?:deny|sameorigin)\s*$/i.test(option))) return { kind: 'allowed' };
  return {
    kind: 'refused',
    explanation: {
      reason: l10n.t('X-Frame-Options: {0} forbids a portal to show the page in a frame.', value),
      advice: l10n.t(
        'Leave the header out for this page, or name the portal in Content-Security-Policy: frame-ancestors.',
      ),
    },
  };
}
