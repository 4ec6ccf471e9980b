/** The settings of a payment system: what its handler asks for, what is stored, and what holds otherwise. */
import { isSecretValue, looksSecret } from '../../../schemas/secret-names.js';
import type { PhpValue } from '../php/value.js';
import type { Mapping } from '../state.js';
import { codesOf, findSource, isLiteral, type MappingScope, type Source } from '../values/find-mapping.js';
import { mappingCode } from '../values/mapping-code.js';
import { controlOf, textAt, type Control } from './control.js';

/** What holds as long as nothing is stored, and who says so. */
export interface Inherited extends Source {
  /** `all-buyers`: this payment system's settings for every person type. */
  readonly from: 'manifest' | 'all-buyers' | 'all-systems';
}

/** One setting. */
export interface SettingInput {
  /** In the handler's spelling. */
  readonly code: string;
  readonly label: string;
  readonly help: string;
  readonly control: Control;
  /** What is stored for exactly this payment system and person type. */
  readonly stored: Source | null;
  readonly inherited: Inherited | null;
  /** Whether its value looks like a secret. */
  readonly isSecret: boolean;
  /**
   * What the control is filled with. Undefined: something is stored that it does not show, a secret or a source that
   * cannot be entered in it; left empty, it stays.
   */
  readonly shown: string | undefined;
}

/** The setting of a code with this descriptor. */
export function settingInput(
  code: string,
  descriptor: PhpValue,
  mappings: readonly Mapping[],
  scope: MappingScope,
): SettingInput {
  const label = textAt(descriptor, 'NAME');
  const control = controlOf(descriptor);
  const { own, others } = split(mappings, code, scope);
  const stored = own && own.providerValue !== '' ? own : null;
  const inherited = inheritedSource(others, code, scope);
  const values = [stored, inherited].map((source) => source?.providerValue ?? '');
  const isSecret = looksSecret(code, label) || values.some(isSecretValue);
  return {
    code,
    label: label || code,
    help: textAt(descriptor, 'DESCRIPTION'),
    control,
    stored,
    inherited,
    isSecret,
    shown: shownValue(control, stored, isSecret),
  };
}

/** The settings of all codes, as the handler has them. */
export function settingInputs(mappings: readonly Mapping[], scope: MappingScope): readonly SettingInput[] {
  return Array.from(codesOf(scope.handler), ([code, data]) => settingInput(code, data, mappings, scope));
}

/** Codes that a portal cannot tell apart, by each of them; a code of its own is left out. */
export function sharedCodes(inputs: readonly SettingInput[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, readonly string[]>();
  for (const { code } of inputs) byName.set(mappingCode(code), [...(byName.get(mappingCode(code)) ?? []), code]);
  const shared = [...byName.values()].filter(({ length }) => length > 1);
  return new Map(shared.flatMap((codes) => codes.map((code) => [code, codes] as const)));
}

function split(mappings: readonly Mapping[], code: string, { paySystemId, personType }: MappingScope) {
  const known = mappingCode(code);
  const isOwn = (mapping: Mapping) =>
    mapping.code === known && mapping.paySystem === paySystemId && mapping.personType === personType;
  return { own: mappings.find(isOwn), others: mappings.filter((mapping) => !isOwn(mapping)) };
}

function inheritedSource(others: readonly Mapping[], code: string, scope: MappingScope): Inherited | null {
  const found = findSource(others, code, scope);
  if (!found) return null;
  const { providerKey, providerValue } = found;
  const mapping = others.find((known) => known === found);
  if (!mapping) return { providerKey, providerValue, from: 'manifest' };
  return { providerKey, providerValue, from: mapping.paySystem === null ? 'all-systems' : 'all-buyers' };
}

function shownValue({ kind }: Control, stored: Source | null, isSecret: boolean): string | undefined {
  if (!stored) return '';
  if (!isLiteral(stored)) return kind === 'source' ? stored.providerValue : undefined;
  // The values of these stand in the manifest.
  const isChosen = kind === 'choice' || kind === 'checkbox';
  return isSecret && !isChosen ? undefined : stored.providerValue;
}
