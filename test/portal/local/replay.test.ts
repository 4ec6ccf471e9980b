/** Every recorded answer of the portal's own check code is given again over HTTP, with the same handlers afterwards. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalPortal, type LocalPortal } from '../../../portal/local/server.js';
import { control, post } from './portal.js';

interface Row {
  readonly ID: number;
  readonly NAME: string;
  readonly CODE: string;
  readonly SORT: number;
  readonly SETTINGS: unknown;
  readonly APP_ID?: string | null;
}

interface Check {
  readonly request: {
    readonly method: string;
    readonly params: unknown;
    readonly state: { readonly handlers: readonly Row[]; readonly paysystems?: readonly unknown[] };
    readonly client_id: string | null;
    readonly access: boolean;
  };
  readonly expect:
    | { readonly ok: true; readonly result: unknown; readonly state: { readonly handlers: readonly Row[] } }
    | { readonly ok?: never; readonly error: string; readonly error_description: string; readonly http: string };
}

const lines = readFileSync(new URL('../../fixtures/server-checks.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const checks = lines.map((line, index) => [index + 1, JSON.parse(line) as Check] as const);

let portal: LocalPortal;
beforeAll(async () => {
  portal = await startLocalPortal();
});
afterAll(() => portal.close());

/** `{}` and `[]` are the same array, and an object keyed 0, 1, 2… is a list. */
function normal(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, normal(item)] as const);
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function normalRows(rows: readonly Row[]): unknown {
  return rows.map((row) => normal({ ...row, APP_ID: row.APP_ID === '' ? null : row.APP_ID }));
}

describe('recorded answers', () => {
  it('are all there', () => {
    expect(checks).toHaveLength(592);
  });

  it.each(checks)('line %i', async (_line, { request, expect: expected }) => {
    const rights = request.access ? 'admin' : 'none';
    const application = { clientId: request.client_id, accessToken: 'token', rights };
    const set = await control(portal, {
      webhooks: [{ user: 1, code: 'secret', rights }],
      applications: request.client_id === null ? [] : [application],
      handlers: request.state.handlers,
      paySystems: request.state.paysystems ?? [],
    });
    expect(set.status).toBe(200);

    const path = request.client_id === null ? `1/secret/${request.method}` : `${request.method}?auth=token`;
    const answer = await post(`${portal.url}/rest/${path}`, request.params);
    const { body: state } = await control(portal);
    const { handlers } = state as { handlers: Row[] };

    if (expected.ok) {
      expect(answer).toMatchObject({ status: 200, body: { result: expected.result } });
      expect(normalRows(handlers)).toEqual(normalRows(expected.state.handlers));
    } else {
      const { error, error_description, http } = expected;
      expect(answer.body).toEqual({ error, error_description });
      expect(answer.status).toBe(Number.parseInt(http, 10));
      expect(normalRows(handlers)).toEqual(normalRows(request.state.handlers));
    }
  });
});
