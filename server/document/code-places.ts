/** Where codes stand in the text: the keys of CODES and everything that names one, in every mode, repeated keys included. */
import type { Node } from 'jsonc-parser';
import { MODES } from '../../schemas/providers.js';
import { spanOfNode } from './locate.js';
import type { ManifestDocument, Path, Span } from './manifest-document.js';

/** A string that names a code. */
export interface CodePlace {
  readonly code: string;
  /** A key of CODES, or a value that names such a key. */
  readonly role: 'declaration' | 'reference';
  /** The string with its quotes. */
  readonly span: Span;
  /** Path of the entry of CODES, or of the value that names one, as a portal reads it. */
  readonly path: Path;
  /** The entry of CODES, FIELDS or PARAMS that it belongs to: key and value. */
  readonly entry: Span;
  /** Key of that entry, with its quotes: the code itself, or the name under which it is sent. */
  readonly key: Span;
}

/** A member of an object as it stands in the text. */
interface Member {
  readonly name: string;
  readonly key: Node;
  /** Absent in half-typed text. */
  readonly value: Node | undefined;
  readonly whole: Node;
}

const known = new WeakMap<ManifestDocument, readonly CodePlace[]>();

/** All places that name a code, in the order of the text; of broken text, those that can be read. Worked out once. */
export function codePlaces(document: ManifestDocument): readonly CodePlace[] {
  let places = known.get(document);
  if (places === undefined) {
    places = find(document.tree).sort((a, b) => a.span.start - b.span.start);
    known.set(document, places);
  }
  return places;
}

/** Places that name one code. */
export const placesOf = (document: ManifestDocument, code: string): CodePlace[] =>
  codePlaces(document).filter((place) => place.code === code);

/** A repeated key gives several members: a rename must not leave the old name behind in any of them. */
function membersOf(object: Node | undefined): Member[] {
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap((whole) => {
    const [key, value] = whole.children ?? [];
    return key ? { name: String(key.value), key, value, whole } : [];
  });
}

const named = (object: Node | undefined, name: string): (Node | undefined)[] =>
  membersOf(object).flatMap((member) => (member.name === name ? [member.value] : []));

function find(tree: Node | undefined): CodePlace[] {
  // Letter case of the top level does not count for a portal.
  const settings = membersOf(tree).filter(({ name }) => name.toUpperCase() === 'SETTINGS');
  return settings.flatMap(({ value }) => [
    ...named(value, 'CODES').flatMap(declarations),
    ...MODES.flatMap((mode) => named(value, mode).flatMap((data) => references(data, ['SETTINGS', mode]))),
  ]);
}

const declarations = (codes: Node | undefined): CodePlace[] =>
  membersOf(codes).map((member) => place(member, member.key, 'declaration', ['SETTINGS', 'CODES', member.name]));

function references(mode: Node | undefined, path: Path): CodePlace[] {
  const fields = named(mode, 'FIELDS').flatMap(membersOf);
  const params = named(mode, 'PARAMS').flatMap(membersOf);
  return [
    ...fields.flatMap((field) =>
      named(field.value, 'CODE').flatMap((code) => reference(field, code, [...path, 'FIELDS', field.name, 'CODE'])),
    ),
    ...params.flatMap((param) => reference(param, param.value, [...path, 'PARAMS', param.name])),
  ];
}

const reference = (member: Member, code: Node | undefined, path: Path): CodePlace[] =>
  code?.type === 'string' ? [place(member, code, 'reference', path)] : [];

const place = ({ key, whole }: Member, name: Node, role: CodePlace['role'], path: Path): CodePlace => ({
  code: String(name.value),
  role,
  span: spanOfNode(name),
  path,
  entry: spanOfNode(whole),
  key: spanOfNode(key),
});
