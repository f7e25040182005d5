import { isDeepStrictEqual } from 'node:util';
import { at, isObject, Json, JsonObject } from '../wire/json';
import { listOf, objectOf } from '../wire/json';
import { Stored } from './resources';
import { failure, notPlayed } from './status';

/** Who writes: an entry of `managedFields` but for its fields. */
export interface FieldManager extends JsonObject {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time: string;
  subresource?: string;
}

/** An entry of `managedFields`; a field is the JSON text of its path. */
interface Owner {
  entry: JsonObject;
  fields: string[];
}

/** Lists and structs that are written as one value (`+listType=atomic` in the API). */
const whole =
  /^(accessModes|mountOptions|allowedTopologies|selector|dataSource|dataSourceRef)$/;
const unowned =
  /^(apiVersion|kind|metadata\.(name|namespace|uid|resourceVersion|creationTimestamp|deletionTimestamp|managedFields))$/;

const pathOf = (field: string): string[] => JSON.parse(field);
const valueOf = (object: Json | undefined, field: string) =>
  at(object, ...pathOf(field));

function leavesOf(value?: Json, path: string[] = []): string[] {
  if (value === undefined || unowned.test(path.join('.'))) return [];
  const isLeaf = !isObject(value) || whole.test(`${path.at(-1)}`);
  if (isLeaf) return [JSON.stringify(path)];
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
  { manager, force }: { manager: FieldManager; force: boolean },
): Stored {
  const fields = leavesOf(wanted);
  const isKeyed = (it: string) =>
    Array.isArray(valueOf(wanted, it)) && !whole.test(`${pathOf(it).at(-1)}`);
  const keyed = fields.find(isKeyed);
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
  manager: FieldManager,
): Stored {
  const changed = differing(leavesOf(next), next, live);
  const isGone = (field: string) => valueOf(next, field) === undefined;
  const lost = [...changed, ...leavesOf(live).filter(isGone)];
  const { mine, others } = ownersOf(live, manager);
  const [kept] = without([mine], lost);
  const entry = changed.length > 0 ? manager : mine.entry;
  const fields = [...kept.fields, ...changed];
  return withOwners(next, [...without(others, lost), { entry, fields }]);
}

const differing = (fields: string[], one: Json, other?: Json) =>
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

function ownersOf(object: Stored | undefined, manager: FieldManager) {
  const all = listOf(object?.metadata.managedFields).map(it => {
    const entry = objectOf(it);
    return { entry, fields: fieldsIn(objectOf(entry.fieldsV1)) };
  });
  const isMine = ({ entry }: Owner) =>
    ['manager', 'operation', 'subresource'].every(
      field => entry[field] === manager[field],
    );
  const mine = all.find(isMine) ?? { entry: manager, fields: [] };
  return { mine, others: all.filter(it => it !== mine) };
}

/** Field sets on the wire are trees of `f:<name>`. */
function withOwners(object: Stored, owners: Owner[]): Stored {
  const fieldsType = 'FieldsV1';
  const managedFields = owners
    .filter(({ fields }) => fields.length > 0)
    .map(({ entry, fields }) => {
      const paths = fields.map(it => pathOf(it).map(name => `f:${name}`));
      const tree: JsonObject = {};
      const fieldsV1 = paths.reduce(
        (it, path) => withValue(it, path, {}),
        tree,
      );
      return { ...entry, fieldsType, fieldsV1 };
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
  const causes = held.map(({ entry, field: path }) => {
    const { manager, operation, apiVersion } = entry;
    const using = operation === 'Update' ? ` using ${apiVersion}` : '';
    const message = `conflict with "${manager}"${using}`;
    const field = `.${pathOf(path).join('.')}`;
    return { reason: 'FieldManagerConflict', message, field };
  });
  const by = (message: string) =>
    causes.filter(it => it.message === message).map(it => `\n- ${it.field}`);
  const [{ message, field }] = causes;
  const listed = [...new Set(causes.map(it => it.message))]
    .map(it => `${it.replace('conflict', 'conflicts')}:${by(it).join('')}`)
    .join('\n');
  const why =
    causes.length > 1
      ? `${causes.length} conflicts: ${listed}`
      : `1 conflict: ${message}: ${field}`;
  return failure([409, 'Conflict'], `Apply failed with ${why}`, { causes });
}
