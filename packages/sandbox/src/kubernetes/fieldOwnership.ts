import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject } from '../wire/json';
import { listOf, objectOf, textOf } from '../wire/json';
import { Stored } from './resources';
import { failure, notPlayed } from './status';

/** Who writes, as an entry of `managedFields` names him. */
export interface FieldManager {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time: string;
  subresource?: string;
}

/** An entry of `managedFields`; every field is the JSON text of its path. */
interface Owner {
  entry: JsonObject;
  fields: Set<string>;
}

/** Lists and structs that are written as one value (`+listType=atomic` in the API). */
const whole =
  /^(accessModes|mountOptions|allowedTopologies|selector|dataSource|dataSourceRef)$/;
const unowned =
  /^(apiVersion|kind|metadata\.(name|generateName|namespace|uid|resourceVersion|generation|creationTimestamp|deletionTimestamp|managedFields))$/;

function leavesOf(value: Json | undefined, path: string[] = []): string[] {
  if (value === undefined || unowned.test(path.join('.'))) return [];
  const fields = isObject(value) ? Object.entries(value) : [];
  if (fields.length === 0 || whole.test(path.at(-1) ?? '')) {
    return [JSON.stringify(path)];
  }
  return fields.flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

const pathOf = (field: string): string[] => JSON.parse(field);
const valueOf = (object: Json | undefined, field: string) =>
  at(object, ...pathOf(field));

/**
 * Server-side apply: merges what `wanted` says, drops what its manager said before and
 * says no more, and notes who owns what.
 *
 * @throws 409 with one cause per field that another manager holds at another value,
 *   unless `force`; 501 where lists would have to be merged by key
 */
export function applyFields(
  live: Stored,
  wanted: JsonObject,
  { force, ...manager }: FieldManager & { force: boolean },
): Stored {
  const fields = leavesOf(wanted);
  fields.forEach(field => refuseKeyedList(wanted, field));
  const owners = ownersOf(live);
  const mine = owners.find(({ entry }) => isSame(entry, manager));
  const others = owners.filter(owner => owner !== mine);
  const changed = fields.filter(
    field => !isDeepStrictEqual(valueOf(live, field), valueOf(wanted, field)),
  );
  const held = others.flatMap(owner =>
    changed.filter(it => owner.fields.has(it)).map(field => ({ owner, field })),
  );
  if (held.length > 0 && !force) throw applyConflict(held);
  const dropped = [...(mine?.fields ?? [])].filter(
    field =>
      !fields.includes(field) && !others.some(it => it.fields.has(field)),
  );
  const cleared = dropped.reduce(
    (object, field) => withValue(object, pathOf(field), undefined),
    live,
  );
  const object = changed.reduce(
    (it, field) => withValue(it, pathOf(field), valueOf(wanted, field)),
    cleared,
  );
  const entry = changed.length || !mine ? entryOf(manager) : mine.entry;
  return withOwners(object, [
    { entry, fields: new Set(fields) },
    ...others.map(owner => without(owner, changed)),
  ]);
}

/** What a create, replace or merge does to ownership: the writer owns what he changed. */
export function updateFields(
  live: Stored | undefined,
  next: Stored,
  manager: FieldManager,
): Stored {
  const changed = leavesOf(next).filter(
    field => !isDeepStrictEqual(valueOf(live, field), valueOf(next, field)),
  );
  const gone = leavesOf(live).filter(field => !valueOf(next, field));
  const owners = live ? ownersOf(live) : [];
  const mine = owners.find(({ entry }) => isSame(entry, manager));
  const others = owners.filter(owner => owner !== mine);
  const kept = [...(mine?.fields ?? [])].filter(it => !gone.includes(it));
  const entry = changed.length || !mine ? entryOf(manager) : mine.entry;
  return withOwners(next, [
    ...others.map(owner => without(owner, [...changed, ...gone])),
    { entry, fields: new Set([...kept, ...changed]) },
  ]);
}

function refuseKeyedList(wanted: JsonObject, field: string) {
  const path = pathOf(field);
  const isList = Array.isArray(at(wanted, ...path));
  if (isList && !whole.test(path.at(-1) ?? '')) {
    throw notPlayed(`server-side apply of the list ${path.join('.')}`);
  }
}

function withValue<T extends JsonObject>(
  object: T,
  [field, ...rest]: string[],
  value: Json | undefined,
): T {
  if (rest.length === 0) return { ...object, [field]: value };
  const inner = withValue(objectOf(object[field]), rest, value);
  const empty = Object.values(inner).every(it => it === undefined);
  return { ...object, [field]: empty ? undefined : inner };
}

function ownersOf(object: Stored): Owner[] {
  return listOf(object.metadata.managedFields).map(it => {
    const entry = objectOf(it);
    return { entry, fields: new Set(fieldsIn(objectOf(entry.fieldsV1))) };
  });
}

function withOwners(object: Stored, owners: Owner[]): Stored {
  const managedFields = owners
    .filter(({ fields }) => fields.size > 0)
    .map(({ entry, fields }) => ({ ...entry, fieldsV1: treeOf(fields) }));
  return { ...object, metadata: { ...object.metadata, managedFields } };
}

const without = ({ entry, fields }: Owner, lost: string[]): Owner => {
  return { entry, fields: new Set([...fields].filter(f => !lost.includes(f))) };
};
const entryOf = (manager: FieldManager): JsonObject => {
  return { ...manager, fieldsType: 'FieldsV1' };
};
const isSame = (entry: JsonObject, { manager, ...its }: FieldManager) =>
  entry.manager === manager &&
  entry.operation === its.operation &&
  entry.subresource === its.subresource;

/** Field sets on the wire are trees of `f:<name>`. */
function treeOf(fields: Set<string>): JsonObject {
  return [...fields].reduce<JsonObject>((tree, field) => {
    const path = pathOf(field).map(name => `f:${name}`);
    return { ...tree, ...objectOf(grow(tree, path)) };
  }, {});
}

function grow(tree: JsonObject, [field, ...rest]: string[]): JsonObject {
  return field ? { ...tree, [field]: grow(objectOf(tree[field]), rest) } : tree;
}

function fieldsIn(tree: JsonObject, path: string[] = []): string[] {
  const below = Object.entries(tree);
  if (below.length === 0) return [JSON.stringify(path)];
  return below.flatMap(([name, inner]) =>
    fieldsIn(objectOf(inner), [...path, name.slice(2)]),
  );
}

function applyConflict(held: { owner: Owner; field: string }[]) {
  const print = ({ entry }: Owner) => {
    const using =
      entry.operation === 'Update' ? ` using ${textOf(entry.apiVersion)}` : '';
    return `"${textOf(entry.manager)}"${using}`;
  };
  const causes = held.map(({ owner, field }) => ({
    reason: 'FieldManagerConflict',
    message: `conflict with ${print(owner)}`,
    field: `.${pathOf(field).join('.')}`,
  }));
  const [first] = causes;
  const listed = causes.map(
    (cause, i) =>
      (cause.message === causes[i - 1]?.message
        ? ''
        : `${cause.message.replace('conflict', 'conflicts')}:\n`) +
      `- ${cause.field}`,
  );
  const why =
    causes.length === 1
      ? `1 conflict: ${first.message}: ${first.field}`
      : `${causes.length} conflicts: ${listed.join('\n')}`;
  return failure(409, 'Conflict', `Apply failed with ${why}`, { causes });
}
