/** The web server of the samples: it reads forms, escapes what it writes, and keeps to itself what went wrong inside. */
import { createServer } from 'node:http';

/**
 * @typedef {{ query: URLSearchParams, form: URLSearchParams, origin: string }} Visit `origin` is the public address
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string }} Answer
 */

/** A portal's request has a few hundred bytes. Without a limit one request could fill the memory. */
const LARGEST_BODY = 64 * 1024;

/** A reason that the buyer may read. What any other error says stays in the log. */
export class Refusal extends Error {
  constructor(/** @type {string} */ message, status = 403) {
    super(message);
    this.status = status;
  }
}

/** What the buyer reads about an error. */
export function reasonFor(/** @type {unknown} */ error) {
  if (error instanceof Refusal) return error.message;
  console.error(error);
  return 'This does not work right now. Please try again later.';
}

class Html {
  constructor(/** @type {string} */ text) {
    this.text = text;
  }
}

/** HTML with every value escaped: html`<p>${anything}</p>`. */
export function html(/** @type {TemplateStringsArray} */ parts, /** @type {unknown[]} */ ...values) {
  const escaped = values.map((value) => (value instanceof Html ? value.text : escape(String(value))));
  return new Html(String.raw({ raw: parts }, ...escaped));
}

function escape(/** @type {string} */ text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A page without scripts. Nobody may put it in a frame; the address of the buyer's page goes to no other site. */
export function page(/** @type {string} */ title, /** @type {Html} */ content, status = 200) {
  const document = html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
      <h1>${title}</h1>
      ${content}
    </html> `;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // No form-action: browsers hold it against the redirect to the shop that follows the form, too.
      'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
    },
    body: document.text,
  };
}

/** An answer in JSON, always with status 200: of any other a portal reads nothing. */
export function json(/** @type {unknown} */ value) {
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

/** 303: the browser goes there with GET, so that loading the page again sends no form again. */
export function redirect(/** @type {string} */ location) {
  return { status: 303, headers: { Location: location } };
}

/** Serves routes such as `POST /pay`. PORT 0 takes any free port. */
export function serve(/** @type {Record<string, (visit: Visit) => Answer | Promise<Answer>>} */ routes) {
  const server = createServer({ requestTimeout: 20_000 }, async (request, response) => {
    const {
      status = 200,
      headers,
      body,
    } = await answer(request).catch((error) =>
      page('No payment', html`<p>${reasonFor(error)}</p>`, error instanceof Refusal ? error.status : 500),
    );
    response.writeHead(status, { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers });
    response.end(body);
  });
  // Real portals need a public https address: put a web server in front, and its address into PUBLIC_URL. The header Host
  // is no substitute: whoever sends the request can write anything there.
  server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => console.log(`Listening on ${local()}`));

  const port = () => /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  const local = () => `http://127.0.0.1:${port()}`;
  const origin = () => process.env.PUBLIC_URL?.replace(/\/+$/, '') ?? local();

  async function answer(/** @type {import('node:http').IncomingMessage} */ request) {
    const [path, query] = (request.url ?? '').split('?', 2);
    const route = `${request.method} ${path}`;
    if (!Object.hasOwn(routes, route)) throw new Refusal('There is no such page.', 404);
    return routes[route]({ query: new URLSearchParams(query), form: await readForm(request), origin: origin() });
  }
}

/** PHP's names for nested values need no parser: the SUM in BX_SYSTEM_PARAMS has the name `BX_SYSTEM_PARAMS[SUM]`. */
async function readForm(/** @type {import('node:http').IncomingMessage} */ request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= LARGEST_BODY) parts.push(part);
  }
  if (size > LARGEST_BODY) throw new Refusal('The request is too large.', 413);
  return new URLSearchParams(Buffer.concat(parts).toString());
}
