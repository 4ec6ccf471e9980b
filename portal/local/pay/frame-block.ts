/** IFRAME_DATA: the endpoint's page in a frame, which is told about the payment by a message. */
import type { PhpArray } from '../php/value.js';
import type { Block } from './block.js';
import { valuesOf, type BlockContext } from './context.js';
import { actionOf, fieldsOf } from './fields.js';
import { SYSTEM_PARAMS, systemParams } from './system-params.js';

/** The frame and its message. What a portal draws without ACTION_URI is not known: nothing is drawn. */
export function frameBlock(data: PhpArray, context: BlockContext): Block {
  const action = actionOf(data);
  if (action === undefined) return { kind: 'nothing', buyerSees: '' };
  // Nobody is asked anything here: fields that would ask the buyer are left out.
  const message = valuesOf(fieldsOf(data), context).set(SYSTEM_PARAMS, systemParams(context));
  return { kind: 'frame', action, message };
}
