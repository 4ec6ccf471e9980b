/** The settings of a payment system: `/settings/<id>`. */
import { Hono, type Context } from 'hono';
import { readBody } from '../body.js';
import type { ServerEnv } from '../guard.js';
import { findPaySystem, handlerOf } from '../methods/pay-system-lookup.js';
import { saveSettings } from '../methods/settings-mapping.js';
import { isOurForm, refuseForm, TOKEN_FIELD } from '../page/form-guard.js';
import { answerPage } from '../page/layout.js';
import { missingPage } from '../pay/missing-page.js';
import { readId } from '../pay/page-address.js';
import { personTypesOf } from '../shop/row.js';
import type { State } from '../state.js';
import type { Store } from '../store.js';
import { readEntered, type Entered } from './entered.js';
import { settingGroups, type Scope } from './setting-inputs.js';
import { settingsPage } from './settings-view.js';

type SettingsContext = Context<ServerEnv, '/:id'>;

/** Serves the form. `token` is the one in it. */
export function createSettings(store: Store, token: string): Hono<ServerEnv> {
  const settings = new Hono<ServerEnv>();

  settings.get('/:id', async (context) => {
    const state = await store.apply((current) => ({ state: current, answer: current }));
    const scope = scopeOf(context, state);
    const paySystem = scope && findPaySystem(scope.paySystemId, state);
    if (!paySystem) return answerPage(context, missingPage('pay-system', undefined, state));
    return answerPage(
      context,
      settingsPage({
        paySystem,
        personTypes: personTypesOf(state.shop, 'ORDER'),
        personType: scope.personType,
        groups: settingGroups(state.mappings, scope),
        isSaved: context.req.query('saved') !== undefined,
        token,
      }),
    );
  });

  settings.post('/:id', async (context) => {
    const form = new URLSearchParams(new TextDecoder().decode(await readBody(context)));
    if (!isOurForm(context, form.get(TOKEN_FIELD), token)) return refuseForm(context);
    const scope = await store.apply((state) => {
      const found = scopeOf(context, state);
      return { state: found ? withEntered(state, found, form) : state, answer: found };
    });
    if (!scope) return context.notFound();
    return context.redirect(`/settings/${scope.paySystemId}?persontype=${scope.personType}&saved`, 303);
  });

  return settings;
}

/** Undefined when there is no such payment system, or it has lost its handler. */
function scopeOf(context: SettingsContext, state: State): Scope | undefined {
  const paySystemId = readId(context.req.param('id'));
  const paySystem = paySystemId === undefined ? undefined : findPaySystem(paySystemId, state);
  const handler = paySystem && handlerOf(paySystem, state);
  return (
    handler && { handler, paySystemId: paySystem.id, personType: readId(context.req.query('persontype') ?? '') ?? 0n }
  );
}

function withEntered(state: State, scope: Scope, form: URLSearchParams): State {
  const inputs = settingGroups(state.mappings, scope).flatMap((group) => group.inputs);
  const { stored, removed }: Entered = readEntered(form, inputs);
  const owner = { paySystem: scope.paySystemId, personType: scope.personType };
  const isRemoved = ({ code, paySystem, personType }: State['mappings'][number]) =>
    removed.has(code) && paySystem === owner.paySystem && personType === owner.personType;
  const kept = { ...state, mappings: state.mappings.filter((mapping) => !isRemoved(mapping)) };
  return saveSettings(kept, owner, stored, () => undefined).state;
}
