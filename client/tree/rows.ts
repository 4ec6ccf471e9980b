/** The rows of the view "Bitrix24 Portals" as plain data: what they say, and what their menus go by. */
import * as l10n from '@vscode/l10n';
import type { PortalHandler } from '../../portal/client/handlers.js';
import { LOCAL } from '../connections/choice.js';

/** A row. The commands in its menu get it as their argument, and read `portal` as they do from a keybinding. */
export interface Row {
  /** What it stands for; menus go by this. */
  readonly row: 'saved' | 'local' | 'handler' | 'note';
  /** Unique in the view. */
  readonly id: string;
  /** The portal that it is or belongs to: `local`, or the ID of a saved one. */
  readonly portal: string;
  /** CODE of a handler that has one. */
  readonly code?: string;
  /** Whether it is the portal that this workspace registers on. */
  readonly chosen: boolean;
  /** Whether there are rows below it, which are read when it is opened. */
  readonly opens: boolean;
  readonly label: string;
  /** Beside the label, quieter; may be empty. */
  readonly description: string;
  /** Lines of the hover. */
  readonly hover: readonly string[];
  /** Name of a codicon. */
  readonly icon: string;
}

/** What there is to show. */
export interface Portals {
  readonly saved: readonly { readonly id: string; readonly name: string }[];
  /** What this workspace registers on, if anything. */
  readonly chosen: string | undefined;
  /** Address of the local portal; undefined while it does not run. */
  readonly localUrl: string | undefined;
}

/**
 * The saved portals in their order, then the local one. None at all while nothing is saved or chosen and nothing runs: the view then says
 * how to begin, which helps a newcomer more than one row about something that is stopped.
 */
export function portalRows({ saved, chosen, localUrl }: Portals): Row[] {
  if (saved.length === 0 && localUrl === undefined && chosen !== LOCAL) return [];
  const rows = saved.map(({ id, name }): Row => {
    // Two users of one portal: only their webhooks tell them apart.
    const isOneOfSeveral = saved.some((other) => other.name === name && other.id !== id);
    return {
      ...portalRow('saved', id, id === chosen, 'globe', isOneOfSeveral ? userIn(id) : ''),
      opens: true,
      label: name,
      hover: [name, id, ...chosenLine(id === chosen)],
    };
  });
  return [...rows, localRow(localUrl, chosen === LOCAL)];
}

/** The user whose webhook it is, from the address that is shown of it. */
function userIn(id: string): string {
  const [, user] = /\/rest\/(\d+)\//.exec(id) ?? [];
  return user === undefined ? id : l10n.t('user {0}', user);
}

function localRow(url: string | undefined, chosen: boolean): Row {
  const label = l10n.t('Local portal');
  const state = url === undefined ? l10n.t('stopped') : new URL(url).host;
  return {
    ...portalRow('local', LOCAL, chosen, url === undefined ? 'vm' : 'vm-running', state),
    // Opening it must not start it.
    opens: url !== undefined,
    label,
    hover: [label, url ?? l10n.t('starts on this machine when it is used'), ...chosenLine(chosen)],
  };
}

function portalRow(row: 'saved' | 'local', portal: string, chosen: boolean, icon: string, state: string) {
  const description = [chosen ? l10n.t('chosen') : '', state].filter((part) => part !== '').join(' · ');
  // In a narrow side bar the description is cut off, so the icon says it too.
  return { row, id: portal, portal, chosen, description, icon: chosen ? 'check' : icon };
}

const chosenLine = (chosen: boolean): readonly string[] =>
  chosen ? [l10n.t('Handlers of this workspace are registered here.')] : [];

/** The handlers of a portal, or a row that says that there are none. */
export function handlerRows(portal: string, handlers: readonly PortalHandler[]): Row[] {
  if (handlers.length === 0) return [noHandlersRow(portal)];
  return handlers.map(({ ID, NAME, CODE, SORT }): Row => ({
    row: 'handler',
    id: `${portal} ${ID}`,
    portal,
    ...(inOneLine(CODE) !== '' && { code: CODE }),
    chosen: false,
    opens: false,
    // A portal keeps empty texts too, and a row without a label looks broken.
    label: inOneLine(NAME) || inOneLine(CODE) || l10n.t('(no name)'),
    description: [inOneLine(CODE), `ID ${ID}`].filter((part) => part !== '').join(' · '),
    hover: [`NAME: ${inOneLine(NAME)}`, `CODE: ${inOneLine(CODE)}`, `ID: ${ID}`, `SORT: ${SORT}`],
    icon: 'credit-card',
  }));
}

/** As short as a side bar is narrow; the hover says how. */
function noHandlersRow(portal: string): Row {
  const note = noteRow(portal, l10n.t('No handlers yet. Register one.'), 'info');
  return { ...note, hover: [note.label, l10n.t('Open a manifest and choose "Register on Portal".')] };
}

/** What the menus of a row go by, in `viewItem`. */
export const contextOf = ({ row, chosen, code }: Row): string =>
  [row, ...(chosen ? ['chosen'] : []), ...(code === undefined ? [] : ['code'])].join(' ');

/** A name on a portal may hold line breaks: in a hover, what follows would look like a line of ours. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A line below a portal, in place of handlers. */
export function noteRow(portal: string, text: string, icon: string): Row {
  const id = `${portal} note`;
  return { row: 'note', id, portal, chosen: false, opens: false, label: text, description: '', hover: [text], icon };
}
