import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject } from '../wire/json';
import { listOf, objectOf } from '../wire/json';
import { Stored } from './resources';
import { failure, notPlayed } from './status';

/** An entry of `managedFields`; a field is the JSON text of its path. */
interface Owner {
  entry: JsonObject;
  fields: string[];
}

/** Lists and structs that are written as one value (`+listType=atomic` in the API). */
const whole =
  /"(accessModes|mountOptions|allowedTopologies|selector|dataSource)"]$/;
const unowned =
  /^\["(apiVersion|kind|metadata","(name|namespace|uid|resourceVersion|creationTimestamp|deletionTimestamp|managedFields))"/;

const pathOf = (field: string): string[] => JSON.parse(field);
const valueOf = (object: Json | undefined, field: string) =>
  at(object, ...pathOf(field));

function leavesOf(value?: Json, path: string[] = []): string[] {
  const field = JSON.stringify(path);
  if (value === undefined || unowned.test(field)) return [];
  if (!isObject(value) || whole.test(field)) return [field];
  const inner = Object.entries(value);
  return inner.flatMap(([name, it]) => leavesOf(it, [...path, name]));
}

/**
 * Server-side apply: merges what `wanted` says, drops what its manager said before and
 * says no more, and notes who owns what.
 *
 * @throws 409 with a cause for each field that another manager holds at another value,
 *   unless `force`; 501 where lists would have to be merged by key
 */
export function applyFields(
  live: Stored,
  wanted: JsonObject,
  { manager, force }: { manager: JsonObject; force: boolean },
): Stored {
  const fields = leavesOf(wanted);
  const keyed = fields.find(
    it => Array.isArray(valueOf(wanted, it)) && !whole.test(it),
  );
  if (keyed) throw notPlayed(`server-side apply of the list ${keyed}`);
  const { mine, others } = ownersOf(live, manager);
  const changed = differing(fields, wanted, live);
  const held = others.flatMap(({ entry, fields: its }) =>
    changed.filter(it => its.includes(it)).map(field => ({ entry, field })),
  );
  if (held.length > 0 && !force) throw applyConflict(held);
  const kept = [fields, ...others.map(it => it.fields)].flat();
  const dropped = mine.fields.filter(it => !kept.includes(it));
  const object = [...dropped, ...changed].reduce(
    (it, field) => withValue(it, pathOf(field), valueOf(wanted, field)),
    live,
  );
  const entry = changed.length > 0 ? manager : mine.entry;
  return withOwners(object, [{ entry, fields }, ...without(others, changed)]);
}

/** What a create or a merge does to ownership: the writer owns what he changed. */
export function updateFields(
  live: Stored | undefined,
  next: Stored,
  manager: JsonObject,
): Stored {
  const changed = differing(leavesOf(next), next, live);
  const lost = [...changed, ...differing(leavesOf(live), live, next)];
  const { mine, others } = ownersOf(live, manager);
  const [kept] = without([mine], lost);
  const entry = changed.length > 0 ? manager : mine.entry;
  const own = { entry, fields: [...kept.fields, ...changed] };
  return withOwners(next, [...without(others, lost), own]);
}

const differing = (fields: string[], one?: Json, other?: Json) =>
  fields.filter(it => !isDeepStrictEqual(valueOf(one, it), valueOf(other, it)));

const without = (owners: Owner[], lost: string[]): Owner[] =>
  owners.map(({ entry, fields }) => {
    return { entry, fields: fields.filter(it => !lost.includes(it)) };
  });

function withValue<T extends JsonObject>(
  object: T,
  [field, ...rest]: string[],
  value?: Json,
): T {
  if (rest.length === 0) return { ...object, [field]: value };
  const inner = withValue(objectOf(object[field]), rest, value);
  const empty = Object.values(inner).every(it => it === undefined);
  return { ...object, [field]: empty ? undefined : inner };
}

function ownersOf(object: Stored | undefined, manager: JsonObject) {
  const all = listOf(object?.metadata.managedFields).map(it => {
    const entry = objectOf(it);
    return { entry, fields: fieldsIn(objectOf(entry.fieldsV1)) };
  });
  const same = ['manager', 'operation', 'subresource'];
  const mine: Owner = all.find(({ entry }) =>
    same.every(field => entry[field] === manager[field]),
  ) ?? { entry: manager, fields: [] };
  return { mine, others: all.filter(it => it !== mine) };
}

/** Field sets on the wire are trees of `f:<name>`. */
function withOwners(object: Stored, owners: Owner[]): Stored {
  const held = owners.filter(({ fields }) => fields.length > 0);
  const managedFields = held.map(({ entry, fields }) => {
    const paths = fields.map(it => pathOf(it).map(name => `f:${name}`));
    const grow = (tree: JsonObject, path: string[]) =>
      withValue(tree, path, {});
    const fieldsV1 = paths.reduce<JsonObject>(grow, {});
    return { ...entry, fieldsType: 'FieldsV1', fieldsV1 };
  });
  return { ...object, metadata: { ...object.metadata, managedFields } };
}

function fieldsIn(tree: JsonObject, path: string[] = []): string[] {
  const below = Object.entries(tree);
  if (below.length === 0) return [JSON.stringify(path)];
  return below.flatMap(([name, it]) =>
    fieldsIn(objectOf(it), [...path, name.slice(2)]),
  );
}

function applyConflict(held: { entry: JsonObject; field: string }[]) {
  const causes = held.map(({ entry, field }) => {
    const { manager, operation, apiVersion } = entry;
    const using = operation === 'Update' ? ` using ${apiVersion}` : '';
    const message = `conflict with "${manager}"${using}`;
    const path = `.${pathOf(field).join('.')}`;
    return { reason: 'FieldManagerConflict', message, field: path };
  });
  const [one, ...more] = causes.map(it => `${it.message}: ${it.field}`);
  const listed = [one, ...more].map(it => it.replace(/: (?=\.)/, ':\n- '));
  const several = `${causes.length} conflicts: ${listed.join('\n')}`;
  const why = more.length > 0 ? several : `1 conflict: ${one}`;
  return failure([409, 'Conflict'], `Apply failed with ${why}`, { causes });
}
