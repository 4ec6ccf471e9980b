/**
 * Completions on their way to the editor: what all items have in common is said once, and their detail and documentation come
 * when the editor asks for them, as far as it says that it does.
 */
import type { CompletionItem, CompletionList, Range, TextEdit } from 'vscode-languageserver';
import { isObject } from '../../schemas/record.js';
import type { Offer } from '../features/complete.js';
import type { Reader } from '../features/reader.js';
import type { Abilities } from './abilities.js';

/** Asks for the items once more, for a reader who wants more or less of them. */
type Ask = (reader: Reader) => Offer;

/** What an editor can do with completions. */
type Abled = Pick<Abilities, 'resolvesDetail' | 'resolvesDocumentation' | 'completionDefaults'>;

/** Whether an editor asks for more about a completion. */
export const resolvesCompletions = (can: Abled): boolean => can.resolvesDetail || can.resolvesDocumentation;

/** The completions of one editor. */
export class Completions {
  #list = 0;
  #latest: Ask | undefined;

  constructor(
    private readonly can: Abled,
    private readonly reader: Reader,
  ) {}

  /** The items as the editor gets them. */
  answer(ask: Ask): CompletionItem[] | CompletionList {
    const { can, reader } = this;
    const { items, isIncomplete } = ask({
      ...reader,
      detailsCompletions: !can.resolvesDetail,
      documentsCompletions: !can.resolvesDocumentation,
    });
    const data = resolvesCompletions(can) ? ++this.#list : undefined;
    this.#latest = ask;
    const range = can.completionDefaults ? sharedRange(items) : undefined;
    if (range) return { isIncomplete, ...withDefaults(items, range, data) };
    const plain = items.map((item): CompletionItem => ({ ...item, data }));
    return isIncomplete ? { isIncomplete, items: plain } : plain;
  }

  /** The item with its detail and documentation; as it is when it comes from an older list. */
  resolve(item: CompletionItem): CompletionItem {
    if (item.data !== this.#list) return item;
    const { detail, documentation } = this.#latest?.(this.reader).items.find(({ label }) => label === item.label) ?? {};
    return { ...item, ...(detail !== undefined && { detail }), ...(documentation !== undefined && { documentation }) };
  }
}

/** The range that all items replace: a completion works one out for all of them. */
function sharedRange([item]: readonly CompletionItem[]): Range | undefined {
  return isEdit(item?.textEdit) ? item.textEdit.range : undefined;
}

/** What all items have in common is told once; what equals the label is what an editor takes anyway. */
function withDefaults(
  items: readonly CompletionItem[],
  editRange: Range,
  data: number | undefined,
): Omit<CompletionList, 'isIncomplete'> {
  return {
    itemDefaults: { editRange, data },
    items: items.map(({ textEdit, filterText, ...item }): CompletionItem => {
      const { label } = item;
      return {
        ...item,
        ...(filterText !== undefined && filterText !== label && { filterText }),
        ...(textEdit && textEdit.newText !== label && { textEditText: textEdit.newText }),
      };
    }),
  };
}

const isEdit = (edit: unknown): edit is TextEdit => isObject(edit) && 'range' in edit && 'newText' in edit;
