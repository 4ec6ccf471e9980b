/** Names the places of a manifest that have a vocabulary or a shape of their own. */
import { MODES } from '../../schemas/providers.js';
import type { Path } from '../document/manifest-document.js';

/** Path of each place; `*` stands for any key, `#` for any index, `mode` for the three modes. */
const PLACES = {
  mode: 'SETTINGS/mode',
  settings: 'SETTINGS/CODES',
  setting: 'SETTINGS/CODES/*',
  fields: 'SETTINGS/mode/FIELDS',
  field: 'SETTINGS/mode/FIELDS/*',
  params: 'SETTINGS/FORM_DATA/PARAMS',
  param: 'SETTINGS/FORM_DATA/PARAMS/*',
  fieldCode: 'SETTINGS/mode/FIELDS/*/CODE',
  visible: 'SETTINGS/mode/FIELDS/*/VISIBLE',
  buyerInput: 'SETTINGS/mode/FIELDS/*/CODE/INPUT',
  buyerInputType: 'SETTINGS/mode/FIELDS/*/CODE/INPUT/TYPE',
  input: 'SETTINGS/CODES/*/INPUT',
  inputType: 'SETTINGS/CODES/*/INPUT/TYPE',
  providerKey: 'SETTINGS/CODES/*/DEFAULT/PROVIDER_KEY',
  providerValue: 'SETTINGS/CODES/*/DEFAULT/PROVIDER_VALUE',
  allowedProvider: 'SETTINGS/CODES/*/PROVIDERS/#',
  group: 'SETTINGS/CODES/*/GROUP',
  domain: 'SETTINGS/CODES/*/DOMAINS',
  listedDomain: 'SETTINGS/CODES/*/DOMAINS/#',
  method: 'SETTINGS/FORM_DATA/METHOD',
  clientType: 'SETTINGS/CLIENT_TYPE',
  currency: 'SETTINGS/CURRENCY/#',
} as const;

/** Name of a place. */
export type Place = keyof typeof PLACES;

const patterns = Object.entries(PLACES).map(([name, path]) => ({ name: name as Place, steps: path.split('/') }));

const fits = (step: string | number, pattern: string): boolean => {
  if (pattern === '#') return typeof step === 'number';
  if (typeof step === 'number') return false;
  if (pattern === 'mode') return MODES.some((mode) => mode === step);
  return pattern === '*' || pattern === step;
};

/** The place at a path into a manifest as a portal reads it; undefined for all others. */
export function placeOf(path: Path): Place | undefined {
  return patterns.find(
    ({ steps }) => steps.length === path.length && steps.every((pattern, i) => fits(path[i] ?? '', pattern)),
  )?.name;
}

/** Whether the mode that a path leads into can ask the buyer; a frame cannot. */
export const canAskBuyer = (path: Path): boolean => path[1] === 'FORM_DATA' || path[1] === 'CHECKOUT_DATA';
