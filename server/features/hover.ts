/** Hover: what the portal does with the key or value under the pointer. */
import type { Hover, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { aboutKey, aboutSetting } from './about-key.js';
import { choiceOf, type Surroundings } from './choices.js';
import type { Cursor } from './cursor.js';
import { describe, type Description } from './describe.js';
import { cursorIn, meant } from './meant.js';
import { placeOf } from './place.js';
import type { Reader } from './reader.js';
import { settingNamed } from './settings-sent.js';
import { isTooDeep } from './too-deep.js';

/** What there is to say about the word at a position; undefined when there is nothing. */
export function hover(document: ManifestDocument, position: Position, reader: Reader): Hover | undefined {
  if (isTooDeep(document)) return undefined;
  // The pointer stands on the character after the position.
  const cursor = cursorIn(document, document.offsetAt(position) + 1);
  if (cursor?.word === undefined) return undefined;
  const { path, siblings } = cursor;
  const around: Surroundings = { document: meant(document).document, path, siblings, locale: reader.locale };
  const description = cursor.role === 'key' ? aboutKey(around) : aboutValue(cursor, around);
  if (description === undefined) return undefined;
  return {
    contents: describe(description, reader.locale, reader.markdownInHover),
    range: { start: document.positionAt(cursor.word.start), end: document.positionAt(cursor.word.end) },
  };
}

function aboutValue({ word }: Cursor, around: Surroundings): Description | undefined {
  const place = placeOf(around.path);
  // The name of a code says the same wherever it stands.
  if (word && (place === 'fieldCode' || place === 'param') && settingNamed(around.document, word.text))
    return aboutSetting(around.document, word.text);
  const choice = word && choiceOf(word.text, around);
  // Other values are the developer's own, or wrong, which a problem tells in the same hover: the key says what becomes of them.
  if (choice === undefined) return aboutKey(around);
  const { value, meaning, sample, docs } = choice;
  // The name of a group alone does not say what it is a group of.
  const key = place === 'group' ? (aboutKey(around)?.text ?? []) : [];
  return { title: value, text: [...key, meaning], sample, docs };
}
