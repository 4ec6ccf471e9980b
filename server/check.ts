/** Checks a manifest: the one entry for editor, command line and register gate. */
import type { Place } from './document/locate.js';
import type { ManifestDocument, Path, Span } from './document/manifest-document.js';
import { factsOf, fieldsOf, settingsOf, type Facts, type OtherManifest } from './rules/facts.js';
import { withoutRepetition, type Found } from './rules/precedence.js';
import type { Problem, RelatedPlace, Severity } from './rules/problem.js';
import { RULES } from './rules/registry.js';
import type { Finding, RelatedSpot, Report, Rule, Spot } from './rules/rule.js';
import { withSuppressions } from './rules/suppressions.js';

export interface CheckOptions {
  /** Severities set by the user, by rule code; the others are the catalogue's. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** `real-portal`: the gate before registering on a real portal, where a local address is an error. */
  readonly target?: 'real-portal';
  /** Other manifests of the same workspace folder, for `duplicate-handler-code`. */
  readonly others?: readonly OtherManifest[];
  /** Called for every visit of a rule: tests count work with it. */
  readonly onVisit?: () => void;
}

/** All problems of a manifest, in the order of the text. */
export function checkManifest(document: ManifestDocument, options: CheckOptions = {}): Problem[] {
  const { severities = {}, target, others, onVisit } = options;
  // Text that is no JSON cannot be registered, so that rule always speaks.
  const off = new Set(Object.keys(severities).filter((code) => severities[code] === 'off' && code !== 'json-syntax'));
  const rules = RULES.filter(({ code }) => !off.has(code));
  const found = withoutRepetition(walk(rules, factsOf(document, target, others), onVisit));
  const codes = RULES.map(({ code }) => code);
  return withSuppressions(placed(found, document), document, codes, off)
    .filter(({ code }) => !off.has(code))
    .map((problem) => {
      const severity = severities[problem.code];
      return severity === undefined || severity === 'off' ? problem : { ...problem, severity };
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Calls every rule for the manifest, each mode, each setting and each field: one walk for all rules. */
function walk(rules: readonly Rule[], facts: Facts, onVisit: (() => void) | undefined): Found[] {
  const found: Found[] = [];
  const reporters = rules.map((rule) => ({ rule, report: (finding: Finding) => found.push({ rule, finding }) }));
  const visit = <T>(
    things: readonly T[],
    call: (rule: Rule, thing: T, report: Report) => unknown,
    kind: keyof Rule,
  ) => {
    const interested = reporters.filter(({ rule }) => kind in rule);
    for (const thing of things) {
      for (const { rule, report } of interested) {
        onVisit?.();
        call(rule, thing, report);
      }
    }
  };
  visit([facts], (rule, thing, report) => rule.manifest?.(thing, report), 'manifest');
  visit(facts.modes, (rule, mode, report) => rule.mode?.(mode, facts, report), 'mode');
  visit(settingsOf(facts.codes), (rule, setting, report) => rule.setting?.(setting, facts, report), 'setting');
  const fields = facts.active ? fieldsOf(facts.active) : [];
  visit(fields, (rule, field, report) => rule.field?.(field, facts, report), 'field');
  return found;
}

/** Looks up the places of all findings in one pass and drops those that broken text makes unsure. */
function placed(found: readonly Found[], document: ManifestDocument): Problem[] {
  const paths: Path[] = [];
  const want = (path: Path): number => paths.push(path) - 1;
  const wanted = found.map(({ rule, finding }) => ({
    rule,
    finding,
    own: want(finding.path),
    within: finding.within && want(finding.within),
    related: (finding.related ?? []).map((spot) => ({ spot, index: 'uri' in spot ? -1 : want(spot.path) })),
  }));
  const places = document.locate(paths);
  return wanted.flatMap(({ rule, finding, own, within, related }) => {
    const whole = within === undefined ? undefined : places[within]?.value;
    if (within !== undefined && !(whole && document.isIntact(whole))) return [];
    const span = spanOf(finding, places[own], document);
    if (span === undefined) return [];
    return {
      code: rule.code,
      severity: finding.severity ?? rule.severity,
      message: finding.message,
      span,
      path: document.writtenPath(finding.path),
      ...(finding.data && { data: finding.data }),
      ...(finding.unnecessary && { unnecessary: true }),
      ...relatedOf(related, places, document),
    };
  });
}

function relatedOf(
  related: readonly { spot: RelatedSpot; index: number }[],
  places: readonly (Place | undefined)[],
  document: ManifestDocument,
): { related?: RelatedPlace[] } {
  const list = related.flatMap<RelatedPlace>(({ spot, index }) => {
    if ('uri' in spot) return [spot];
    const span = spanOf(spot, places[index], document);
    return span ? [{ span, message: spot.message }] : [];
  });
  return list.length > 0 ? { related: list } : {};
}

/** The smallest telling piece of text: a key or a plain value, never a whole object. */
function spanOf(spot: Spot, place: Place | undefined, { text }: ManifestDocument): Span | undefined {
  if (spot.span) return spot.span;
  if (place === undefined) return undefined;
  if (spot.part === 'key' && place.key) return place.key;
  const { value, key } = place;
  if (!'{['.includes(text.charAt(value.start))) return value;
  return key ?? { start: value.start, end: Math.min(value.start + 1, value.end) };
}

/** Address of a rule's page in our documentation. */
export function ruleUrl(code: string): string {
  return `https://github.com/b24-payment-handlers/b24-payment-handlers/blob/main/docs/rules/${code}.md`;
}
