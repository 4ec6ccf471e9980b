import * as l10n from '@vscode/l10n';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageOf, loadLanguage } from '../../cli/language.js';
import { plural } from '../../server/plural.js';
import { openSession } from './session.js';
import type { Session } from './session.js';

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  l10n.config({ contents: '{}' });
  session.remove();
});

describe('the language', () => {
  it.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ru' }, 'ru'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'ru_RU.UTF-8', LC_ALL: '' }, 'ru'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: '../../etc/passwd' }, 'en'],
    [{}, 'en'],
  ])('of %j is %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });

  it('is loaded from its bundle', () => {
    session.write('bundle.l10n.ru.json', JSON.stringify({ error: 'ошибка' }));
    expect(loadLanguage({ LANG: 'ru_RU.UTF-8' }, session.folder)).toBe('ru');
    expect(l10n.t('error')).toBe('ошибка');
  });

  it('is English without a bundle, or with a damaged one', () => {
    expect(loadLanguage({ LANG: 'ru_RU.UTF-8' }, session.folder)).toBe('en');
    session.write('bundle.l10n.ru.json', '{');
    expect(loadLanguage({ LANG: 'ru_RU.UTF-8' }, session.folder)).toBe('en');
    expect(l10n.t('error')).toBe('error');
  });
});

describe('plural', () => {
  it('picks the form of the language', () => {
    const count = (numbers: number[], forms: string, language: string) =>
      numbers.map((number) => plural(forms, number, language)).join(' ');
    expect(count([0, 1, 2, 21], 'errors-1|errors-n', 'en')).toBe('errors-n errors-1 errors-n errors-n');
    expect(count([1, 2, 5, 11, 21, 104], 'one|few|many', 'ru')).toBe('one few many many one few');
    expect(count([1, 5], 'the only one', 'ru')).toBe('the only one the only one');
  });
});
