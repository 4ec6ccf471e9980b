import { describe, expect, it } from 'vitest';
import { codeLenses, type LensCommands } from '../../server/features/code-lens.js';
import { manifest, URI } from './range-marks.js';

const titles = (text: string, commands: LensCommands = {}): (string | undefined)[] =>
  codeLenses(manifest(text), commands).map(({ command }) => command?.title);

const FORM = '"FORM_DATA": { "ACTION_URI": "https://pay.test/" }';
const CHECKOUT = '"CHECKOUT_DATA": { "ACTION_URI": "https://pay.test/" }';
const IFRAME = '"IFRAME_DATA": { "ACTION_URI": "https://pay.test/" }';

describe('codeLenses', () => {
  it.each([
    [FORM, 'Active mode: Form'],
    [`${FORM}, ${IFRAME}`, 'Active mode: IFrame; Form ignored'],
    [`${FORM}, ${CHECKOUT}`, 'Active mode: Checkout; Form ignored'],
    [`${FORM}, ${CHECKOUT}, ${IFRAME}`, 'Active mode: IFrame; Checkout, Form ignored'],
    [`${FORM}, "IFRAME_DATA": {}, "CHECKOUT_DATA": []`, 'Active mode: Form'],
  ])('says which mode is in force: %s', (modes, title) => {
    expect(titles(`{ "SETTINGS": { ${modes} } }`)).toEqual([title]);
    // A brace is missing.
    expect(titles(`{ "settings": { ${modes}`)).toEqual([title]);
  });

  it('says nothing when there is no mode', () => {
    for (const text of ['', '{', '{ "SETTINGS": 1 }', '{ "SETTINGS": { "FORM_DATA": {} } }']) {
      expect(titles(text)).toEqual([]);
    }
  });

  it('stands at the top and is plain text for editors without the command', () => {
    expect(codeLenses(manifest(`\n{ "SETTINGS": { ${FORM} } }`), {})).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        command: { title: 'Active mode: Form', command: '' },
      },
    ]);
  });

  it('leads to the key of the mode where the editor can be led', () => {
    const document = manifest(`{ "SETTINGS": { ${FORM}, ${IFRAME} } }`);
    const [lens] = codeLenses(document, { reveal: 'b24pay.revealPlace' });
    const key = document.text.indexOf('"IFRAME_DATA"');
    expect(lens?.command).toMatchObject({
      command: 'b24pay.revealPlace',
      arguments: [URI, { start: { line: 0, character: key }, end: { line: 0, character: key + 13 } }],
    });
  });

  it('offers to register where the editor can', () => {
    const text = `{ "SETTINGS": { ${FORM} } }`;
    expect(titles(text, { register: 'b24pay.registerManifest' })).toEqual(['Register on Portal', 'Active mode: Form']);
    expect(codeLenses(manifest(text), { register: 'x' })[0]?.command).toMatchObject({ command: 'x', arguments: [URI] });
    expect(titles('', { register: 'b24pay.registerManifest' })).toEqual([]);
  });
});
