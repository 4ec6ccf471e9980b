/** Trying a payment on a local portal, the use case that editor and command line share: handler, payment system, buyers. */
import type { HandlerParameters } from '../schemas/manifest.js';
import { codeKey } from '../schemas/handler-code.js';
import { member } from '../schemas/record.js';
import { textOf, wholeNumber } from './client/json.js';
import type { PortalClient } from './client/rest.js';
import { applyPlan, planRegistration, type Registered } from './lifecycle.js';

/** The names that editor and command line have for kinds of buyers. */
export const BUYERS = ['person', 'company'] as const;

/** One of them. */
export type Buyer = (typeof BUYERS)[number];

/** CODE of the person type that a portal keeps for each. */
export const BUYER_CODES: Readonly<Record<Buyer, string>> = { person: 'CRM_CONTACT', company: 'CRM_COMPANY' };

/** Somebody who may buy: a person type of orders. */
export interface BuyerKind {
  readonly id: number;
  readonly name: string;
  /** One of `BUYER_CODES`; another, or empty, when the portal has its own types. */
  readonly code: string;
}

/** Where the value of a setting comes from, as `sale.paysystem.settings.update` takes it. */
export type SettingSources = Readonly<Record<string, { readonly TYPE: string; readonly VALUE: string }>>;

/** The currencies that a manifest names; none when it takes all. */
export function currenciesOf({ SETTINGS }: Pick<HandlerParameters, 'SETTINGS'>): readonly string[] {
  const list = member(SETTINGS, 'CURRENCY');
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
}

/** The currency to pay with when none is chosen. `named` are those of the manifest. */
export const usualCurrency = (named: readonly string[]): string => named[0] ?? 'RUB';

/** Adds the handler, or brings the portal's copy up to date. Throws what `applyPlan` throws. */
export async function ensureHandler(client: PortalClient, parameters: HandlerParameters): Promise<Registered> {
  return applyPlan(client, await planRegistration(client, parameters));
}

/** The payment system of a handler for a kind of buyer: the one that is there, or a new one. Gives its ID. */
export async function ensurePaySystem(
  client: PortalClient,
  { NAME, CODE }: Pick<HandlerParameters, 'NAME' | 'CODE'>,
  personTypeId: number,
): Promise<number> {
  const SELECT = ['ID', 'ACTION_FILE', 'PERSON_TYPE_ID', 'ENTITY_REGISTRY_TYPE'];
  const list = await client.call('sale.paysystem.list', { SELECT }, asList);
  const found = list.find(
    (row) =>
      codeKey(textOf(member(row, 'ACTION_FILE'))) === codeKey(CODE) &&
      wholeNumber(member(row, 'PERSON_TYPE_ID')) === personTypeId &&
      member(row, 'ENTITY_REGISTRY_TYPE') === 'ORDER',
  );
  const known = wholeNumber(member(found, 'ID'));
  if (known !== undefined) return known;
  const params = {
    NAME,
    BX_REST_HANDLER: CODE,
    PERSON_TYPE_ID: personTypeId,
    ENTITY_REGISTRY_TYPE: 'ORDER',
    ACTIVE: 'Y',
  };
  return client.call('sale.paysystem.add', params, wholeNumber);
}

/** Stores what an administrator would enter, for every kind of buyer. */
export async function saveSettings(client: PortalClient, paySystemId: number, settings: SettingSources): Promise<void> {
  const params = { ID: paySystemId, SETTINGS: settings };
  await client.call('sale.paysystem.settings.update', params, (result) => (result === true ? result : undefined));
}

/** The kinds of buyers that orders of the portal know. */
export async function listBuyerKinds(client: PortalClient): Promise<readonly BuyerKind[]> {
  return client.call('sale.persontype.list', { filter: { active: 'Y' } }, (result) =>
    asList(member(result, 'personTypes'))?.flatMap((row) => {
      const id = wholeNumber(member(row, 'id'));
      return id === undefined ? [] : [{ id, name: textOf(member(row, 'name')), code: textOf(member(row, 'code')) }];
    }),
  );
}

/** The kind of buyer with one of our names; undefined for all other names, and where the portal has none such. */
export function buyerNamed(kinds: readonly BuyerKind[], name: string): BuyerKind | undefined {
  const buyer = BUYERS.find((known) => known === name);
  return buyer && kinds.find(({ code }) => code === BUYER_CODES[buyer]);
}

const asList = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? value : undefined);
