/** Remarks on what a mode does with its keys. */
import * as l10n from '@vscode/l10n';
import { isSet } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import type { Block } from './block.js';
import { isOpenHttp } from './endpoint.js';
import { hasFields } from './fields.js';
import type { Note } from './notes.js';

/** `data` is the mode in force. */
export function modeNotes(block: Block, data: PhpArray): readonly Note[] {
  switch (block.kind) {
    case 'form':
      return [...methodNotes(block), ...paramsNotes(data)];
    case 'link':
      return [linkNote(), ...paramsNotes(data)];
    case 'frame':
      return frameNotes(block.action);
    case 'nothing':
      return nothingNotes(block.buyerSees, data);
    default:
      return [];
  }
}

function methodNotes({ action, method }: Extract<Block, { kind: 'form' }>): Note[] {
  if (method?.toLowerCase() === 'post') return [];
  const notes: Note[] = [];
  if (method === undefined || method === '') {
    const text = l10n.t(
      'Without METHOD the browser sends the form with GET. Write "POST" if your endpoint expects that.',
    );
    notes.push({ field: 'METHOD', text });
  } else if (method.toLowerCase() !== 'get') {
    notes.push({ field: 'METHOD', text: l10n.t('A browser that does not know the method sends the form with GET.') });
  }
  if (action.includes('?')) {
    const text = l10n.t('A form sent with GET replaces the query of ACTION_URI: what stands after the ? is lost.');
    notes.push({ field: 'ACTION_URI', text });
  }
  return notes;
}

function paramsNotes(data: PhpArray): Note[] {
  if (!isSet(data.get('PARAMS')) || !hasFields(data)) return [];
  return [{ field: 'PARAMS', text: l10n.t('Not used: FIELDS are there, and even an empty one switches PARAMS off.') }];
}

function linkNote(): Note {
  return {
    text: l10n.t(
      'With GET and nothing to fill in, the buyer gets a plain link: BX_RETURN_URL is not sent, so your page cannot lead back. Use POST if it has to.',
    ),
  };
}

function frameNotes(action: string): Note[] {
  const notes: Note[] = [
    { text: l10n.t('The sandbox of the frame allows no pop-ups: window.open and target="_blank" do nothing in it.') },
  ];
  if (isOpenHttp(action)) {
    const text = l10n.t(
      'Real payment pages are on https, and a browser blocks an http frame there. Use https for real portals.',
    );
    notes.push({ field: 'ACTION_URI', text });
  }
  if (action.includes("'")) {
    const text = l10n.t(
      "A portal writes ACTION_URI into the page between single quotes as it is: a ' ends it. Write %27.",
    );
    notes.push({ field: 'ACTION_URI', text });
  }
  return notes;
}

function nothingNotes(buyerSees: string, data: PhpArray): Note[] {
  if (buyerSees !== '' || data.size === 0) return [];
  const text = l10n.t('It is missing. What a portal shows then is not known; nothing is drawn here.');
  return [{ field: 'ACTION_URI', text }];
}
