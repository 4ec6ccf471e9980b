/** The provider PROPERTY. */
import { isList } from '../php/arrays.js';
import { at, toText } from '../php/cast.js';
import { isArray, type PhpValue } from '../php/value.js';
import { idIn, textIn } from '../shop/row.js';
import type { Row, Shop } from '../state.js';
import type { Provider } from './subject.js';

/** A property of the order by ID (`12`) or code (`EMAIL`), or a part of a location (`12_CITY`). */
export const propertyValue: Provider = (name, { order, shop }) => {
  if (!order) return null;
  const [, locationId, part] = /^(\d+)_(CITY|COUNTRY|REGION)$/.exec(name) ?? [];
  const values = order.row.get('PROPERTIES');
  if (locationId !== undefined && part !== undefined) return at(at(values, locationId), part) ?? null;
  const id = /^\d+$/.test(name) ? name : idOfCode(name, order, shop);
  return id === undefined ? null : wholeValue(at(values, id) ?? null);
};

/** A code may belong to several properties: the one of the order's person type counts. */
function idOfCode(code: string, { row }: Row, shop: Shop): string | undefined {
  const personType = idIn(row, 'PERSON_TYPE_ID');
  const property = shop.properties.find(
    (known) => textIn(known.row, 'CODE') === code && idIn(known.row, 'PERSON_TYPE_ID') === personType,
  );
  return property?.id.toString();
}

/** Several values are one text; a location is its code. */
function wholeValue(value: PhpValue): PhpValue {
  if (!isArray(value)) return value;
  return isList(value) ? Array.from(value.values(), toText).join(', ') : (value.get('CODE') ?? null);
}
