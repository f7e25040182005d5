import { JsonObject } from '../wire/json';
import { notPlayed } from './status';

/** One kind of object the stand-in keeps. All are at version v1. */
export interface Resource {
  kind: string;
  plural: string;
  group: string;
  namespaced: boolean;
}

/** An object as the store keeps it. */
export interface Stored extends JsonObject {
  metadata: JsonObject & { name: string; namespace?: string };
}

const clusterWide = 'Namespace Node PersistentVolume StorageClass';
const namespaced =
  'ConfigMap Event PersistentVolumeClaim Pod Secret ServiceAccount';

export const resources: Resource[] = `${clusterWide} ${namespaced}`
  .split(' ')
  .map(kind => ({
    kind,
    plural: `${kind.toLowerCase()}s`.replace('classs', 'classes'),
    group: kind === 'StorageClass' ? 'storage.k8s.io' : '',
    namespaced: namespaced.includes(kind),
  }));

/** @throws 501 for a kind that is not kept */
export function resourceOf(kind: string): Resource {
  const found = resources.find(it => it.kind === kind);
  if (!found) throw notPlayed(`objects of kind ${kind}`);
  return found;
}

export const apiVersionOf = ({ group }: Resource) =>
  group ? `${group}/v1` : 'v1';

/** What a request points at. */
export interface Target {
  resource: Resource;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/**
 * Reads `api/v1/…` and `apis/<group>/v1/…`.
 *
 * @throws 501 for any other path
 */
export function parseTarget(path: string): Target {
  const [, group = '', below = ''] =
    path.match(/^(?:api|apis\/([^/]+))\/v1\/(.+)$/) ?? [];
  const [, namespace, inside = below] =
    below.match(/^namespaces\/([^/]+)\/((?!status$).+)$/) ?? [];
  const [plural, name, subresource = '', ...rest] = inside.split('/');
  const resource = resources.find(
    it => it.group === group && it.plural === plural,
  );
  const fits = !rest.length && /^(status|token)?$/.test(subresource);
  if (resource && fits && (resource.namespaced || !namespace)) {
    return { resource, namespace, name, subresource };
  }
  throw notPlayed(`the path /${path}`);
}
