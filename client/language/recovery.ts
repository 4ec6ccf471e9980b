/** What happens when the language server dies: one quiet restart, then the user decides. */
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node';

/** A server that ran this long has earned a new restart. */
const CALM_MS = 180_000;

/** Broken messages in a row after which the connection is given up. */
const MAX_ERRORS = 3;

/** An error handler that restarts once and calls `onGivenUp` at the next death within three minutes. */
export function restartOnce(onGivenUp: () => void, now: () => number = Date.now): ErrorHandler {
  let restartedAt = -Infinity;
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= MAX_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      if (now() - restartedAt < CALM_MS) {
        onGivenUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      restartedAt = now();
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
