/** How much a portal's columns keep. */

/** Characters of a handler's NAME. */
export const NAME_LIMIT = 255;

/** Characters of a handler's CODE. */
export const HANDLER_CODE_LIMIT = 50;

/** Characters of a code of SETTINGS.CODES. */
export const SETTING_CODE_LIMIT = 50;

/** Bytes of SETTINGS as PHP serialises it. */
export const SETTINGS_LIMIT = 65_535;
