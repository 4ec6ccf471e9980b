/** Draws the controls of the form for settings. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Html } from '../page/layout.js';
import type { Choice, ChoiceGroup } from './control.js';
import { isLiteral } from '../values/find-mapping.js';
import type { SettingInput } from './setting-inputs.js';
import { placeholderOf } from './setting-texts.js';
import { controlAttributes, linesView, lineView, numberView } from './text-view.js';
import { listId } from './value-lists.js';

/** The control of a setting. Names of what it sends end with the index. */
export function controlView(input: SettingInput, index: number): Html {
  const { control } = input;
  switch (control.kind) {
    case 'checkbox':
      return html`<input
        type="checkbox"
        ${controlAttributes(index)}
        value="Y"
        ${isTicked(input) ? html`checked` : ''}
      />`;
    case 'lines':
      return linesView(input, index, control.rows);
    case 'number':
      return numberView(input, index, control.limits);
    case 'choice':
      return choiceView(control.groups, input, index);
    case 'source':
      return sourceView(control.providers, input, index);
    case 'no-options':
      return html`<p class="bad">${l10n.t('An error text of the portal')}</p>`;
    case 'unknown':
      return html`<p class="bad">${l10n.t('The settings cannot be opened')}</p>`;
    default:
      return lineView(input, index);
  }
}

/** What can be done with a value that is not shown: to see it while it is typed, and to remove what is stored. */
export function hiddenValueView({ control, isSecret, shown }: SettingInput, index: number): Html {
  const isTyped = ['text', 'number', 'own', 'source'].includes(control.kind);
  const isKept = shown === undefined && control.kind !== 'checkbox';
  const isHidden = isTyped && isSecret;
  if (!isHidden && !isKept) return html``;
  return html`<div class="field check">
    ${isHidden ? html`<div hidden data-scripted>${revealView(index)}</div>` : ''}
    ${isKept ? html`<div>${removeView(index)}</div>` : ''}
  </div>`;
}

function revealView(index: number): Html {
  const text = l10n.t('Show what is entered');
  return html`<label><input type="checkbox" data-reveals="setting-${index}" /> ${text}</label>`;
}

function removeView(index: number): Html {
  const text = l10n.t('Remove the stored value');
  return html`<label><input type="checkbox" name="clear-${index}" value="Y" /> ${text}</label>`;
}

function isTicked({ shown, stored, inherited }: SettingInput): boolean {
  if (stored) return shown === 'Y';
  return inherited !== null && isLiteral(inherited) && inherited.providerValue === 'Y';
}

function choiceView(groups: readonly ChoiceGroup[], input: SettingInput, index: number): Html {
  const { shown = '' } = input;
  const isKnown = shown === '' || groups.some(({ choices }) => choices.some(({ value }) => value === shown));
  const option = ({ value, label }: Choice) =>
    html`<option value="${value}" ${value === shown ? html`selected` : ''}>${label}</option>`;
  return html`<select ${controlAttributes(index)}>
    <option value="">${placeholderOf(input) || '–'}</option>
    ${isKnown ? '' : option({ value: shown, label: l10n.t('{0} (not among OPTIONS)', shown) })}
    ${groups.map(({ label, choices }) =>
      label === '' ? choices.map(option) : html`<optgroup label="${label}">${choices.map(option)}</optgroup>`,
    )}
  </select>`;
}

/** Where the value comes from, and which value of it. */
function sourceView(providers: readonly string[], input: SettingInput, index: number): Html {
  const chosen = input.stored?.providerKey ?? '';
  // Over REST any source can be stored.
  const keys = chosen === '' || providers.includes(chosen) ? providers : [...providers, chosen];
  return html`<div class="row">
    <div class="field">
      <label for="source-${index}">${l10n.t('Source')}</label>
      <select id="source-${index}" name="source-${index}" data-lists-for="setting-${index}">
        <option value="">–</option>
        ${keys.map((key) => html`<option ${key === chosen ? html`selected` : ''}>${key}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="setting-${index}">${l10n.t('Value')}</label>
      ${lineView(input, index, html`list="${listId(chosen)}"`)}
    </div>
  </div>`;
}
