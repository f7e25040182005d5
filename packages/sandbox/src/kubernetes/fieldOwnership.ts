import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject, listOf, objectOf } from '../wire/json';
import { Stored } from './resources';
import { failure, notPlayed } from './status';

/** An entry of `managedFields`; a field is the JSON text of its path. */
type Owner = { entry: JsonObject; fields: string[] };

/** Lists and structs that are written as one value (`+listType=atomic` in the API). */
const whole =
  /"(accessModes|mountOptions|allowedTopologies|dataSource|template|ownerReferences)"]$/;
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
const rest = (fields: string[], lost: string[]) =>
  fields.filter(it => !lost.includes(it));
const lose = (lost: string[]) => (owner: Owner) => {
  return { ...owner, fields: rest(owner.fields, lost) };
};

/**
 * Server-side apply: merges what `wanted` says, and drops what its manager says no more.
 * Throws 409 naming what another holds at another value, 501 for lists merged by key.
 */
export function applyFields(live: Stored, wanted: JsonObject, by: JsonObject) {
  const { force, ...manager } = by;
  const fields = leavesOf(wanted);
  const lists = fields.filter(it => Array.isArray(valueOf(wanted, it)));
  const keyed = lists.find(it => !whole.test(it));
  if (keyed) throw notPlayed(`server-side apply of the list ${keyed}`);
  const { mine, others } = ownersOf(live, manager);
  const changed = differing(fields, wanted, live);
  const held = ({ entry, fields: its }: Owner) =>
    its.filter(it => changed.includes(it)).map(it => causeOf(entry, it));
  const causes = others.flatMap(held);
  if (causes.length > 0 && !force) throw applyConflict(causes);
  const kept = [fields, ...others.map(it => it.fields)].flat();
  const object = [...rest(mine.fields, kept), ...changed].reduce(
    (it, field) => withValue(it, pathOf(field), valueOf(wanted, field)),
    live,
  );
  const entry = changed.length > 0 ? manager : mine.entry;
  return withOwners(object, { entry, fields }, others.map(lose(changed)));
}

/** What a create or a merge does to ownership: the writer owns what he changed. */
export function updateFields(live: JsonObject, next: Stored, head: JsonObject) {
  const changed = differing(leavesOf(next), next, live);
  const lost = [...changed, ...differing(leavesOf(live), live, next)];
  const { mine, others } = ownersOf(live, head);
  const entry = changed.length > 0 ? head : mine.entry;
  const fields = [...rest(mine.fields, lost), ...changed];
  return withOwners(next, { entry, fields }, others.map(lose(lost)));
}

function withValue<T extends JsonObject>(it: T, path: string[], to?: Json): T {
  const [field, ...below] = path;
  if (below.length === 0) return { ...it, [field]: to };
  const inner = withValue(objectOf(it[field]), below, to);
  const empty = Object.values(inner).every(left => left === undefined);
  return { ...it, [field]: empty ? undefined : inner };
}

function ownersOf(object: JsonObject, head: JsonObject) {
  const all = listOf(at(object.metadata, 'managedFields')).map(it => {
    return { entry: objectOf(it), fields: fieldsIn(at(it, 'fieldsV1')) };
  });
  const same = ['manager', 'operation', 'subresource'];
  const isMine = ({ entry }: Owner) => same.every(it => entry[it] === head[it]);
  const mine = all.find(isMine) ?? { entry: head, fields: [] };
  return { mine, others: all.filter(it => it !== mine) };
}

/** Notes the owners. On the wire a field set is a tree. */
function withOwners(object: Stored, mine: Owner, others: Owner[]): Stored {
  const held = [mine, ...others].filter(({ fields }) => fields.length > 0);
  const wire = (field: string) => pathOf(field).map(name => `f:${name}`);
  const grow = (tree: JsonObject, it: string) => withValue(tree, wire(it), {});
  const managedFields = held.map(({ entry, fields }) => {
    const fieldsV1 = fields.reduce<JsonObject>(grow, {});
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
  const listed = causes.map(it => `${it.message}: ${it.field}`).join('\n');
  const count = `${causes.length} conflict${causes.length > 1 ? 's' : ''}`;
  const message = `Apply failed with ${count}: ${listed}`;
  return failure([409, 'Conflict'], message, { causes });
}
