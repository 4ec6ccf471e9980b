/** Rename of a code: its key in CODES and every place that names it, in every mode. */
import * as l10n from '@vscode/l10n';
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import { SETTING_CODE_LIMIT } from '../../schemas/limits.js';
import type { CodePlace } from '../document/code-places.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { firstMistake } from '../rules/json-syntax.js';
import { renameCode } from '../rules/rename-code.js';
import { codeAt } from './code-at.js';
import { cursorAt } from './cursor.js';
import { placeOf } from './place.js';
import { insideQuotes, rangeOf } from './range.js';
import { codesIn, namesOf } from './read-codes.js';
import { hasStrays } from './stray-names.js';
import { workspaceEdit } from './workspace-edit.js';

/** Why nothing is renamed, for the reader; the server answers with an error of this text. */
export interface Refusal {
  readonly refusal: string;
}

/** What is to be renamed. */
export interface Renameable {
  readonly range: Range;
  /** The name as it is now. */
  readonly placeholder: string;
}

/** Whether the word under the cursor can be renamed. */
export function prepareRename(document: ManifestDocument, position: Position): Renameable | Refusal {
  const at = codeAt(document, position);
  if (at === undefined) return { refusal: noCode(document, position) };
  if (hasStrays(document, at.code)) return { refusal: notAll(document, at.code) };
  return { range: rangeOf(document, insideQuotes(document, at.span)), placeholder: at.code };
}

/** The edit that gives the code under the cursor another name. `versioned`: the editor takes edits with a version. */
export function rename(
  document: ManifestDocument,
  position: Position,
  newName: string,
  { versioned }: { readonly versioned: boolean },
): WorkspaceEdit | Refusal {
  const at = codeAt(document, position);
  if (at === undefined) return { refusal: noCode(document, position) };
  if (at.code === newName) return workspaceEdit(document, [], versioned);
  const refusal = hasStrays(document, at.code) ? notAll(document, at.code) : whyNot(document, at.code, newName);
  if (refusal !== undefined) return { refusal };
  return workspaceEdit(document, renameCode(namesOf(document, at.code), newName), versioned);
}

/** Of broken text where the code may be named at more places than can be seen: some would keep the old name. */
function notAll(document: ManifestDocument, code: string): string {
  const line = document.positionAt(firstMistake(document)?.start ?? 0).line + 1;
  return l10n.t(
    'The text is no JSON at line {0}, so not all places of {1} can be found. Put that right first.',
    line,
    code,
  );
}

/** Why a code cannot have this name; undefined when it can. Names in small letters are only a matter of style. */
function whyNot(document: ManifestDocument, old: string, name: string): string | undefined {
  if (name.trim() === '') return l10n.t('Write a name: a code cannot be empty.');
  if (name !== name.trim()) return l10n.t('Leave out the blanks around the name.');
  if (/["'\\\p{Cc}]/u.test(name)) {
    return l10n.t('Leave out quotes, backslashes and line breaks. Use capitals, digits and _.');
  }
  const { length } = Array.from(name);
  if (length > SETTING_CODE_LIMIT) {
    return l10n.t(
      'This name has {0} characters, and the portal keeps at most {1}. Shorten it.',
      length,
      SETTING_CODE_LIMIT,
    );
  }
  // A reference that leads nowhere may be led to any code.
  if (!namesOf(document, old).some(isDeclaration)) return undefined;
  const other = codesIn(document).find(
    (place) => isDeclaration(place) && place.code !== old && place.code.toUpperCase() === name.toUpperCase(),
  )?.code;
  if (other === undefined) return undefined;
  return other === name
    ? l10n.t('CODES has {0} already. Choose another name.', other)
    : l10n.t(
        'CODES has {0} already, and the portal stores both names as {1}: they would share one value. Choose another name.',
        other,
        name.toUpperCase(),
      );
}

const isDeclaration = ({ role }: CodePlace): boolean => role === 'declaration';

/** Says what can be renamed instead of what is under the cursor. Values are not repeated: one may be a secret. */
function noCode(document: ManifestDocument, position: Position): string {
  const offset = document.offsetAt(position);
  const cursor = [offset, offset + 1].map((at) => cursorAt(document.text, at)).find((found) => found?.word);
  const word = cursor?.word?.text;
  const place = cursor && placeOf(cursor.path);
  const name = cursor?.role === 'key' ? word : undefined;
  const mayBeCode = name !== undefined || place === 'fieldCode' || place === 'param';
  if (word !== undefined && mayBeCode && hasStrays(document, word)) return notAll(document, word);
  if (name === undefined || name === '') {
    return l10n.t('There is no code here. Codes are the keys of CODES; fields and parameters name them.');
  }
  return place === 'field' || place === 'param'
    ? l10n.t('{0} is the name under which a value is sent. Only codes are renamed everywhere.', name)
    : l10n.t('{0} is no code. Codes are the keys of CODES; fields and parameters name them.', name);
}
