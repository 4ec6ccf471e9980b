import { describe, expect, it } from 'vitest';
import { NetworkError, PortalError, RegistrationError } from '../../../portal/client/errors.js';
import type { NetworkReason } from '../../../portal/client/errors.js';
import { explainPortalError, reasonOf } from '../../../portal/client/explain.js';

const ADD = 'sale.paysystem.handler.add';
const UPDATE = 'sale.paysystem.handler.update';
const portal = 'acme.bitrix24.com';

const portalError = (code: string, description = '', method = ADD) =>
  new PortalError(code, description, 400, { method, portal });

const refusal = (...args: Parameters<typeof portalError>) => reasonOf(portalError(...args));

/** Every code that a portal is known to answer these methods with. */
const CODES = [
  'INTERNAL_SERVER_ERROR',
  'ERROR_UNEXPECTED_ANSWER',
  'QUERY_LIMIT_EXCEEDED',
  'OPERATION_TIME_LIMIT',
  'ERROR_BATCH_METHOD_NOT_ALLOWED',
  'ERROR_BATCH_LENGTH_EXCEEDED',
  'NO_AUTH_FOUND',
  'OVERLOAD_LIMIT',
  'ACCESS_DENIED',
  'INVALID_CREDENTIALS',
  'ERROR_MANIFEST_IS_NOT_AVAILABLE',
  'insufficient_scope',
  'expired_token',
  'user_access_error',
  'PORTAL_DELETED',
  'ERROR_METHOD_NOT_FOUND',
  'authorization_error',
  'APPLICATION_NOT_FOUND',
  'CONNECTION_ERROR',
  'WRONG_LICENSE',
  'WRONG_ENCODING',
  'ERROR_CORE',
  'ERROR_ARGUMENT',
  'ERROR_HANDLER_ALREADY_EXIST',
  'ERROR_HANDLER_ADD',
  'ERROR_HANDLER_UPDATE',
  'ERROR_HANDLER_NOT_FOUND',
  'ERROR_HANDLER_DELETE',
  'ERROR_PAY_SYSTEM_DELETE',
];

describe('a refusal', () => {
  it.each(CODES)('%s has words of its own, and the code in brackets at the end', (code) => {
    const text = refusal(code, 'The reason of the portal.');
    expect(text).toMatch(/^\p{Lu}.*[^.] \([A-Za-z_]+\)\.$/u);
    expect(text.endsWith(` (${code}).`)).toBe(true);
    expect(text).not.toContain('The portal refuses the request');
    expect(text).not.toContain('!');
  });

  it('tells the two meanings of ACCESS_DENIED apart', () => {
    expect(refusal('ACCESS_DENIED', 'Access denied!')).toMatch(/may not manage payment handlers/);
    for (const description of [
      'REST API is available only on commercial plans',
      'REST is available only by subscription.',
    ]) {
      expect(refusal('ACCESS_DENIED', description)).toMatch(/plan of this portal/);
    }
  });

  it('knows what https has to do with INVALID_REQUEST', () => {
    expect(refusal('INVALID_REQUEST', 'Https required.')).toMatch(/https:\/\/ address/);
    expect(refusal('INVALID_REQUEST', 'Something else')).toContain('Something else');
  });

  it('says for a code that is taken what can be done with the method', () => {
    expect(refusal('ERROR_HANDLER_ALREADY_EXIST', 'Handler already exists!')).toMatch(/Register again/);
    expect(refusal('ERROR_HANDLER_ALREADY_EXIST', 'Handler already exists!', UPDATE)).toMatch(/another handler/);
    expect(refusal('ERROR_CORE', 'SQL query error!', UPDATE)).toMatch(/CODE belongs to another handler/);
  });

  it('passes on what it does not know, on one line and without markup or control characters', () => {
    const text = refusal('NEW_CODE', '<b>Line one</b>\r\nline\u001b[31m two.');
    expect(text).toBe('The portal refuses the request: Line one line [31m two (NEW_CODE).');
    expect(refusal('NEW_CODE')).toBe('The portal refuses the request and gives no reason (NEW_CODE).');
    expect(refusal('NEW_CODE', 'x'.repeat(10_000)).length).toBeLessThan(400);
  });

  it('is not fooled by codes that are names of object members', () => {
    expect(refusal('constructor', 'x')).toBe('The portal refuses the request: x (constructor).');
    expect(refusal('ERROR_CHECK_FAILURE', 'Parameter constructor is not defined')).toContain('Parameter constructor');
  });
});

describe('ERROR_CHECK_FAILURE', () => {
  const missing = (parameter: string) => refusal('ERROR_CHECK_FAILURE', `Parameter ${parameter} is not defined`);

  it.each([
    ['NAME', 'could not read the request as JSON'],
    ['CODE', 'CODE, the code of the handler'],
    ['SETTINGS', 'CODES and one of the three modes'],
    ['SETTINGS[CODES]', 'straight inside SETTINGS'],
    ['SETTINGS[FORM_DATA] or SETTINGS[CHECKOUT_DATA] or SETTINGS[IFRAME_DATA]', 'has no mode'],
    ['SETTINGS[FORM_DATA][ACTION_URI]', 'FORM_DATA has no ACTION_URI'],
    ['FIELDS', 'FIELDS'],
  ])('explains a missing %s', (parameter, words) => {
    expect(missing(parameter)).toContain(words);
    expect(missing(parameter)).not.toContain('refuses');
  });

  it('warns that the portal names IFRAME_DATA for CHECKOUT_DATA too', () => {
    const text = missing('SETTINGS[IFRAME_DATA][ACTION_URI]');
    expect(text).toContain('CHECKOUT_DATA');
    expect(text).toContain('IFRAME_DATA');
  });

  it('explains a wrong CLIENT_TYPE', () => {
    expect(refusal('ERROR_CHECK_FAILURE', 'Parameter value SETTINGS[CLIENT_TYPE] is invalid')).toMatch(/b2c.*b2b/);
  });
});

describe('other failures', () => {
  const reasons: NetworkReason[] = [
    'unreachable',
    'tls',
    'broken',
    'timeout',
    'cancelled',
    'redirect',
    'limit',
    'not-json',
    'too-large',
    'unexpected',
  ];

  it.each(reasons)('begin with the reason where the portal is named already: %s', (reason) => {
    const error = new NetworkError(reason, { method: ADD, portal }, true, 'DETAIL');
    expect(reasonOf(error)).toMatch(/^\p{Lu}.* \(DETAIL\)\.$/u);
    expect(reasonOf(error)).not.toMatch(/^The portal|acme/);
    expect(explainPortalError(error)).toBe(`${portal}: ${reasonOf(error)}`);
  });

  it('name the portal once, whatever went wrong there', () => {
    const call = { method: ADD, portal };
    for (const error of [
      portalError('insufficient_scope'),
      new NetworkError('timeout', call, false),
      new RegistrationError('unknown', portal),
    ]) {
      expect(explainPortalError(error).split(portal)).toHaveLength(2);
    }
  });

  it('says that registering again is safe when the outcome is not known', () => {
    expect(explainPortalError(new RegistrationError('unknown', portal))).toMatch(/cannot double/);
    expect(explainPortalError(new RegistrationError('not-found', portal))).toMatch(/cannot double/);
  });

  it('says that the portal has the handler when only the look at it failed', () => {
    const text = explainPortalError(new RegistrationError('unverified', portal, 5));
    expect(text).toMatch(/^acme\.bitrix24\.com answered that handler 5 is registered, .*cannot double/);
  });

  it('names the first places that differ', () => {
    const places = ['NAME', 'SETTINGS.A', 'SETTINGS.B', 'SETTINGS.C', 'SETTINGS.D'];
    const text = explainPortalError(new RegistrationError('different', portal, 5, places));
    expect(text).toContain('handler 5');
    expect(text).toContain('NAME, SETTINGS.A, SETTINGS.B and 2 more');
  });

  it('shows nothing of an error that is not ours', () => {
    expect(explainPortalError(new Error('https://acme.bitrix24.com/rest/1/secret'))).not.toContain('secret');
  });
});
