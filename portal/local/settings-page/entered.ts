/** Reads what was entered in the form for settings. */
import { arrayOf } from '../php/arrays.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { mappingCode } from '../values/mapping-code.js';
import type { SettingInput } from './setting-inputs.js';

/** What is to be stored, as `settings.update` takes it, and which codes lose what is stored. */
export interface Entered {
  readonly stored: PhpArray;
  /** As the table of mappings knows them. */
  readonly removed: ReadonlySet<string>;
}

/** Only codes that the handler has count: the manifest may have changed since the form was drawn. */
export function readEntered(form: URLSearchParams, inputs: readonly SettingInput[]): Entered {
  const stored = new Map<string, PhpValue>();
  const removed = new Set<string>();
  for (const [name, code] of form) {
    const index = /^code-(\d+)$/.exec(name)?.[1];
    const input = inputs.find((known) => known.code === code);
    if (index === undefined || !input) continue;
    const source = sourceOf(form, index, input);
    if (source === 'keep') continue;
    if (source === 'remove') removed.add(mappingCode(code));
    else stored.set(code, source);
  }
  return { stored, removed };
}

function sourceOf(
  form: URLSearchParams,
  index: string,
  { control, isSecret }: SettingInput,
): PhpArray | 'keep' | 'remove' {
  const value = form.get(`value-${index}`) ?? '';
  switch (control.kind) {
    case 'no-options':
    case 'unknown':
      return 'keep';
    case 'checkbox':
      return arrayOf({ TYPE: 'INPUT', VALUE: value === 'Y' ? 'Y' : 'N' });
    case 'source': {
      const type = form.get(`source-${index}`) ?? '';
      if (type === '') return 'remove';
      if (value === '') return isSecret && form.get(`clear-${index}`) !== 'Y' ? 'keep' : 'remove';
      return arrayOf({ TYPE: type, VALUE: value });
    }
    default:
      if (value !== '') return arrayOf({ TYPE: 'INPUT', VALUE: value });
      return isSecret && control.kind === 'text' && form.get(`clear-${index}`) !== 'Y' ? 'keep' : 'remove';
  }
}
