/** Exit codes: a promise to scripts (docs/command-line.md). */

/** Exit codes, the same for every command. */
export const EXIT = {
  ok: 0,
  /** A manifest has errors, or a portal refused. */
  failed: 1,
  /** What was typed, or a file, can't be used. */
  usage: 2,
} as const;
