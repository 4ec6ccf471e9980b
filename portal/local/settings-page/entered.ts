/** Reads what was entered in the form for settings. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { mappingCode } from '../values/mapping-code.js';
import type { SettingInput } from './setting-inputs.js';

/** What is to be stored, as `settings.update` takes it, and which codes lose what is stored. */
export interface Entered {
  /** Code → `{TYPE, VALUE}`. */
  readonly stored: PhpArray;
  /** As the table of mappings knows them. */
  readonly removed: ReadonlySet<string>;
}

/**
 * Reads the form. Its rows name their codes: only codes that the handler has count, since the manifest may have changed
 * after the form was drawn.
 */
export function readEntered(form: URLSearchParams, inputs: readonly SettingInput[]): Entered {
  const stored = new Map<string, PhpValue>();
  const removed = new Set<string>();
  for (const [name, code] of form) {
    const index = /^code-(\d+)$/.exec(name)?.[1];
    const input = inputs.find((known) => known.code === code);
    if (index === undefined || !input) continue;
    const entry = entryOf(form, index, input);
    if (entry === 'remove') removed.add(mappingCode(code));
    else if (entry !== 'keep') stored.set(code, entry);
  }
  return { stored, removed };
}

function entryOf(form: URLSearchParams, index: string, input: SettingInput): PhpArray | 'keep' | 'remove' {
  const value = form.get(`value-${index}`) ?? '';
  const isCleared = form.get(`clear-${index}`) === 'Y';
  const { control, shown } = input;
  switch (control.kind) {
    case 'no-options':
    case 'unknown':
      return 'keep';
    case 'checkbox':
      // A portal's form sends N for a box that is not ticked.
      return arrayOf({ TYPE: 'INPUT', VALUE: value === 'Y' ? 'Y' : 'N' });
    case 'source': {
      const provider = form.get(`source-${index}`) ?? '';
      if (value !== '' && provider !== '') return arrayOf({ TYPE: provider, VALUE: value });
      // A text that was entered without a source is meant as it stands.
      if (value !== '' && value !== shown) return arrayOf({ TYPE: 'VALUE', VALUE: value });
      return provider !== '' && shown === undefined && !isCleared ? 'keep' : 'remove';
    }
    default:
      if (value !== '') return arrayOf({ TYPE: 'INPUT', VALUE: value });
      return shown === undefined && !isCleared ? 'keep' : 'remove';
  }
}
