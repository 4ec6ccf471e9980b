/** Saves what was entered in the form for settings. */
import { saveSettings } from '../methods/settings-mapping.js';
import type { Mapping, State } from '../state.js';
import type { MappingScope } from '../values/find-mapping.js';
import { readEntered } from './entered.js';
import { settingInputs } from './setting-inputs.js';

/** The state with the entries of a form in place of what was stored for exactly this payment system and person type. */
export function saveEntered(state: State, scope: MappingScope, form: URLSearchParams): State {
  const { stored, removed } = readEntered(form, settingInputs(state.mappings, scope));
  const isRemoved = ({ code, paySystem, personType }: Mapping) =>
    removed.has(code) && paySystem === scope.paySystemId && personType === scope.personType;
  const kept = { ...state, mappings: state.mappings.filter((mapping) => !isRemoved(mapping)) };
  const owner = { paySystem: scope.paySystemId, personType: scope.personType };
  return saveSettings(kept, owner, stored, () => undefined).state;
}
