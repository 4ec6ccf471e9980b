/** Headers by name. */
import type { NamedValues } from '../pay/block.js';

/** Value of the first header of this name, in any spelling. */
export function headerOf(headers: NamedValues, name: string): string | undefined {
  return headersOf(headers, name)[0];
}

/** Values of all headers of this name. */
export function headersOf(headers: NamedValues, name: string): readonly string[] {
  return headers.flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []));
}
