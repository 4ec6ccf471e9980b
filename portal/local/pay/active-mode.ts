/** Which mode of a manifest a portal acts on. */
import { at, isEmpty } from '../php/cast.js';
import { EMPTY_ARRAY, isArray, type PhpArray, type PhpValue } from '../php/value.js';

/** Key of a mode inside SETTINGS. */
export type Mode = (typeof MODES)[number];

/** The first one that is not empty wins. */
const MODES = ['IFRAME_DATA', 'CHECKOUT_DATA', 'FORM_DATA'] as const;

/** A mode and what stands in it. */
export interface ActiveMode {
  readonly mode: Mode;
  /** Empty when the mode is text or a number, which `handler.update` takes too. */
  readonly data: PhpArray;
  /** Modes that are there as well and never used. */
  readonly shadowed: readonly Mode[];
}

/** The mode in force; undefined when all are empty as PHP sees it. */
export function activeMode(settings: PhpValue): ActiveMode | undefined {
  const [mode, ...shadowed] = MODES.filter((key) => !isEmpty(at(settings, key)));
  if (mode === undefined) return undefined;
  const data = at(settings, mode);
  return { mode, data: isArray(data) ? data : EMPTY_ARRAY, shadowed };
}
