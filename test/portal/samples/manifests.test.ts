/** The samples' manifests. */
import { expect, it } from 'vitest';
import { activeMode } from '../../../portal/local/pay/active-mode.js';
import { decodeJson } from '../../../portal/local/php/json-decode.js';
import { checkManifest } from '../../../server/check.js';
import { handlerParameters } from '../../../server/document/parameters.js';
import { readSample, SAMPLES } from './shop.js';

it.each(SAMPLES)('%s: nothing is wrong but what a sample can not help', async (sample) => {
  const problems = checkManifest(await readSample(sample));
  expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    // It is for the local portal, and the shop's number is read by the server.
    'information local-action-uri',
    'hint unused-code',
  ]);
});

it.each([
  ['form', 'FORM_DATA'],
  ['checkout', 'CHECKOUT_DATA'],
  ['iframe', 'IFRAME_DATA'],
] as const)('%s is a sample of %s', async (sample, mode) => {
  const { SETTINGS } = handlerParameters(await readSample(sample));
  expect(activeMode(decodeJson(JSON.stringify(SETTINGS)))).toMatchObject({ mode });
});
