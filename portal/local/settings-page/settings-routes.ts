/** The settings of a payment system: `/settings/<id>`. */
import { Hono, type Context } from 'hono';
import { readForm } from '../body.js';
import type { ServerEnv } from '../guard.js';
import { findPaySystem, handlerOf } from '../methods/pay-system-lookup.js';
import { isOurForm, refuseForm, TOKEN_FIELD } from '../page/form-guard.js';
import { answerPage } from '../page/layout.js';
import { readId } from '../pay/page-address.js';
import { personTypesOf, rowById, textIn } from '../shop/row.js';
import type { Handler, PaySystem, Row, State } from '../state.js';
import type { Store } from '../store.js';
import { missingSettingsPage, type MissingSettings } from './missing-settings.js';
import { saveEntered } from './save-entered.js';
import { PERSON_TYPE_PARAMETER, SAVED_PARAMETER, settingsPath, type SettingsAddress } from './settings-address.js';
import { settingGroups } from './setting-groups.js';
import { settingsPage } from './settings-view.js';

type SettingsContext = Context<ServerEnv, '/:id'>;

/** What an address leads to. */
interface Found {
  readonly address: SettingsAddress;
  readonly paySystem: PaySystem;
  readonly handler: Handler;
  readonly personTypes: readonly Row[];
}

/** Serves the form. `token` is the one in it. */
export function createSettings(store: Store, token: string): Hono<ServerEnv> {
  const settings = new Hono<ServerEnv>();

  settings.get('/:id', async (context) => {
    const state = await store.apply((current) => ({ state: current, answer: current }));
    const found = find(context, state);
    if ('what' in found) return answerPage(context, missingSettingsPage(found));
    const groups = settingGroups(state.mappings, { ...found.address, handler: found.handler });
    const isSaved = context.req.query(SAVED_PARAMETER) !== undefined;
    return answerPage(context, settingsPage({ ...found, groups, isSaved, token }));
  });

  settings.post('/:id', async (context) => {
    const form = await readForm(context);
    if (!isOurForm(context, form.get(TOKEN_FIELD), token)) return refuseForm(context);
    const found = await store.apply<Found | MissingSettings>((state) => {
      const answer = find(context, state);
      if ('what' in answer) return { state, answer };
      return { state: saveEntered(state, { ...answer.address, handler: answer.handler }, form), answer };
    });
    if ('what' in found) return answerPage(context, missingSettingsPage(found));
    return context.redirect(`${settingsPath(found.address)}&${SAVED_PARAMETER}`, 303);
  });

  return settings;
}

function find(context: SettingsContext, state: State): Found | MissingSettings {
  const id = context.req.param('id');
  const paySystem = findPaySystem(readId(id), state);
  if (!paySystem) return { what: 'pay-system', id };
  const handler = handlerOf(paySystem, state);
  if (!handler) return { what: 'handler', code: paySystem.actionFile };

  const personTypes = personTypesOf(state.shop, textIn(paySystem.row, 'ENTITY_REGISTRY_TYPE') || 'ORDER');
  const asked = context.req.query(PERSON_TYPE_PARAMETER) ?? '0';
  const personType = readId(asked);
  const isKnown = personType === 0n || (personType !== undefined && rowById(personTypes, personType) !== undefined);
  if (!isKnown) return { what: 'person-type', id: asked };
  return { address: { paySystemId: paySystem.id, personType }, paySystem, handler, personTypes };
}
