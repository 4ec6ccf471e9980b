/** Checkouts that fail at a real endpoint, and what is said about them. */
import { describe, expect, it } from 'vitest';
import { DECODING_ERROR, DEFAULT_ERROR } from '../../../../portal/local/exchange/portal-texts.js';
import { always } from '../exchange/endpoint.js';
import { judgementOf } from '../exchange/world.js';

const good = { PAYMENT_URL: 'https://bank.test/1?token=x', PAYMENT_ID: 'P-1' };
const only200 = 'and a portal reads only answers with status 200.';
const jsonOnly = 'Answer with a JSON object only: no page, no warning before it, no text after it.';
const both = 'Answer with both: {"PAYMENT_URL": "https://…", "PAYMENT_ID": "…"}';

describe('a checkout that succeeds', () => {
  it('leads the buyer to the host of PAYMENT_URL, without its query', async () => {
    expect(await judgementOf(always(200, good))).toMatchObject({
      outcome: 'pay-link',
      ok: true,
      buyerSees: 'The buyer gets a Pay link to bank.test.',
      reason: '',
      advice: '',
    });
  });

  it.each(['bank.test/1', '/1', 'javascript:alert(1)'])('leads nowhere with the PAYMENT_URL %s', async (url) => {
    expect(await judgementOf(always(200, { ...good, PAYMENT_URL: url }))).toMatchObject({
      outcome: 'pay-link',
      ok: false,
      buyerSees: `The buyer gets a Pay link to ${url}.`,
      reason: 'PAYMENT_URL is no full http or https address, and a portal links it as it is.',
      advice: 'Put the full address of the page into PAYMENT_URL, beginning with https://.',
    });
  });
});

describe('the status is not 200', () => {
  it.each<[string, number, unknown, string, RegExp | string]>([
    [
      'with PAYMENT_ERRORS',
      400,
      { PAYMENT_ERRORS: ['No card'] },
      `PAYMENT_ERRORS was lost: the status of the answer is 400, ${only200}`,
      'Answer with status 200, also when there are PAYMENT_ERRORS to show.',
    ],
    [
      'with a link',
      201,
      { payment_url: 'https://bank.test/' },
      `PAYMENT_URL was lost: the status of the answer is 201, ${only200}`,
      /^Answer with status 200/,
    ],
    ['not found', 404, 'No', `The status of the answer is 404, ${only200}`, 'Correct the path in ACTION_URI.'],
    ['no POST', 405, 'No', `The status of the answer is 405, ${only200}`, 'Let the endpoint accept POST.'],
    [
      'no form wanted',
      415,
      'No',
      `The status of the answer is 415, ${only200}`,
      'Check that the endpoint reads application/x-www-form-urlencoded: a portal sends no JSON.',
    ],
    ['login wanted', 401, 'No', `The status of the answer is 401, ${only200}`, /without a login/],
    ['broken', 500, '<html>', `The status of the answer is 500, ${only200}`, /log of the endpoint/],
    ['odd', 299, {}, `The status of the answer is 299, ${only200}`, /PAYMENT_URL and PAYMENT_ID, or PAYMENT_ERRORS\.$/],
    ['304', 304, '', `The status of the answer is 304, ${only200}`, /^Answer with status 200/],
  ])('%s', async (_, status, body, reason, advice) => {
    expect(await judgementOf(always(status, body))).toMatchObject({
      outcome: 'default-error',
      ok: false,
      buyerSees: `The buyer reads "${DEFAULT_ERROR}".`,
      reason,
      advice: typeof advice === 'string' ? advice : (expect.stringMatching(advice) as string),
    });
  });

  it.each([301, 302, 303, 307, 308])('redirect %i: says where to, without its query', async (status) => {
    const judgement = await judgementOf(always(status, '', { location: 'https://bank.test/form?token=secret' }));
    expect(judgement).toMatchObject({
      outcome: 'default-error',
      reason: `The answer is a redirect to https://bank.test/form (status ${status}), and only an answer with status 200 counts.`,
      advice: expect.stringContaining('belongs in PAYMENT_URL') as string,
    });
    expect(judgement.endpoint.got).toHaveLength(1);
  });
});

describe('nothing that a portal could use', () => {
  it.each<[string, unknown, string, string]>([
    ['no PAYMENT_URL', { PAYMENT_ID: 'P-1' }, 'PAYMENT_URL is missing in the answer, or empty.', both],
    ['no PAYMENT_ID', { PAYMENT_URL: 'https://b.test/' }, 'PAYMENT_ID is missing in the answer, or empty.', both],
    ['a PAYMENT_ID of 0', { ...good, PAYMENT_ID: 0 }, 'PAYMENT_ID is missing in the answer, or empty.', both],
    ['neither', {}, 'PAYMENT_URL and PAYMENT_ID are missing in the answer, or empty.', both],
    [
      'an empty list of errors',
      { PAYMENT_ERRORS: [] },
      'PAYMENT_URL and PAYMENT_ID are missing in the answer, or empty.',
      both,
    ],
    [
      'one error that is no list',
      { PAYMENT_ERRORS: 'No card' },
      'PAYMENT_ERRORS is not a list, and a portal shows only a list.',
      'Answer with a list, also for one error: {"PAYMENT_ERRORS": ["…"]}',
    ],
    [
      'keys one level too deep',
      { data: good },
      'PAYMENT_URL stands inside "data", and a portal looks at the top level only.',
      'Move PAYMENT_URL and PAYMENT_ID, or PAYMENT_ERRORS, to the top level of the answer.',
    ],
    [
      'errors two levels too deep',
      { a: 1, result: { answer: { payment_errors: ['No'] } } },
      'PAYMENT_ERRORS stands inside "result.answer", and a portal looks at the top level only.',
      'Move PAYMENT_URL and PAYMENT_ID, or PAYMENT_ERRORS, to the top level of the answer.',
    ],
    [
      'keys in another style',
      { paymentUrl: 'https://b.test/', paymentId: 1 },
      'The answer has "paymentUrl", and a portal knows PAYMENT_URL only.',
      'Rename "paymentUrl" to PAYMENT_URL; upper and lower case do not matter.',
    ],
    ['a text', '"ok"', 'The answer is JSON, but not an object; what a portal shows then is not known.', both],
  ])('%s', async (_, body, reason, advice) => {
    expect(await judgementOf(always(200, body))).toMatchObject({
      outcome: 'default-error',
      ok: false,
      buyerSees: `The buyer reads "${DEFAULT_ERROR}".`,
      reason,
      advice,
    });
  });
});

describe('PAYMENT_ERRORS', () => {
  it('are what the buyer reads', async () => {
    expect(await judgementOf(always(200, { PAYMENT_ERRORS: ['No card.', 'No money.'] }))).toMatchObject({
      outcome: 'payment-errors',
      ok: false,
      buyerSees: 'The buyer reads "No card. No money.".',
      reason: 'The endpoint answered with PAYMENT_ERRORS.',
    });
  });
});

describe('no JSON', () => {
  it.each<[string, string | Uint8Array, string, string]>([
    [
      'a page',
      '<!DOCTYPE html>\n<html lang="en"><title>Not found</title>',
      'The answer is a web page, not JSON; it begins with "<!DOCTYPE html>\\n<html lang=\\"en\\"><title>N"….',
      jsonOnly,
    ],
    [
      'a warning before it',
      '<br />\n<b>Warning</b>: {}',
      'The answer is not JSON; it begins with "<br />\\n<b>Warning</b>: {}".',
      jsonOnly,
    ],
    ['a form', 'PAYMENT_ID=1', 'The answer is not JSON; it begins with "PAYMENT_ID=1".', jsonOnly],
    ['nothing', '', 'The answer is empty.', jsonOnly],
    ['blanks', ' \n', 'The answer is empty.', jsonOnly],
    [
      'a byte order mark',
      '\ufeff{"PAYMENT_ID":1}',
      'The answer begins with a byte order mark (EF BB BF), and a portal cannot read JSON after it.',
      'Save the files of the endpoint as UTF-8 without a byte order mark.',
    ],
    [
      'another encoding',
      Buffer.from('{"a":"\xe9"}', 'latin1'),
      'The answer is not UTF-8; it begins with "{\\"a\\":\\"\ufffd\\"}".',
      'Send JSON in UTF-8, and not compressed.',
    ],
    [
      'more than is read',
      `{"a":"${'a'.repeat(1024 * 1024)}"}`,
      'The answer is longer than 1 MB, and the local portal reads no more of it.',
      jsonOnly,
    ],
  ])('%s', async (_, body, reason, advice) => {
    expect(await judgementOf(always(200, body))).toMatchObject({
      outcome: 'decoding-error',
      ok: false,
      buyerSees: `The buyer reads "${DECODING_ERROR}".`,
      reason,
      advice,
    });
  });
});
