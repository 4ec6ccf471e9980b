/**
 * Completions on their way to the editor: what all items have in common is said once, and their documentation comes when the
 * editor asks for it, for those that it understands so.
 */
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver';
import { isObject } from '../../schemas/record.js';
import type { Reader } from '../features/reader.js';
import type { Abilities } from './abilities.js';

/** Asks for the items once more, for a reader who wants more or less of them. */
type Ask = (reader: Reader) => CompletionItem[];

/** The completions of one editor. */
export class Completions {
  #list = 0;
  #latest: Ask | undefined;

  constructor(
    private readonly can: Pick<Abilities, 'resolvesDocumentation' | 'completionDefaults'>,
    private readonly reader: Reader,
  ) {}

  /** The items as the editor gets them. */
  answer(ask: Ask): CompletionItem[] | CompletionList {
    const items = this.can.resolvesDocumentation ? this.#undocumented(ask) : ask(this.reader);
    return this.can.completionDefaults ? withDefaults(items) : items;
  }

  /** The item with its documentation; as it is when it comes from an older list. */
  resolve(item: CompletionItem): CompletionItem {
    if (item.data !== this.#list) return item;
    const documentation = this.#latest?.(this.reader).find(({ label }) => label === item.label)?.documentation;
    return documentation === undefined ? item : { ...item, documentation };
  }

  #undocumented(ask: Ask): CompletionItem[] {
    const data = ++this.#list;
    this.#latest = ask;
    return ask({ ...this.reader, documentsCompletions: false }).map((item): CompletionItem => ({ ...item, data }));
  }
}

/** The range that every item replaces is told once. */
function withDefaults(items: CompletionItem[]): CompletionItem[] | CompletionList {
  const ranges = new Set(items.map(({ textEdit }) => JSON.stringify(isEdit(textEdit) ? textEdit.range : null)));
  const [first] = items;
  if (ranges.size !== 1 || !isEdit(first?.textEdit)) return items;
  return {
    isIncomplete: false,
    itemDefaults: { editRange: first.textEdit.range },
    items: items.map(({ textEdit, ...item }): CompletionItem => {
      return isEdit(textEdit) ? { ...item, textEditText: textEdit.newText } : item;
    }),
  };
}

const isEdit = (edit: unknown): edit is TextEdit => isObject(edit) && 'range' in edit && 'newText' in edit;
