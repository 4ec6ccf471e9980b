/** What a portal draws on the payment page for a payment and a payment system. */
import type { State } from '../state.js';
import { activeMode, type Mode } from './active-mode.js';
import type { Block, PayRequest } from './block.js';
import { checkoutBlock } from './checkout-block.js';
import { findContext, type BlockContext } from './context.js';
import { formBlock } from './form-block.js';
import { frameBlock } from './frame-block.js';
import type { PhpArray } from '../php/value.js';

const BLOCKS: Readonly<Record<Mode, (data: PhpArray, context: BlockContext) => Block>> = {
  FORM_DATA: formBlock,
  CHECKOUT_DATA: checkoutBlock,
  IFRAME_DATA: frameBlock,
};

/** The payment block. Without payment, payment system, handler or mode there is nothing to draw. */
export function prepareBlock(state: State, request: PayRequest): Block {
  const context = findContext(state, request);
  return typeof context === 'string' ? { kind: 'nothing', buyerSees: '' } : blockOf(context);
}

/** The payment block of what was found. */
export function blockOf(context: BlockContext): Block {
  const active = activeMode(context.handler.settings);
  return active ? BLOCKS[active.mode](active.data, context) : { kind: 'nothing', buyerSees: '' };
}
