/** The form for the settings of a payment system. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import { TOKEN_FIELD } from '../page/form-guard.js';
import type { Html, Page } from '../page/layout.js';
import { textIn } from '../shop/row.js';
import type { PaySystem, Row } from '../state.js';
import type { Source } from '../values/find-mapping.js';
import type { ChoiceGroup, SettingGroup, SettingInput } from './setting-inputs.js';

/** What the page is made of. */
export interface SettingsPage {
  readonly paySystem: PaySystem;
  readonly personTypes: readonly Row[];
  readonly personType: bigint;
  readonly groups: readonly SettingGroup[];
  readonly isSaved: boolean;
  readonly token: string;
}

/** The page. */
export function settingsPage({ paySystem, personTypes, personType, groups, isSaved, token }: SettingsPage): Page {
  const path = `/settings/${paySystem.id}`;
  const title = l10n.t('Payment settings');
  let index = 0;
  return {
    title,
    body: html`<h1>${title}: ${textIn(paySystem.row, 'NAME')}</h1>
      <p class="quiet">
        ${l10n.t('What an administrator of the portal enters. It is stored in the local portal only.')}
      </p>
      ${scopeView(path, personTypes, personType)}
      ${isSaved ? html`<p class="good" role="status">${l10n.t('Saved')}</p>` : ''}
      ${
        groups.length === 0
          ? html`<p>${l10n.t('The handler has no CODES, so there is nothing to enter.')}</p>`
          : html`<form method="post" action="${path}?persontype=${personType}">
              <input type="hidden" name="${TOKEN_FIELD}" value="${token}" />
              ${groups.map(
                ({ heading, inputs }) =>
                  html`<section>
                    ${heading === '' ? '' : html`<h2>${heading}</h2>`}
                    ${inputs.map((input) => inputView(input, index++))}
                  </section>`,
              )}
              <button class="main" type="submit">${l10n.t('Save')}</button>
            </form>`
      }`,
  };
}

/** Settings may differ by who buys. */
function scopeView(path: string, personTypes: readonly Row[], chosen: bigint): Html {
  const scopes = [{ id: 0n, name: l10n.t('All buyers') }, ...personTypes.map(nameOf)];
  return html`<nav class="row" aria-label="${l10n.t('Who pays')}">
    ${scopes.map(({ id, name }) => {
      const current = id === chosen ? html`aria-current="page"` : '';
      return html`<a class="button" href="${path}?persontype=${id}" ${current}>${name}</a>`;
    })}
  </nav>`;
}

function nameOf({ id, row }: Row): { id: bigint; name: string } {
  return { id, name: textIn(row, 'NAME') };
}

function inputView(input: SettingInput, index: number): Html {
  const id = `setting-${index}`;
  const { code, help, control, stored, inherited } = input;
  const isCheckbox = control.kind === 'checkbox';
  const note = noteOn(input);
  return html`<div class="field ${isCheckbox ? 'check' : ''}">
    <input type="hidden" name="code-${index}" value="${code}" />
    <label for="${id}">${isCheckbox ? controlView(input, index) : ''} ${input.label}</label>
    ${isCheckbox ? '' : controlView(input, index)}
    <p class="quiet" id="${id}-help">
      ${help === '' ? '' : html`${help}<br />`} <code>${code}</code>${
        stored === null && inherited !== null ? html`, ${inheritedText(inherited, input.isSecret)}` : ''
      }
    </p>
    ${note === '' ? '' : html`<p class="warn">${note}</p>`}
  </div>`;
}

function controlView({ control, stored, inherited, isSecret }: SettingInput, index: number): Html {
  const id = `setting-${index}`;
  const name = `value-${index}`;
  const described = html`id="${id}" name="${name}" aria-describedby="${id}-help"`;
  const value = stored?.providerValue ?? '';
  switch (control.kind) {
    case 'checkbox': {
      const current = stored ?? inherited;
      return html`<input
        type="checkbox"
        ${described}
        value="Y"
        ${current?.providerValue === 'Y' ? html`checked` : ''}
      />`;
    }
    case 'lines':
      return html`<textarea ${described} rows="4">${value}</textarea>`;
    case 'choice':
      return choiceView(control.groups, value, described);
    case 'no-options':
      return html`<p class="bad" id="${id}">${l10n.t('An error text of the portal')}</p>`;
    case 'unknown':
      return html`<p class="bad" id="${id}">${l10n.t('The settings cannot be opened')}</p>`;
    case 'source':
      return sourceView(control.providers, stored, isSecret, index, described);
    case 'number':
      return html`<input type="text" inputmode="decimal" ${described} value="${value}" />`;
    default:
      return isSecret
        ? secretView(stored, index, described)
        : html`<input type="text" ${described} value="${value}" />`;
  }
}

function choiceView(groups: readonly ChoiceGroup[], value: string, described: Html): Html {
  const option = (choice: { value: string; label: string }) =>
    html`<option value="${choice.value}" ${choice.value === value ? html`selected` : ''}>${choice.label}</option>`;
  return html`<select ${described}>
    <option value="">–</option>
    ${groups.map(({ label, choices }) =>
      label === '' ? choices.map(option) : html`<optgroup label="${label}">${choices.map(option)}</optgroup>`,
    )}
  </select>`;
}

/** A secret that is stored is never sent to the page again. */
function secretView(stored: Source | null, index: number, described: Html): Html {
  return html`<input
      type="password"
      autocomplete="off"
      ${described}
      value=""
      placeholder="${stored ? l10n.t('Stored; leave empty to keep it') : ''}"
    />
    ${
      stored
        ? html`<label class="quiet"
            ><input type="checkbox" name="clear-${index}" value="Y" /> ${l10n.t('Remove the stored value')}</label
          >`
        : ''
    }`;
}

function sourceView(
  providers: readonly string[],
  stored: Source | null,
  isSecret: boolean,
  index: number,
  described: Html,
): Html {
  const hides = isSecret && (stored === null || stored.providerKey === 'VALUE');
  return html`<div class="row">
    <select name="source-${index}" aria-label="${l10n.t('Source')}">
      <option value="">${l10n.t('As it is')}</option>
      ${providers.map(
        (key) => html`<option ${(stored?.providerKey ?? '') === key ? html`selected` : ''}>${key}</option>`,
      )}
    </select>
    ${
      hides
        ? secretView(stored, index, described)
        : html`<input type="text" ${described} value="${stored?.providerValue ?? ''}" />`
    }
  </div>`;
}

function inheritedText({ providerKey, providerValue }: Source, isSecret: boolean): string {
  const literal = providerKey === 'VALUE' || providerKey === 'INPUT';
  if (literal && isSecret) return l10n.t('a value is set elsewhere');
  return l10n.t('now: {0}', literal ? providerValue : `${providerKey}.${providerValue}`);
}

/** What a portal does with this input, where that is not obvious. */
function noteOn({ control }: SettingInput): string {
  switch (control.kind) {
    case 'no-options':
      return l10n.t('An ENUM without OPTIONS: the portal shows an error text instead of a choice. Add OPTIONS.');
    case 'own':
      return l10n.t('The portal draws a control of its own for {0}; here it is a text.', control.type);
    case 'unknown':
      return l10n.t('No portal has an input type {0}: there, opening these settings fails.', control.type);
    default:
      return '';
  }
}
