/** What a workspace registers on, as it is remembered and as commands are told: `local`, or the ID of a saved portal. */

/** The local portal, where the ID of a saved one could stand. */
export const LOCAL = 'local';
