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
const valueOf = (object: Json, field: string) => at(object, ...pathOf(field));

function leavesOf(value?: Json, path: string[] = []): string[] {
  const field = JSON.stringify(path);
  if (value === undefined || unowned.test(field)) return [];
  if (!isObject(value) || whole.test(field)) return [field];
  const inner = Object.entries(value);
  return inner.flatMap(([name, it]) => leavesOf(it, [...path, name]));
}

const differing = (fields: string[], one: Json, other: Json) =>
  fields.filter(it => !isDeepStrictEqual(valueOf(one, it), valueOf(other, it)));

const without = (owners: Owner[], lost: string[]): Owner[] =>
  owners.map(({ entry, fields }) => {
    return { entry, fields: fields.filter(it => !lost.includes(it)) };
  });

/**
 * Server-side apply: merges what `wanted` says, drops what its manager said before and
 * says no more, and notes who owns what. Throws 409 with a cause for each field that
 * another manager holds at another value, unless `force`; 501 for lists merged by key.
 */
export function applyFields(
  live: Stored,
  wanted: JsonObject,
  { manager, force }: { manager: JsonObject; force: boolean },
): Stored {
  const fields = leavesOf(wanted);
  const lists = fields.filter(it => Array.isArray(valueOf(wanted, it)));
  const keyed = lists.find(it => !whole.test(it));
  if (keyed) throw notPlayed(`server-side apply of the list ${keyed}`);
  const { mine, others } = ownersOf(live, manager);
  const changed = differing(fields, wanted, live);
  const held = others.flatMap(({ entry, fields: its }) =>
    changed.filter(it => its.includes(it)).map(it => causeOf(entry, it)),
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
  live: JsonObject,
  next: Stored,
  manager: JsonObject,
) {
  const changed = differing(leavesOf(next), next, live);
  const lost = [...changed, ...differing(leavesOf(live), live, next)];
  const { mine, others } = ownersOf(live, manager);
  const [{ fields }] = without([mine], lost);
  const entry = changed.length > 0 ? manager : mine.entry;
  const own = { entry, fields: [...fields, ...changed] };
  return withOwners(next, [...without(others, lost), own]);
}

function withValue<T extends JsonObject>(
  it: T,
  path: string[],
  value?: Json,
): T {
  const [field, ...rest] = path;
  if (rest.length === 0) return { ...it, [field]: value };
  const inner = withValue(objectOf(it[field]), rest, value);
  const empty = Object.values(inner).every(left => left === undefined);
  return { ...it, [field]: empty ? undefined : inner };
}

function ownersOf(object: JsonObject, manager: JsonObject) {
  const entries = listOf(at(object.metadata, 'managedFields')).map(objectOf);
  const all = entries.map(entry => ({
    entry,
    fields: fieldsIn(entry.fieldsV1),
  }));
  const same = ['manager', 'operation', 'subresource'];
  const isMine = ({ entry }: Owner) =>
    same.every(field => entry[field] === manager[field]);
  const mine = all.find(isMine) ?? { entry: manager, fields: [] };
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

function fieldsIn(tree?: Json, path: string[] = []): string[] {
  const below = Object.entries(objectOf(tree));
  if (below.length === 0) return [JSON.stringify(path)];
  return below.flatMap(([name, it]) => fieldsIn(it, [...path, name.slice(2)]));
}

function causeOf({ manager, operation, apiVersion }: JsonObject, held: string) {
  const using = operation === 'Update' ? ` using ${apiVersion}` : '';
  const message = `conflict with "${manager}"${using}`;
  const field = `.${pathOf(held).join('.')}`;
  return { reason: 'FieldManagerConflict', message, field };
}

function applyConflict(causes: ReturnType<typeof causeOf>[]) {
  const [one, ...more] = causes.map(it => `${it.message}: ${it.field}`);
  const listed = [one, ...more].map(it => it.replace(/: (?=\.)/, ':\n- '));
  const several = `${causes.length} conflicts: ${listed.join('\n')}`;
  const why = more.length > 0 ? several : `1 conflict: ${one}`;
  return failure([409, 'Conflict'], `Apply failed with ${why}`, { causes });
}
