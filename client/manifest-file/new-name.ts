/** Names of a new manifest: its file, and the code of its handler. */
import { isManifestName } from '../../server/document/manifest-name.js';

/** The file name for what was typed: `shop` and `shop.json` become `shop.b24pay.json`. */
export function manifestFileName(typed: string): string {
  const name = typed.trim();
  return isManifestName(name) ? name : `${name.replace(/(\.b24pay)?(\.json)?$/i, '')}.b24pay.json`;
}

/** Russian letters as they are written in codes; those of one letter are in the same order in both texts. */
const SINGLE = ['абвгдеёзийклмнопрстуфыэ', 'abvgdeeziyklmnoprstufye'] as const;
const SEVERAL: Readonly<Record<string, string>> = {
  ж: 'zh',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ь: '',
  ю: 'yu',
  я: 'ya',
};

const inLatin = (letter: string): string => SEVERAL[letter] ?? SINGLE[1][SINGLE[0].indexOf(letter)] ?? letter;

/** A handler code made of a file name (`My shop` → `my_shop`, `Мой магазин` → `moy_magazin`); undefined when nothing is left of it. */
export function handlerCode(typed: string): string | undefined {
  const name = (manifestFileName(typed).split('/').pop() ?? '').replace(/(\.b24pay)?\.json$/i, '');
  const code = name
    .toLowerCase()
    .replace(/[а-яё]/g, inLatin)
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 50)
    .replace(/^_+|_+$/g, '');
  return code === '' ? undefined : code;
}
