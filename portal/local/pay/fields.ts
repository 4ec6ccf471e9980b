/** What stands in a mode, as the payment page reads it. */
import { at, isEmpty, isSet, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';

/** An entry of FIELDS. */
export interface Field {
  /** Its key: the name under which the value is sent. */
  readonly name: string;
  /** Text: a code of the handler. An array: the buyer is asked. Null: there is none. */
  readonly code: string | PhpArray | null;
  readonly visible: boolean;
}

/** The entries of FIELDS; none when it is no object. */
export function fieldsOf(data: PhpArray): readonly Field[] {
  return entriesOf(data.get('FIELDS')).map(([name, entry]) => ({
    name,
    code: readCode(at(entry, 'CODE')),
    visible: at(entry, 'VISIBLE') === 'Y',
  }));
}

/** Whether FIELDS is set, an empty object too: PARAMS don't count then. */
export function hasFields(data: PhpArray): boolean {
  return isSet(data.get('FIELDS'));
}

/** PARAMS: name in the form → code. */
export function paramsOf(data: PhpArray): readonly (readonly [name: string, code: string])[] {
  return entriesOf(data.get('PARAMS')).map(([name, code]) => [name, toText(code)]);
}

/** ACTION_URI as text; undefined when it is missing or empty. */
export function actionOf(data: PhpArray): string | undefined {
  const action = data.get('ACTION_URI');
  return action === undefined || isEmpty(action) ? undefined : toText(action);
}

function readCode(code: PhpValue | undefined): Field['code'] {
  if (isArray(code)) return code;
  return typeof code === 'string' && !isEmpty(code) ? code : null;
}

function entriesOf(value: PhpValue | undefined): [string, PhpValue][] {
  return isArray(value) ? [...value] : [];
}
