/** Remarks on codes that the handler has not: what names one is silently empty. */
import * as l10n from '@vscode/l10n';
import type { PhpArray } from '../php/value.js';
import { hasCode } from '../values/value-of-code.js';
import type { Block } from './block.js';
import type { BlockContext } from './context.js';
import { fieldsOf, hasFields, paramsOf } from './fields.js';
import type { Note } from './notes.js';

/** `data` is the mode in force. */
export function codeNotes(block: Block, data: PhpArray, { handler }: BlockContext): readonly Note[] {
  return namedCodes(block, data)
    .filter(([, code]) => code !== '' && !hasCode(handler, code))
    .map(([name, code]) => ({
      field: name,
      text: l10n.t('CODES has no {0}, so this has no value. Correct the name, or add the code to CODES.', code),
    }));
}

/** Names of what is sent, with their codes. PARAMS are for forms without FIELDS. */
function namedCodes({ kind }: Block, data: PhpArray): readonly (readonly [name: string, code: string])[] {
  if (kind === 'nothing') return [];
  if ((kind === 'form' || kind === 'link') && !hasFields(data)) return paramsOf(data);
  return fieldsOf(data).flatMap(({ name, code }) => (typeof code === 'string' ? [[name, code] as const] : []));
}
