/** Lets the developer see what can go wrong with a checkout. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Html } from '../page/layout.js';
import type { PhpArray } from '../php/value.js';
import { hiddenView } from './block-view.js';
import { buildQuery } from '../php/build-query.js';
import { TOKEN_FIELD } from '../page/form-guard.js';
import { FAULT_FIELD, SECONDS_FIELD } from './submitted.js';
import { OVERRIDE_NAME, OVERRIDE_VALUE } from './override.js';

/** What a form that calls the endpoint carries. */
export interface CallForm {
  /** Where it goes. */
  readonly target: string;
  readonly token: string;
  /** What the buyer has answered before. */
  readonly answers: PhpArray;
}

/** A button that calls the endpoint. */
export function callView(form: CallForm, label: string): Html {
  return html`<form action="${form.target}" method="post">
    ${carried(form)}
    <button class="main" type="submit">${label}</button>
  </form>`;
}

/** The faults; `overridePath` is where a change of a value goes, `fields` are those that can be changed. */
export function faultsView(form: CallForm, overridePath: string, fields: readonly string[]): Html {
  return html`<details>
    <summary>${l10n.t('Try what can go wrong')}</summary>
    <form action="${form.target}" method="post" class="row">
      ${carried(form)}
      <button type="submit" name="${FAULT_FIELD}" value="twice">${l10n.t('Deliver twice')}</button>
      <button type="submit" name="${FAULT_FIELD}" value="drop-answer">${l10n.t('Drop the answer')}</button>
    </form>
    <form action="${form.target}" method="post" class="row">
      ${carried(form)}
      <div class="field">
        <label for="late-seconds">${l10n.t('Seconds to wait')}</label>
        <input type="number" id="late-seconds" name="${SECONDS_FIELD}" value="5" min="1" max="300" step="1" required />
      </div>
      <button type="submit" name="${FAULT_FIELD}" value="late">${l10n.t('Deliver late')}</button>
    </form>
    ${fields.length === 0 ? '' : overrideView(overridePath, fields)}
  </details>`;
}

function overrideView(path: string, fields: readonly string[]): Html {
  const url = new URL(path, 'http://portal.invalid');
  return html`<p class="quiet">
      ${l10n.t('A buyer can add a field to the address of the page: it wins over the value that the portal has.')}
    </p>
    <form action="${url.pathname}" method="get" class="row">
      ${Array.from(url.searchParams, ([name, value]) => hiddenView(name, value))}
      <div class="field">
        <label for="override-name">${l10n.t('Field')}</label>
        <select id="override-name" name="${OVERRIDE_NAME}">
          ${fields.map((name) => html`<option>${name}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="override-value">${l10n.t('Value')}</label>
        <input type="text" id="override-value" name="${OVERRIDE_VALUE}" value="1" />
      </div>
      <button type="submit">${l10n.t('Change it by the address')}</button>
    </form>`;
}

function carried({ token, answers }: CallForm): Html[] {
  const pairs = new URLSearchParams(buildQuery(answers));
  return [hiddenView(TOKEN_FIELD, token), ...Array.from(pairs, ([name, value]) => hiddenView(name, value))];
}
