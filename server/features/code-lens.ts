/** Code lenses above a manifest: the mode that a portal uses, and what the editor can do with the manifest. */
import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver';
import { MODE_NAMES } from '../../schemas/providers.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { meant } from './meant.js';
import { rangeOf } from './range.js';
import { modesPresent } from './settings-sent.js';

/** Commands that the lenses may run; without one its lens is plain text, or not there. */
export interface LensCommands {
  /** Shows a place: called with the address of a document and a range in it. */
  readonly reveal?: string;
  /** Registers a manifest: called with its address. */
  readonly register?: string;
}

/** The lenses of a manifest. */
export function codeLenses(document: ManifestDocument, commands: LensCommands): CodeLens[] {
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const lenses: CodeLens[] = [];
  if (commands.register !== undefined && document.text.trim() !== '') {
    const command = { title: l10n.t('Register on Portal'), command: commands.register, arguments: [document.uri] };
    lenses.push({ range, command });
  }
  const mode = modeCommand(document, commands.reveal);
  return mode ? [...lenses, { range, command: mode }] : lenses;
}

/** Says which mode is in force and which ones are dead beside it. */
function modeCommand(document: ManifestDocument, reveal: string | undefined): CodeLens['command'] {
  const { document: read, place } = meant(document);
  const [active, ...ignored] = modesPresent(read);
  if (active === undefined) return undefined;
  const name = MODE_NAMES[active];
  const title =
    ignored.length === 0
      ? l10n.t('Active mode: {0}', name)
      : l10n.t('Active mode: {0}; {1} ignored', name, ignored.map((mode) => MODE_NAMES[mode]).join(', '));
  const key = read.locate([['SETTINGS', active]])[0]?.key;
  // An empty command is not clickable.
  if (reveal === undefined || key === undefined) return { title, command: '' };
  return { title, command: reveal, arguments: [document.uri, rangeOf(document, place(key))] };
}
