/** What the payment page draws as an input. */
import { INPUT_TYPES } from '../../schemas/providers.js';
import { member } from '../../schemas/record.js';
import type { ModeFacts } from './facts.js';

/** INPUT.TYPE of a code or question as it is written; undefined when there is none. */
export function inputType(data: unknown): string | undefined {
  const type = member(member(data, 'INPUT'), 'TYPE');
  return typeof type === 'string' && type !== '' ? type : undefined;
}

/** Input type with which the payment page draws a code or question: in upper case, STRING when it has none. */
export const drawnType = (data: unknown): string => inputType(data)?.toUpperCase() ?? 'STRING';

/** Whether the payment page draws an input for a code or question. */
export const isDrawn = (data: unknown): boolean => INPUT_TYPES[drawnType(data)]?.drawn === true;

/** Whether the payment page draws an input for each code that a mode sends: a form that is no plain link. */
export const drawsCodes = (mode: ModeFacts | undefined): boolean => mode?.key === 'FORM_DATA' && !mode.directLink;
