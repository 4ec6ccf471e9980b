/** The written part of a rule's documentation page. */

/** An excerpt of a manifest: it shows what matters, `completed` adds the rest. */
export interface Example {
  /** Members of SETTINGS, or the whole file. JSON with comments. */
  readonly text: string;
  /** The text is the whole file. */
  readonly whole?: true;
  /** `…` in a string stands for so many characters. */
  readonly more?: number;
  /** The same code stands in another manifest of the folder. */
  readonly beside?: { readonly file: string; readonly code: string };
}

/** What a page says beside what the registry knows of the rule. Markdown. */
export interface Page {
  /** What is wrong, and what the portal does. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  readonly wrong: Example;
  readonly right: Example;
}

/** Pages by rule code. */
export type Pages = Readonly<Record<string, Page>>;

/** An excerpt: members of SETTINGS. */
export const settings = (text: string): Example => ({ text });

/** A whole file. */
export const whole = (text: string): Example => ({ text, whole: true });
