/** The official JavaScript SDK, which takes https only, does a payment from the handler to the paid order. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { start } from './portal.js';

const CHILD = fileURLToPath(new URL('./sdk-child.mjs', import.meta.url));
/** The payment system that the SDK adds is the portal's first. */
const PAYMENT = { ID: 201, ORDER_ID: 101, PAY_SYSTEM_ID: 1, SUM: 19.9, CURRENCY: 'RUB', PAID: 'N' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-portal-sdk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('registers, updates, lists and deletes a handler, adds a payment system, reads settings and pays', async () => {
  const portal = await start({ https: true, state: { shop: { payments: [PAYMENT] } } });
  const trusted = join(folder, 'certificate.pem');
  await writeFile(trusted, portal.certificate?.pem ?? '');
  const env = {
    ...process.env,
    NO_PROXY: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: trusted,
    SDK_WEBHOOK: portal.webhook,
    SDK_PAYMENT: String(PAYMENT.ID),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD], { env });
  const lastLine = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(lastLine)).toEqual({
    handler: 1,
    updated: true,
    listed: ['My shop'],
    paySystem: 1,
    settings: { SHOP_KEY: { TYPE: 'VALUE', VALUE: 'secret' }, SUM: { TYPE: 'PAYMENT', VALUE: 'SUM' } },
    values: { SHOP_KEY: 'secret', SUM: 19.9 },
    paid: true,
    inUse: expect.stringContaining('Pay system with handler SHOP exists!') as string,
    batch: { systems: [{ ID: 1, NAME: 'Cards' }], scope: expect.arrayContaining(['pay_system']) as string[] },
    systemDeleted: true,
    deleted: true,
    left: [],
  });
});
