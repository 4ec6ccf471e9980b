/** A portal whose payment system has the codes of a test, and its settings form over real HTTP. */
import type { LocalPortal } from '../../../../portal/local/server.js';
import { control, post, send, start, type Answer } from '../portal.js';

/** The form of payment system 11; person types 1 and 2 are those of the portal that every test begins with. */
export const FORM = '/settings/11';

/** Starts a portal whose payment system 11, for orders, has a handler with these CODES. */
export function portalWith(CODES: object, more: object = {}): Promise<LocalPortal> {
  const SETTINGS = { CODES, FORM_DATA: { ACTION_URI: 'https://shop.test/' } };
  return start({
    state: {
      webhooks: [{ user: 1, code: 'admin', rights: 'admin' }],
      handlers: [{ ID: 1, CODE: 'shop', NAME: 'Shop', SETTINGS }],
      paySystems: [
        { ID: 11, ACTION_FILE: 'shop', NAME: 'Cards', PERSON_TYPE_ID: 1, ENTITY_REGISTRY_TYPE: 'ORDER' },
        { ID: 12, ACTION_FILE: 'shop', NAME: 'Invoices', PERSON_TYPE_ID: 4, ENTITY_REGISTRY_TYPE: 'CRM_INVOICE' },
        { ID: 13, ACTION_FILE: 'lost', NAME: 'Lost', PERSON_TYPE_ID: 1, ENTITY_REGISTRY_TYPE: 'ORDER' },
      ],
      ...more,
    },
  });
}

/** A mapping of the state document. */
export function mapping(CODE_KEY: string, PROVIDER_KEY: string, PROVIDER_VALUE: string, owner: object = {}) {
  return { CODE_KEY, PAY_SYSTEM_ID: 11, PERSON_TYPE_ID: 0, PROVIDER_KEY, PROVIDER_VALUE, ...owner };
}

/** The page, with runs of blanks as the one that a browser makes of them. */
export async function pageOf(portal: LocalPortal, path = FORM): Promise<Answer> {
  const answer = await send(`${portal.url}${path}`);
  return { ...answer, text: answer.text.replace(/\s+/g, ' ') };
}

/** The page of a new portal with these CODES. */
export async function textWith(CODES: object, mappings: readonly object[] = []): Promise<string> {
  return (await pageOf(await portalWith(CODES, { mappings }))).text;
}

/** Sends the form as a browser would, with rows `[code, entries]`: `{value, source, clear}`. */
export async function save(
  portal: LocalPortal,
  rows: readonly (readonly [code: string, entries: Readonly<Record<string, string>>])[],
  { path = FORM, token, origin = portal.url }: { path?: string; token?: string; origin?: string } = {},
) {
  const body = new URLSearchParams({ 'b24pay-token': token ?? (await tokenOf(portal)) });
  rows.forEach(([code, entries], index) => {
    body.append(`code-${index}`, code);
    for (const [name, value] of Object.entries(entries)) body.append(`${name}-${index}`, value);
  });
  const response = await fetch(`${portal.url}${path}`, {
    method: 'POST',
    body,
    headers: { origin },
    redirect: 'manual',
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}

/** What is stored, as the state document has it. */
export async function mappingsOf(portal: LocalPortal): Promise<unknown> {
  return ((await control(portal)).body as { mappings: unknown }).mappings;
}

/** The `result` of a payment system method. */
export async function resultOf(portal: LocalPortal, method: string, params: object): Promise<unknown> {
  const { body } = await post(`${portal.url}/rest/1/admin/sale.paysystem.${method}`, params);
  return (body as { result: unknown }).result;
}

async function tokenOf(portal: LocalPortal): Promise<string> {
  return /name="b24pay-token" value="([0-9a-f]+)"/.exec((await pageOf(portal)).text)?.[1] ?? '';
}
