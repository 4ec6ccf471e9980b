/** Checks a manifest: the one entry for editor, command line and register gate. */
import type { ManifestDocument } from './document/manifest-document.js';
import { factsAbout, settingsOf, type Facts, type OtherManifest } from './rules/facts.js';
import { placesIn } from './rules/places.js';
import { withoutRepetition, type Found } from './rules/precedence.js';
import type { Problem, RelatedPlace, Severity } from './rules/problem.js';
import { ruleOf, RULES } from './rules/registry.js';
import type { Finding, Rule } from './rules/rule.js';
import { withSuppressions } from './rules/suppressions.js';

/** How a manifest is checked. */
export interface CheckOptions {
  /**
   * Severities set by the user, by rule code; the others are the catalogue's. Editors send the default for what nobody has set:
   * a severity equal to the rule's leaves the exceptions in force that the catalogue makes, e.g. an http address in a frame.
   */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** `real-portal`: the gate before registering on a real portal, where a local address is an error. */
  readonly target?: 'real-portal';
  /** Other manifests of the same workspace folder, for `duplicate-handler-code`. */
  readonly others?: readonly OtherManifest[];
  /** Called for every visit of a rule: tests count work with it. */
  readonly onVisit?: () => void;
}

type Kind = 'manifest' | 'mode' | 'setting' | 'field';

/** A rule that looks at things of a kind. */
type Visitor<K extends Kind> = Rule & Required<Pick<Rule, K>>;

const visitorsOf = <K extends Kind>(kind: K): Visitor<K>[] =>
  RULES.filter((rule): rule is Visitor<K> => rule[kind] !== undefined);

const ON_MANIFEST = visitorsOf('manifest');
const ON_MODE = visitorsOf('mode');
const ON_SETTING = visitorsOf('setting');
const ON_FIELD = visitorsOf('field');
const CODES = RULES.map(({ code }) => code);

/** All problems of a manifest, in the order of the text. */
export function checkManifest(document: ManifestDocument, options: CheckOptions = {}): Problem[] {
  const { severities = {}, target, others, onVisit } = options;
  const off = new Set(Object.keys(severities).filter((code) => severities[code] === 'off'));
  // All rules are asked: one that is off still keeps the more general ones quiet.
  const found = withoutRepetition(walk(factsAbout(document, target, others), onVisit));
  // Most texts, most of the time. A comment may still silence something that is not there.
  if (found.length === 0 && document.isPlain) return [];
  return withSuppressions(placed(found, document), document, CODES, off)
    .filter(({ code }) => !off.has(code))
    .map((problem) => {
      const severity = severities[problem.code];
      const isSet = severity !== undefined && severity !== 'off' && severity !== ruleOf(problem.code)?.severity;
      return isSet ? { ...problem, severity } : problem;
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Calls every rule for the manifest, each mode, each setting and each field: one walk for all rules. Runs at every keystroke. */
function walk(facts: Facts, onVisit: (() => void) | undefined): Found[] {
  const found: Found[] = [];
  const settings = settingsOf(facts);
  let rule: Rule | undefined;
  const report = (finding: Finding) => {
    if (rule !== undefined) found.push({ rule, finding });
  };
  for (const visitor of ON_MANIFEST) {
    rule = visitor;
    onVisit?.();
    visitor.manifest(facts, report);
  }
  for (const visitor of ON_MODE) {
    rule = visitor;
    for (const mode of facts.modes) {
      onVisit?.();
      visitor.mode(mode, facts, report);
    }
  }
  for (const visitor of ON_SETTING) {
    rule = visitor;
    for (const setting of settings) {
      onVisit?.();
      visitor.setting(setting, facts, report);
    }
  }
  for (const visitor of ON_FIELD) {
    rule = visitor;
    for (const field of facts.fields) {
      onVisit?.();
      visitor.field(field, facts, report);
    }
  }
  return found;
}

/** Looks up the places of all findings in one pass and drops those that broken text makes unsure. */
function placed(found: readonly Found[], document: ManifestDocument): Problem[] {
  const places = placesIn(document);
  const wanted = found.map(({ rule, finding }) => ({
    rule,
    finding,
    own: places.want(finding.path),
    within: finding.within && places.want(finding.within),
    related: (finding.related ?? []).map((spot) => ({ spot, index: 'uri' in spot ? -1 : places.want(spot.path) })),
  }));
  places.look();
  return wanted.flatMap(({ rule, finding, own, within, related }) => {
    if (within !== undefined && !places.isIntact(within)) return [];
    const span = places.spanOf(finding, own);
    if (span === undefined) return [];
    const list = related.flatMap<RelatedPlace>(({ spot, index }) => {
      if ('uri' in spot) return [spot];
      const place = places.spanOf(spot, index);
      return place ? [{ span: place, message: spot.message }] : [];
    });
    return {
      code: rule.code,
      severity: finding.severity ?? rule.severity,
      message: finding.message,
      span,
      path: document.writtenPath(finding.path),
      ...(finding.data && { data: finding.data }),
      ...(finding.unnecessary && { unnecessary: true }),
      ...(list.length > 0 && { related: list }),
    };
  });
}

/** Address of a rule's page in our documentation. */
export function ruleUrl(code: string): string {
  return `https://github.com/b24-payment-handlers/b24-payment-handlers/blob/main/docs/rules/${code}.md`;
}
