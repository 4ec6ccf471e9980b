/** What stands beside the label of a completion. */
import type { CompletionItem } from 'vscode-languageserver';
import type { Reader } from './reader.js';

/** The texts that an item may have beside its label. */
interface Texts {
  /** What the label is called, a few words. */
  readonly name?: string | undefined;
  /** One line; the name when there is nothing more to say. */
  readonly detail?: string | undefined;
}

/** The name in every row, where the editor can show it there; the detail, where it says something more, for the selected row. */
export function besideLabel({ name, detail = name }: Texts, reader: Reader): Partial<CompletionItem> {
  const inEveryRow = name !== undefined && reader.labelDetails;
  return {
    ...(inEveryRow && { labelDetails: { description: name } }),
    ...(detail && reader.detailsCompletions && !(inEveryRow && detail === name) && { detail }),
  };
}
