/** Draws the controls into which a text is typed. */
import { html } from 'hono/html';
import type { Html } from '../page/layout.js';
import { isNumeric, type NumberLimits } from './control.js';
import type { SettingInput } from './setting-inputs.js';
import { placeholderOf } from './setting-texts.js';

/** Attributes of the control of a setting: it sends `value-<index>`, and its id is `setting-<index>`. */
export function controlAttributes(index: number): Html {
  return html`id="setting-${index}" name="value-${index}" aria-describedby="setting-${index}-help"`;
}

/** One line, with further attributes if need be. A secret is hidden while it is typed. */
export function lineView(input: SettingInput, index: number, more: Html = html``): Html {
  const { isSecret, shown = '' } = input;
  const attributes = html`${controlAttributes(index)} value="${shown}" placeholder="${placeholderOf(input)}"`;
  return isSecret
    ? html`<input type="password" autocomplete="new-password" ${attributes} ${more} />`
    : html`<input type="text" ${attributes} ${more} />`;
}

/** Several lines. Browsers leave out the line break after the tag. */
export function linesView(input: SettingInput, index: number, rows: number): Html {
  const { shown = '' } = input;
  return html`<textarea ${controlAttributes(index)} rows="${rows}" placeholder="${placeholderOf(input)}">
${shown}</textarea>`;
}

/** A number. What is none stays to be seen: a browser would leave it out. */
export function numberView(input: SettingInput, index: number, { min, max, step = 'any' }: NumberLimits): Html {
  const { isSecret, shown = '' } = input;
  if (isSecret || !(shown === '' || isNumeric(shown))) return lineView(input, index, html`inputmode="decimal"`);
  const attributes = html`${controlAttributes(index)} value="${shown}" placeholder="${placeholderOf(input)}"`;
  const least = min === undefined ? '' : html`min="${min}"`;
  const most = max === undefined ? '' : html`max="${max}"`;
  return html`<input type="number" ${attributes} ${least} ${most} step="${step}" />`;
}
