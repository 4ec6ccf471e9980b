/** Colours for a terminal, or none. */
import type { Io, Output } from '../io.js';

const CODES = { red: 31, yellow: 33, cyan: 36, bold: 1, dim: 2 } as const;

/** Name of a colour or weight. */
export type Colour = keyof typeof CODES;

/** Colours a text, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

/** Whether a stream wants colours: FORCE_COLOR and NO_COLOR decide before the terminal does. */
function wantsColours(output: Output, env: Io['env']): boolean {
  const force = env.FORCE_COLOR;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if ((env.NO_COLOR ?? '') !== '') return false;
  return output.isTTY === true && env.TERM !== 'dumb';
}

/** A painter for a stream. */
export function painter(output: Output, env: Io['env']): Paint {
  if (!wantsColours(output, env)) return (_, text) => text;
  return (colour, text) => `\u001B[${CODES[colour]}m${text}\u001B[0m`;
}
