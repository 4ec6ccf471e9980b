/** Whether a portal stored what was sent to it, past the changes that PHP makes to every value. */
import type { HandlerParameters } from '../../schemas/manifest.js';
import type { PortalHandler } from './handlers.js';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** To PHP a list is an object with the keys 0, 1, 2…, and `[]` and `{}` are one value: both are read as entries. */
const entriesOf = (value: object): Map<string, unknown> => new Map(Object.entries(value));

/** Places (dotted, below `place`) where two values differ. The order of keys does not count. */
function placesThatDiffer(sent: unknown, stored: unknown, place: string): string[] {
  if (!isObject(sent) || !isObject(stored)) return Object.is(sent, stored) ? [] : [place];
  const [left, right] = [entriesOf(sent), entriesOf(stored)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    left.has(key) && right.has(key)
      ? placesThatDiffer(left.get(key), right.get(key), `${place}.${key}`)
      : [`${place}.${key}`],
  );
}

/** A portal casts SORT to a whole number, and garbage to 0. Older ones take 0 for "not given". */
function sameSort(sent: number | string, stored: number): boolean {
  const cast = Math.trunc(Number(sent)) || 0;
  return cast === stored || (cast === 0 && stored === 100);
}

/** Places where the stored handler differs from what was sent, e.g. `SETTINGS.CODES.KEY`; empty when it does not. */
export function differences(sent: HandlerParameters, stored: PortalHandler): string[] {
  return [
    ...(sent.NAME === stored.NAME ? [] : ['NAME']),
    ...(sent.CODE === stored.CODE ? [] : ['CODE']),
    // Without a SORT of its own the manifest takes what the portal chooses.
    ...(sent.SORT == null || sameSort(sent.SORT, stored.SORT) ? [] : ['SORT']),
    ...placesThatDiffer(sent.SETTINGS, stored.SETTINGS, 'SETTINGS'),
  ];
}
