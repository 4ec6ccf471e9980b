/** Puts settings under headings. */
import * as l10n from '@vscode/l10n';
import { GROUPS } from '../../../schemas/providers.js';
import { at, isSet, toInt } from '../php/cast.js';
import type { PhpValue } from '../php/value.js';
import type { Mapping } from '../state.js';
import { codesOf, type MappingScope } from '../values/find-mapping.js';
import { textAt } from './control.js';
import { settingInput, type SettingInput } from './setting-inputs.js';

/** Settings under one heading, which is empty when none is needed. */
export interface SettingGroup {
  readonly heading: string;
  readonly inputs: readonly SettingInput[];
}

/**
 * Groups that a portal knows by name, then others in the order of their first setting, then what has no group; inside a
 * group by SORT. Where a portal puts groups that it does not know is not known.
 */
export function settingGroups(mappings: readonly Mapping[], scope: MappingScope): readonly SettingGroup[] {
  const codes = [...codesOf(scope.handler)].sort(([, a], [, b]) => compare(sortOf(a), sortOf(b)));
  const groups = [...new Set(codes.map(([, data]) => textAt(data, 'GROUP')))];
  const isOnlyOne = groups.length === 1;
  return groups
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((group) => ({
      heading: isOnlyOne && group === '' ? '' : groupHeading(group),
      inputs: codes
        .filter(([, data]) => textAt(data, 'GROUP') === group)
        .map(([code, data]) => settingInput(code, data, mappings, scope)),
    }));
}

/** The heading of a group: its name if a portal has one, else its code. */
export function groupHeading(group: string): string {
  const headings: Readonly<Record<string, string>> = {
    '': l10n.t('Without a group'),
    PAYMENT: l10n.t('Payment'),
    ORDER: l10n.t('Order'),
    GENERAL_SETTINGS: l10n.t('General settings'),
    PS_OTHER: l10n.t('Other settings'),
    CONSUMER_PAYSYS: l10n.t('Consumer of the payment system'),
    CODE_PAYSYS: l10n.t('Payment system'),
    BUYER_PERSON: l10n.t('Buyer: person'),
    BUYER_PERSON_COMPANY: l10n.t('Buyer: sole proprietor'),
    BUYER_COMPANY: l10n.t('Buyer: company'),
    '1C_REKV': l10n.t('Requisites for 1C'),
    SELLER_PERSON: l10n.t('Seller: person'),
    SELLER_PERSON_COMPANY: l10n.t('Seller: sole proprietor'),
    SELLER_COMPANY: l10n.t('Seller: company'),
  };
  return (Object.hasOwn(headings, group) ? headings[group] : undefined) ?? group;
}

function rankOf(group: string): number {
  const known = Object.keys(GROUPS);
  if (group === '') return known.length + 1;
  const rank = known.indexOf(group);
  return rank < 0 ? known.length : rank;
}

function sortOf(data: PhpValue): bigint {
  const sort = at(data, 'SORT');
  return isSet(sort) ? toInt(sort) : 0n;
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
