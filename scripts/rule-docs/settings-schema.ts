/** The settings `b24pay.rules.<code>` in package.json, and their titles in the package.nls files. */
import { isObject, type JsonObject } from '../../schemas/record.js';
import type { Rule } from '../../server/rules/rule.js';

const PREFIX = 'b24pay.rules.';
const TITLE = 'rules.';

/** Values of a rule's setting. */
export const SETTING_VALUES = ['off', 'hint', 'information', 'warning', 'error'] as const;

/** The setting of a rule, as package.json declares it. */
const settingOf = ({ code, severity }: Rule): JsonObject => ({
  type: 'string',
  enum: [...SETTING_VALUES],
  default: severity,
  scope: 'resource',
  description: `%${TITLE}${code}%`,
});

/** An object with the members that start with a prefix replaced, where the first of them stood; the others stay as they are. */
function withMembers(object: JsonObject, prefix: string, members: JsonObject): JsonObject {
  const entries = Object.entries(object);
  const first = entries.findIndex(([key]) => key.startsWith(prefix));
  const at = first === -1 ? entries.length : first;
  const others = (part: typeof entries) => Object.fromEntries(part.filter(([key]) => !key.startsWith(prefix)));
  return { ...others(entries.slice(0, at)), ...members, ...others(entries.slice(at)) };
}

const memberOf = (value: unknown, key: string): JsonObject => {
  const found = isObject(value) ? value[key] : undefined;
  if (!isObject(found)) throw new Error(`package.json has no ${key}`);
  return found;
};

/** package.json with the settings of all rules. */
export function withRuleSettings(manifest: JsonObject, rules: readonly Rule[]): JsonObject {
  const contributes = memberOf(manifest, 'contributes');
  const configuration = memberOf(contributes, 'configuration');
  const settings = Object.fromEntries(rules.map((rule) => [PREFIX + rule.code, settingOf(rule)]));
  const properties = withMembers(memberOf(configuration, 'properties'), PREFIX, settings);
  return { ...manifest, contributes: { ...contributes, configuration: { ...configuration, properties } } };
}

/** A package.nls file with the titles of all rules, as `translate` gives them; titles it does not know are left out. */
export function withRuleTitles(
  texts: JsonObject,
  rules: readonly Rule[],
  translate: (title: string) => string | undefined,
): JsonObject {
  const titles = rules.flatMap(({ code, title }) => {
    const text = translate(title);
    return text === undefined ? [] : [[TITLE + code, text]];
  });
  return withMembers(texts, TITLE, Object.fromEntries(titles) as JsonObject);
}
