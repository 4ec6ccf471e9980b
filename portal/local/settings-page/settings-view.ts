/** The form for the settings of a payment system. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import { TOKEN_FIELD } from '../page/form-guard.js';
import type { Html, Page } from '../page/layout.js';
import { hiddenView } from '../pay/block-view.js';
import { paySystemName } from '../pay/payment-facts.js';
import { textIn } from '../shop/row.js';
import type { PaySystem, Row } from '../state.js';
import { controlView, hiddenValueView } from './control-view.js';
import { settingsPath, type SettingsAddress } from './settings-address.js';
import type { SettingGroup } from './setting-groups.js';
import { sharedCodes, type SettingInput } from './setting-inputs.js';
import { notesOf, statusBelow } from './setting-texts.js';
import { SETTINGS_SCRIPT } from './settings-script.js';
import { valueLists } from './value-lists.js';

/** What the page is made of. */
export interface SettingsPage {
  readonly address: SettingsAddress;
  readonly paySystem: PaySystem;
  /** Those that the payment system can be for. */
  readonly personTypes: readonly Row[];
  readonly groups: readonly SettingGroup[];
  /** Whether something was saved just now. */
  readonly isSaved: boolean;
  readonly token: string;
}

/** The page. */
export function settingsPage(page: SettingsPage): Page {
  const title = `${l10n.t('Payment settings')}: ${paySystemName(page.paySystem)}`;
  return {
    title,
    scripts: [SETTINGS_SCRIPT],
    body: html`<h1>${title}</h1>
      <p class="quiet">
        ${l10n.t('What an administrator of the portal enters. It is stored in the local portal only.')}
      </p>
      ${personTypesView(page)} ${page.isSaved ? html`<p class="state good" role="status">${l10n.t('Saved')}</p>` : ''}
      ${
        page.groups.length === 0
          ? html`<p>${l10n.t('The handler has no CODES, so there is nothing to enter.')}</p>`
          : formView(page)
      }`,
  };
}

/** Settings may differ by who pays. */
function personTypesView({ address, personTypes }: SettingsPage): Html {
  const kinds = [
    { id: 0n, name: l10n.t('All buyers') },
    ...personTypes.map(({ id, row }) => ({ id, name: textIn(row, 'NAME') })),
  ];
  return html`<nav class="row" aria-label="${l10n.t('Who pays')}">
    ${kinds.map(({ id, name }) => {
      const current = id === address.personType ? html`aria-current="page"` : '';
      return html`<a class="button" href="${settingsPath({ ...address, personType: id })}" ${current}>${name}</a>`;
    })}
  </nav>`;
}

function formView({ address, groups, token }: SettingsPage): Html {
  const all = groups.flatMap(({ inputs }) => inputs);
  const shared = sharedCodes(all);
  return html`<form method="post" action="${settingsPath(address)}">
      ${hiddenView(TOKEN_FIELD, token)}
      ${groups.map(
        ({ heading, inputs }) =>
          html`<section>
            ${heading === '' ? '' : html`<h2>${heading}</h2>`}
            ${inputs.map((input) => settingView(input, all.indexOf(input), shared.get(input.code)))}
          </section>`,
      )}
      <button class="main" type="submit">${l10n.t('Save')}</button>
    </form>
    ${valueLists(all)}`;
}

/** A setting: its control, what it is for, and what a portal does with it. */
function settingView(input: SettingInput, index: number, same: readonly string[] | undefined): Html {
  const { kind } = input.control;
  const body = html`${labelledView(input, index)} ${hiddenValueView(input, index)} ${helpView(input, index, same)}`;
  const code = hiddenView(`code-${index}`, input.code);
  if (kind !== 'source')
    return html`<div class="field setting ${kind === 'checkbox' ? 'check' : ''}">${code} ${body}</div>`;
  return html`<div class="field setting" role="group" aria-labelledby="setting-${index}-label">${code} ${body}</div>`;
}

function labelledView(input: SettingInput, index: number): Html {
  const { control, label } = input;
  const drawn = controlView(input, index);
  switch (control.kind) {
    case 'checkbox':
      return html`<label>${drawn} ${label}</label>`;
    // Nothing there to be labelled, or more than one.
    case 'no-options':
    case 'unknown':
    case 'source':
      return html`<p id="setting-${index}-label">${label}</p>
        ${drawn}`;
    default:
      return html`<label for="setting-${index}">${label}</label> ${drawn}`;
  }
}

function helpView(input: SettingInput, index: number, same: readonly string[] | undefined): Html {
  const { code, help, label } = input;
  const status = statusBelow(input);
  const lines = [
    ...(help === '' ? [] : [html`${help}`]),
    ...(status === '' ? [] : [html`${status}`]),
    ...(label === code ? [] : [html`<code>${code}</code>`]),
  ];
  return html`<div class="help" id="setting-${index}-help">
    ${lines.length === 0 ? '' : html`<p class="quiet">${lines.map((line, at) => html`${at === 0 ? '' : html`<br />`}${line}`)}</p>`}
    ${notesOf(input, same).map((note) => html`<p class="warn">${note}</p>`)}
  </div>`;
}
