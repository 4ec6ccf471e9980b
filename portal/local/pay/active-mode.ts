/** Which mode of a manifest a portal acts on. */
import { MODES, type ModeKey } from '../../../schemas/providers.js';
import { at, isEmpty } from '../php/cast.js';
import { EMPTY_ARRAY, isArray, type PhpArray, type PhpValue } from '../php/value.js';

/** A mode and what stands in it. */
export interface ActiveMode {
  readonly mode: ModeKey;
  /** Empty when the mode is text or a number, which `handler.update` takes too. */
  readonly data: PhpArray;
  /** Modes that are there as well and never used. */
  readonly shadowed: readonly ModeKey[];
}

/** The mode in force, the first that is not empty; undefined when all are empty as PHP sees it. */
export function activeMode(settings: PhpValue): ActiveMode | undefined {
  const [mode, ...shadowed] = MODES.filter((key) => !isEmpty(at(settings, key)));
  if (mode === undefined) return undefined;
  const data = at(settings, mode);
  return { mode, data: isArray(data) ? data : EMPTY_ARRAY, shadowed };
}
