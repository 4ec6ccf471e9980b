/** Names places on a walk through a whole manifest: each kind of place is looked up once, however many entries there are. */
import type { Path } from '../document/manifest-document.js';
import { placeOf, type Place } from './place.js';

/** Objects whose keys the developer chooses: all their members are of one kind. */
const FREE: readonly (Place | undefined)[] = ['settings', 'fields', 'params'];

/** Places that have all steps in common but the keys that the developer chooses. */
export class KindOfPlace {
  readonly place: Place | undefined;
  readonly #members = new Map<string | number, KindOfPlace>();

  /** `path`: as a portal reads it; stands for all its kind. */
  constructor(readonly path: Path) {
    this.place = placeOf(path);
  }

  /** Kind of a member, or of the items of a list. */
  member(name: string | number): KindOfPlace {
    const step = FREE.includes(this.place) ? '*' : name;
    const known = this.#members.get(step);
    if (known) return known;
    const made = new KindOfPlace([...this.path, step]);
    this.#members.set(step, made);
    return made;
  }
}
