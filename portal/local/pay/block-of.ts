/** What a portal draws on the payment page for a payment and a payment system. */
import type { ModeKey } from '../../../schemas/providers.js';
import { activeMode } from './active-mode.js';
import type { Block } from './block.js';
import { checkoutBlock } from './checkout-block.js';
import type { BlockContext } from './context.js';
import { formBlock } from './form-block.js';
import { frameBlock } from './frame-block.js';
import type { PhpArray } from '../php/value.js';

const BLOCKS: Readonly<Record<ModeKey, (data: PhpArray, context: BlockContext) => Block>> = {
  FORM_DATA: formBlock,
  CHECKOUT_DATA: checkoutBlock,
  IFRAME_DATA: frameBlock,
};

/** The payment block of what was found. Without a mode there is nothing to draw. */
export function blockOf(context: BlockContext): Block {
  const active = activeMode(context.handler.settings);
  return active ? BLOCKS[active.mode](active.data, context) : { kind: 'nothing', buyerSees: '' };
}
