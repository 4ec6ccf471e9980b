/** Draws a payment block as a portal does. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import { TOKEN_FIELD } from '../page/form-guard.js';
import type { Html } from '../page/layout.js';
import type { Block, DrawnInput } from './block.js';
import { isRelative, webOrigin } from './endpoint.js';

/** The frame's `style` attribute, which the page's security policy has to let through. */
export const FRAME_STYLE = 'border:none;height:350px;width:100%';

const SANDBOX = 'allow-forms allow-scripts allow-modals allow-top-navigation allow-same-origin';

/** The portal's own word on its buttons. */
const PAY = 'Pay';

/** FORM_DATA. */
export function formView({ action, method, inputs, system }: Extract<Block, { kind: 'form' }>): Html {
  const isOpen = isSafe(action);
  return html`<form
    name="rest-handler-form"
    action="${isOpen ? action : ''}"
    ${method === undefined ? '' : html`method="${method}"`}
  >
    ${inputs.map(inputView)} ${system.map(([name, value]) => hiddenView(name, value))}
    <button class="main" type="submit" name="button" value="${PAY}" ${isOpen ? '' : html`disabled`}>${PAY}</button>
  </form>`;
}

/** FORM_DATA as a link. One that is no web address is text here. */
export function linkView({ url }: Extract<Block, { kind: 'link' }>): Html {
  return isSafe(url)
    ? html`<a class="button main" id="rest-payment-link" href="${url}">${PAY}</a>`
    : html`<code>${url}</code>`;
}

/** CHECKOUT_DATA that asks first. On a portal a script sends this form; `target` is where it goes here. */
export function askView({ inputs }: Extract<Block, { kind: 'ask' }>, target: string, token: string): Html {
  return html`<form id="rest-checkout-form" action="${target}" method="post">
    ${hiddenView(TOKEN_FIELD, token)} ${inputs.map(inputView)}
    <button class="main" type="submit">${PAY}</button>
  </form>`;
}

/** IFRAME_DATA. */
export function frameView({ action }: Extract<Block, { kind: 'frame' }>): Html {
  return html`<div id="rest-paysystem-wrapper">
    <iframe
      src="${action}"
      title="${l10n.t('Payment page of the endpoint')}"
      name="restPaymentFrame"
      id="rest-payment-frame"
      style="${FRAME_STYLE}"
      sandbox="${SANDBOX}"
    ></iframe>
  </div>`;
}

/** A hidden input. */
export function hiddenView(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function inputView({ name, kind, visible, label, value }: DrawnInput, index: number): Html {
  const id = `field-${index}`;
  if (kind === 'vanished') return html``;
  // The text itself differs from portal to portal.
  if (kind === 'error') return html`<p class="bad">${l10n.t('{0}: an error text of the portal', label)}</p>`;
  if (!visible) return hiddenView(name, value);
  if (kind === 'text') {
    return html`<div class="field">
      <label for="${id}">${label}</label>
      <input type="text" id="${id}" name="${name}" value="${value}" />
    </div>`;
  }
  return html`<div class="field check">
    ${hiddenView(name, 'N')}
    <label for="${id}">
      <input type="checkbox" id="${id}" name="${name}" value="Y" ${value === 'Y' ? html`checked` : ''} />
      ${label}
    </label>
  </div>`;
}

/** A browser would run some other addresses as a script. */
function isSafe(address: string): boolean {
  return webOrigin(address) !== undefined || isRelative(address);
}
