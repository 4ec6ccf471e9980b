/** Every REST method that the portal has, but for `batch`. One file for each family. */
import type { Method } from '../rest/method.js';
import { handlerMethods } from './handler.js';

const METHODS: ReadonlyMap<string, Method> = new Map(Object.entries({ ...handlerMethods }));

/** The method of a name, tried in lower case first, then as given. */
export function findMethod(name: string): Method | undefined {
  return METHODS.get(name.toLowerCase()) ?? METHODS.get(name);
}
