/** For whom the features write: the reader's language, and what the editor can show. */

/** Facts about the editor and its user that shape an answer. */
export interface Reader {
  /** Language tag as editors give it, e.g. `en` or `ru`. */
  readonly locale: string;
  /** Whether completions may hold tab stops. */
  readonly snippets: boolean;
  /** Whether completions may be of the kinds that came after the first version of the protocol. */
  readonly newerKinds: boolean;
  /** Whether completions come with their detail, the one line beside a label. */
  readonly detailsCompletions: boolean;
  /** Whether completions may have a few words beside their label in every row. */
  readonly labelDetails: boolean;
  /** Whether completions come with their documentation. */
  readonly documentsCompletions: boolean;
  /** Whether a completion's documentation may be Markdown. */
  readonly markdownInCompletion: boolean;
  /** Whether a hover may be Markdown. */
  readonly markdownInHover: boolean;
  /** Whether a completion may be marked as deprecated by a tag. */
  readonly deprecatedTag: boolean;
  /** Whether the editor indents the further lines of a completion when told to. */
  readonly adjustsIndentation: boolean;
  /** Whether the outline may be a tree. */
  readonly nestedSymbols: boolean;
  /** Most folding ranges that the editor wants; undefined when it does not say. */
  readonly foldingLimit: number | undefined;
}
