// One page of a real browser for the tests of a file, with servers that go when a test is over.
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { artifactsDir } from '../../scripts/project.mjs';
import { startBrowser } from '../vscode/host/browser.mjs';

const pictures = path.join(artifactsDir, 'browser');

/** The page; there from the first test on. */
export let page: Page;

let browser: Browser;
const servers: Server[] = [];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  ({ browser, page } = await startBrowser());
  page.setDefaultTimeout(30_000);
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
afterAll(() => browser.close());

/** Takes a picture of the whole page. */
export const picture = (name: string) => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });

/** What a server answers to every request. */
export interface FixedAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

/** A server that answers everything alike until the test is over; gives its origin. */
export async function serve({ status = 200, headers, body }: FixedAnswer): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}
