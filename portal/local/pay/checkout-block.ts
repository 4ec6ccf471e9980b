/** CHECKOUT_DATA: the portal itself posts to the endpoint, once it knows everything. */
import type { PhpArray, PhpValue } from '../php/value.js';
import type { Block } from './block.js';
import { valuesOf, type BlockContext } from './context.js';
import { drawInput } from './drawn-input.js';
import { actionOf, fieldsOf, type Field } from './fields.js';
import { SYSTEM_PARAMS, systemParams } from './system-params.js';

/** The post to the endpoint, or the form that asks the buyer first. */
export function checkoutBlock(data: PhpArray, context: BlockContext): Block {
  const fields = fieldsOf(data);
  const values = new Map([...valuesOf(fields, context), ...givenByBuyer(fields, context.request.parameters)]);
  const action = actionOf(data);
  // Whether a field is answered is a matter of its key alone: null and empty text are answers.
  if (fields.some(({ name }) => !values.has(name))) {
    const inputs = fields.map((field) => drawInput(field, values.get(field.name) ?? null, context));
    return { kind: 'ask', action: action ?? '', inputs };
  }
  if (action === undefined) return { kind: 'nothing', buyerSees: 'ACTION_URI parameter is missing' };
  // Last, so that a field of that name is lost.
  return { kind: 'checkout', action, fields: values.set(SYSTEM_PARAMS, systemParams(context)) };
}

/**
 * Parameters of the page's address or form that have the name of a field: they win, also over codes. PHP has renamed those
 * with a dot, a blank or a bracket, so that they have no field's name any more.
 */
export function givenByBuyer(fields: readonly Field[], parameters: PhpArray): [name: string, value: PhpValue][] {
  return fields.flatMap(({ name }) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value]];
  });
}
