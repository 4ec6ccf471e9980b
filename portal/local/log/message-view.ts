/** The parts of a request or an answer. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import { headerOf } from '../exchange/headers.js';
import type { SentRequest } from '../exchange/exchange.js';
import type { Html } from '../page/layout.js';
import type { NamedValues } from '../pay/block.js';

/** Characters of a body that are shown. */
const LONGEST = 20_000;

/** What the endpoint reads: the fields of a form or of the address; any other body as it is. */
export function fieldsView({ url, headers, body }: SentRequest): Html {
  const isForm = (headerOf(headers, 'content-type') ?? '').includes('x-www-form-urlencoded');
  if (body !== '' && !isForm) return bodyView(body);
  const pairs = [...new URLSearchParams(body === '' ? (/\?([^#]*)/.exec(url)?.[1] ?? '') : body)];
  if (pairs.length === 0) return html``;
  return html`<div class="scroll">
    <table class="fields">
      <thead>
        <tr>
          <th scope="col">${l10n.t('Field')}</th>
          <th scope="col">${l10n.t('Value')}</th>
        </tr>
      </thead>
      <tbody>
        ${pairs.map(
          ([name, value]) =>
            html`<tr>
              <td class="mono">${name}</td>
              <td class="mono">${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A body; JSON is laid out. */
export function bodyView(body: string): Html {
  if (body === '') return html`<p class="quiet">${l10n.t('It is empty.')}</p>`;
  const text = laidOut(body);
  return html`<pre tabindex="0">${text.slice(0, LONGEST)}${text.length > LONGEST ? '…' : ''}</pre>`;
}

/** Headers, folded away. */
export function headersView(headers: NamedValues): Html {
  if (headers.length === 0) return html``;
  return html`<details class="headers">
    <summary>${l10n.t('Headers')}</summary>
    <pre tabindex="0">${headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
  </details>`;
}

function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
