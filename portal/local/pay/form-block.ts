/** FORM_DATA: a form that the buyer's browser sends to the endpoint, or a link in its place. */
import { replaceKeys } from '../php/arrays.js';
import { isSet, toText } from '../php/cast.js';
import { buildQuery } from '../php/build-query.js';
import { parseStr } from '../php/parse-str.js';
import { EMPTY_ARRAY, isArray, type PhpArray } from '../php/value.js';
import { valueOfCode } from '../values/value-of-code.js';
import type { Block, DrawnInput } from './block.js';
import { valuesOf, type BlockContext } from './context.js';
import { drawInput } from './drawn-input.js';
import { actionOf, fieldsOf, hasFields, paramsOf } from './fields.js';

/** The block of a form. What a portal draws without ACTION_URI is not known: nothing is drawn. */
export function formBlock(data: PhpArray, context: BlockContext): Block {
  const action = actionOf(data);
  if (action === undefined) return { kind: 'nothing', buyerSees: '' };
  const { paySystem, request } = context;
  if (isDirectLink(data)) return { kind: 'link', url: withQuery(action, linkValues(data, context)) };
  const method = data.get('METHOD');
  return {
    kind: 'form',
    action,
    method: isSet(method) ? toText(method) : undefined,
    inputs: hasFields(data) ? fieldInputs(data, context) : paramInputs(data, context),
    system: [
      ['BX_PAYSYSTEM_ID', paySystem.id.toString()],
      ['BX_RETURN_URL', request.pageUrl],
    ],
  };
}

/** Nothing to fill in, and a method that a link can stand for. An empty METHOD is none, though browsers send GET then. */
function isDirectLink(data: PhpArray): boolean {
  const method = data.get('METHOD');
  if (typeof method !== 'string' || method.toUpperCase() !== 'GET') return false;
  return !fieldsOf(data).some(({ visible, code }) => visible || isArray(code));
}

function fieldInputs(data: PhpArray, context: BlockContext): readonly DrawnInput[] {
  const fields = fieldsOf(data);
  const values = valuesOf(fields, context);
  return fields.map((field) => drawInput(field, values.get(field.name) ?? null, context));
}

/** All hidden, whatever their codes' types are. */
function paramInputs(data: PhpArray, context: BlockContext): readonly DrawnInput[] {
  return Array.from(paramValues(data, context), ([name, value]) => ({
    name,
    kind: 'text',
    visible: false,
    label: name,
    value: toText(value),
    type: 'STRING',
  }));
}

function paramValues(data: PhpArray, context: BlockContext): PhpArray {
  return new Map(paramsOf(data).map(([name, code]) => [name, valueOfCode(code, context)]));
}

function linkValues(data: PhpArray, context: BlockContext): PhpArray {
  const values = hasFields(data) ? valuesOf(fieldsOf(data), context) : paramValues(data, context);
  return new Map([...values, ['BX_PAYSYSTEM_ID', context.paySystem.id]]);
}

/** The address with values put over those of its own query, before its fragment. */
function withQuery(address: string, values: PhpArray): string {
  const [, base = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
  const own = query === undefined ? EMPTY_ARRAY : parseStr(query);
  return `${base}?${buildQuery(replaceKeys(own, values))}${fragment}`;
}
