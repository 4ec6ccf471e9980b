/** Changes a value by the page's address, as a buyer could. */
import { collectVariables } from '../php/parse-str.js';

/** Names of our own parameters; the hyphen keeps them apart from fields. */
export const OVERRIDE_NAME = 'b24pay-name';
/** Name of the form field with the changed value. */
export const OVERRIDE_VALUE = 'b24pay-value';

/** The query of the page with the change in it, in place of an earlier one. */
export function withOverride(search: string): string {
  const query = new URLSearchParams(search);
  const name = query.get(OVERRIDE_NAME) ?? '';
  const value = query.get(OVERRIDE_VALUE) ?? '';
  query.delete(OVERRIDE_NAME);
  query.delete(OVERRIDE_VALUE);
  // A name that PHP ignores would change nothing.
  if (collectVariables([[name, value]]).size > 0) query.set(name, value);
  return `?${query.toString()}`;
}
