/** What Add Portal… means for the workspace, and how it is told. */
import * as l10n from '@vscode/l10n';

/** A portal that was added, beside what was there before. */
export interface Adding {
  /** Name of the portal. */
  readonly added: string;
  /** Whether this user's webhook was saved before: its code has been replaced. */
  readonly isKnown: boolean;
  /** Name of the saved portal that the workspace registers on; undefined for the local one and for none. */
  readonly current: string | undefined;
}

/** What becomes of it: the workspace registers there from now on, or still on another one, or where it did before. */
export type Added = 'chosen' | 'beside' | 'replaced';

/**
 * Adding is mostly a step of registering, so the portal takes the place of the local one, where one tries things out, and of another
 * webhook of the same portal. Another saved portal keeps its place: handlers of a shop must not go elsewhere because an address was
 * added. A new code changes nothing about where.
 */
export function outcomeOf({ added, isKnown, current }: Adding): Added {
  if (isKnown) return 'replaced';
  return current === undefined || current === added ? 'chosen' : 'beside';
}

/** The message. VS Code shows one line of it, some 60 characters: the first sentence says what there is to know. */
export function addedMessage({ added, current = '' }: Adding, outcome: Added): string {
  switch (outcome) {
    case 'chosen':
      return l10n.t('Added {0} and chose it. Handlers of this workspace are registered there from now on.', added);
    case 'beside':
      return l10n.t('Added {0}. Handlers of this workspace still go to {1}.', added, current);
    case 'replaced':
      return l10n.t('Replaced the webhook of {0}.', added);
  }
}
