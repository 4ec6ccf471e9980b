/** What adding a portal changes, and what is said about it. */
import * as l10n from '@vscode/l10n';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addedMessage, outcomeOf, type Adding } from '../../../client/connections/adding.js';
import { bundleOf, LANGUAGES } from '../../../scripts/l10n/bundles.js';

const ACME = 'acme.bitrix24.com';
const SHOP = 'shop.bitrix24.com';
const FIRST: Adding = { added: ACME, isKnown: false, current: undefined };
const SECOND: Adding = { ...FIRST, current: SHOP };
const OTHER_USER: Adding = { ...FIRST, current: ACME };
const NEW_CODE: Adding = { ...SECOND, isKnown: true };

const message = (adding: Adding) => addedMessage(adding, outcomeOf(adding));

describe('a portal that is added', () => {
  it('becomes the one that the workspace registers on, in place of the local one or none', () => {
    expect(outcomeOf(FIRST)).toBe('chosen');
    expect(message(FIRST)).toMatch(/^Added acme\.bitrix24\.com and chose it\. /);
  });

  it('takes the place of another webhook of the same portal', () => {
    expect(outcomeOf(OTHER_USER)).toBe('chosen');
  });

  it('leaves another saved portal in its place, and says so', () => {
    expect(outcomeOf(SECOND)).toBe('beside');
    expect(message(SECOND)).toBe('Added acme.bitrix24.com. Handlers of this workspace still go to shop.bitrix24.com.');
  });

  it('is said to be replaced when it was known, and changes nothing else', () => {
    const outcomes = [undefined, ACME, SHOP].map((current) => outcomeOf({ ...NEW_CODE, current }));
    expect(outcomes).toEqual(['replaced', 'replaced', 'replaced']);
    expect(message(NEW_CODE)).toBe('Replaced the webhook of acme.bitrix24.com.');
  });
});

describe.each(['en', ...LANGUAGES])('in %s', (language) => {
  beforeAll(() => {
    l10n.config({ contents: language === 'en' ? {} : bundleOf(language) });
  });
  afterAll(() => {
    l10n.config({ contents: {} });
  });

  it.each([FIRST, SECOND, NEW_CODE])('the first sentence fits into the line that is shown: %o', (adding) => {
    const [first = ''] = message(adding).split(/(?<=\.) /);
    expect(first).toContain(ACME);
    expect(first.length).toBeLessThanOrEqual(60);
  });
});
