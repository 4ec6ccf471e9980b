/** What a browser sends of a form's inputs. */
import type { DrawnInput, NamedValues } from '../pay/block.js';

/** In the order of the form. `entered` is what the buyer changes: only what is visible can be. */
export function sentInputs(inputs: readonly DrawnInput[], entered: Readonly<Record<string, string>>): NamedValues {
  return inputs.flatMap(({ name, kind, visible, value }): NamedValues => {
    // The portal draws nothing, or an error text in its place.
    if (kind === 'vanished' || kind === 'error') return [];
    const current = visible && Object.hasOwn(entered, name) ? (entered[name] ?? '') : value;
    if (kind === 'text' || !visible) return [[name, current]];
    // A hidden N stands before each box.
    return [[name, 'N'], ...(current === 'Y' ? ([[name, 'Y']] as const) : [])];
  });
}
