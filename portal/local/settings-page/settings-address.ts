/** The address of the form for settings: `/settings/<payment system>?persontype=<person type>`. */

/** Whose settings they are; person type 0 is every buyer. */
export interface SettingsAddress {
  readonly paySystemId: bigint;
  readonly personType: bigint;
}

/** Name of the parameter with the person type. */
export const PERSON_TYPE_PARAMETER = 'persontype';

/** Name of the parameter that the form is left with after something was saved. */
export const SAVED_PARAMETER = 'saved';

/** Path and query of the form. */
export function settingsPath({ paySystemId, personType }: SettingsAddress): string {
  return `/settings/${paySystemId}?${PERSON_TYPE_PARAMETER}=${personType}`;
}
