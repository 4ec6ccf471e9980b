/** What the script of a payment page reports: only the browser knows it. */
import type { NamedValues } from '../pay/block.js';
import type { FrameFacts } from './exchange.js';

/** One report. */
export type PageEvent =
  | { readonly kind: 'form-sent'; readonly method: string; readonly url: string; readonly fields: NamedValues }
  | { readonly kind: 'link-followed'; readonly url: string }
  | FrameEvent;

/** About the frame. `message` is what was posted, as JSON. */
export type FrameEvent =
  | { readonly kind: 'frame-loaded'; readonly url: string }
  | { readonly kind: 'frame-message-posted'; readonly url: string; readonly message: string }
  | { readonly kind: 'frame-size'; readonly width?: number; readonly height?: number }
  | { readonly kind: 'frame-silent'; readonly seconds: number }
  | { readonly kind: 'frame-foreign-message'; readonly origin: string };

/** Nothing is known of the frame yet. */
export const NEW_FRAME: FrameFacts = { loads: 0, foreignOrigins: [] };

/** Origins that are remembered: a page could send messages without end. */
const MOST_ORIGINS = 10;

/** What is known of the frame after a report. */
export function withFrameEvent(facts: FrameFacts, event: FrameEvent): FrameFacts {
  switch (event.kind) {
    case 'frame-loaded':
      return { ...facts, loads: facts.loads + 1 };
    case 'frame-message-posted':
      return { ...facts, message: event.message };
    case 'frame-size': {
      const { width, height } = event;
      const size = { ...facts.size, ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
      return { ...facts, size };
    }
    case 'frame-silent':
      return { ...facts, silentAfter: event.seconds };
    case 'frame-foreign-message': {
      const origins = [...new Set([...facts.foreignOrigins, event.origin])];
      return { ...facts, foreignOrigins: origins.slice(0, MOST_ORIGINS) };
    }
  }
}
