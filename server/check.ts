/** Checks a manifest: the one entry for editor, command line and register gate. */
import type { ManifestDocument } from './document/manifest-document.js';
import type { Problem, Severity } from './rules/problem.js';

export interface CheckOptions {
  /** Severities set by the user; the others are the catalogue's. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** `real-portal`: the gate before registering on a real portal, where a local address is an error. */
  readonly target?: 'real-portal';
}

/** All problems of a manifest, in the order of the text. */
export function checkManifest(document: ManifestDocument, options: CheckOptions = {}): Problem[] {
  void document;
  void options;
  return [];
}

/** Address of a rule's page in our documentation. */
export function ruleUrl(code: string): string {
  return `https://github.com/b24-payment-handlers/b24-payment-handlers/blob/main/docs/rules/${code}.md`;
}
