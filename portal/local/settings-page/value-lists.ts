/** What the sources of values are known to have: offered while one types. */
import { html } from 'hono/html';
import { PROVIDERS } from '../../../schemas/providers.js';
import type { Html } from '../page/layout.js';
import type { SettingInput } from './setting-inputs.js';

/** Id of a source's list; a source without one has an id that leads nowhere. */
export function listId(provider: string): string {
  return `values-of-${provider}`;
}

/** A list for each source that the settings can choose and that has known values. */
export function valueLists(inputs: readonly SettingInput[]): Html {
  const providers = new Set(
    inputs.flatMap(({ control, stored }) =>
      control.kind === 'source' ? [...control.providers, stored?.providerKey ?? ''] : [],
    ),
  );
  return html`${[...providers].map(listOf)}`;
}

function listOf(provider: string): Html {
  const values = Object.hasOwn(PROVIDERS, provider) ? Object.keys(PROVIDERS[provider]?.values ?? {}) : [];
  if (values.length === 0) return html``;
  return html`<datalist id="${listId(provider)}">
    ${values.map((value) => html`<option value="${value}"></option>`)}
  </datalist>`;
}
