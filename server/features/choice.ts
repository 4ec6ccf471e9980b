/** A value that may stand at a place, with what there is to say about it. Completions list choices, hovers explain them. */
import * as l10n from '@vscode/l10n';
import type { DocumentationPage } from '../../schemas/documentation.js';
import type { Term } from '../../schemas/providers.js';

/** One of the values of a place. */
export interface Choice {
  readonly value: string;
  /** One or two sentences in the reader's language. */
  readonly meaning: string;
  /** What such a value looks like when it reaches the payment service. */
  readonly sample?: string | undefined;
  readonly docs?: DocumentationPage;
  /** What it is called, where the value itself does not say it: a currency, a setting. */
  readonly name?: string | undefined;
  /** More words that find it, besides the value. */
  readonly alias?: string;
  /** Accepted, but without effect: listed last. */
  readonly deprecated?: boolean;
}

/** A text of the tables and the schema in the reader's language: the English text is its key in the bundles. */
export const translated = (text: string): string => l10n.t(text);

/** Choices from a table of terms. */
export const choicesFrom = (terms: Readonly<Record<string, Term>>, docs?: DocumentationPage): Choice[] =>
  Object.entries(terms).map(([value, { meaning, sample }]) => ({
    value,
    meaning: translated(meaning),
    sample,
    ...(docs && { docs }),
  }));
