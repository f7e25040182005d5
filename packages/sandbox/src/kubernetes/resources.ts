import { JsonObject } from '../wire/json';
import { WireRequest } from '../wire/serve';
import { failure, notPlayed } from './status';
import { ObjectStore } from './store';
import wordings from './wordings.json';

/** One kind of object the stand-in keeps, all at version v1. */
export type Resource = { kind: string; plural: string; group?: string };

/** An object as the store keeps it. */
export interface Stored extends JsonObject {
  metadata: JsonObject & { name: string; namespace?: string };
}

/** What a request points at. */
export interface Target {
  resource: Resource;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** A request that was let in, with the object that is there now. */
export interface Call extends Target {
  store: ObjectStore;
  live?: Stored;
  request: WireRequest;
  time: string;
}

const kinds =
  'Namespace Node PersistentVolume StorageClass ConfigMap Event PersistentVolumeClaim Pod Secret ServiceAccount Deployment DaemonSet Job';
const groups: Record<string, string> = wordings.groups;
const resources: Resource[] = kinds.split(' ').map(kind => ({
  kind,
  plural: `${kind.toLowerCase()}s`.replace('classs', 'classes'),
  group: groups[kind],
}));

/** @throws 501 for a kind that is not kept */
export function resourceOf(name: string, by: keyof Resource = 'kind') {
  const found = resources.find(it => it[by] === name);
  if (!found) throw notPlayed(`objects of ${by} ${name}`);
  return found;
}

export const apiVersionOf = ({ group }: Resource) =>
  `${group ?? ''}/v1`.replace(/^\//, '');

/** Reads `api/v1/…` and `apis/<group>/v1/…`; throws 501 for any other path. */
export function parseTarget(path: string): Target {
  const isAbsent = wordings.absent.some(it => path.startsWith(`apis/${it}/`));
  if (isAbsent) throw failure([404, 'NotFound'], wordings.noSuchKind);
  const [, group, below = ''] =
    path.match(/^(?:api|apis\/([^/]+))\/v1\/(.+)$/) ?? [];
  const [, namespace, inside = below] =
    below.match(/^namespaces\/([^/]+)\/((?!status$).+)$/) ?? [];
  const [, plural, name, subresource] =
    inside.match(/^(\w+)(?:\/([^/]+))?(?:\/(status|token))?$/) ?? [];
  const resource = resourceOf(plural, 'plural');
  if (resource.group !== group) throw notPlayed(`the path /${path}`);
  return { resource, namespace, name, subresource };
}
