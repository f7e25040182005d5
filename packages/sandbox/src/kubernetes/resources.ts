import { JsonObject } from '../wire/json';

/** One kind of object the stand-in keeps. All are at version v1. */
export interface Resource {
  group: string;
  plural: string;
  kind: string;
  namespaced: boolean;
}

/** An object as the store keeps it. */
export interface Stored extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
}

export interface Metadata extends JsonObject {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  creationTimestamp: string;
}

const namespaced = (kind: string, plural: string): Resource => {
  return { group: '', plural, kind, namespaced: true };
};
const clusterWide = (kind: string, plural: string, group = ''): Resource => {
  return { group, plural, kind, namespaced: false };
};

export const resources: Resource[] = [
  clusterWide('Namespace', 'namespaces'),
  clusterWide('Node', 'nodes'),
  clusterWide('PersistentVolume', 'persistentvolumes'),
  clusterWide('StorageClass', 'storageclasses', 'storage.k8s.io'),
  namespaced('ConfigMap', 'configmaps'),
  namespaced('Event', 'events'),
  namespaced('PersistentVolumeClaim', 'persistentvolumeclaims'),
  namespaced('Pod', 'pods'),
  namespaced('Secret', 'secrets'),
  namespaced('ServiceAccount', 'serviceaccounts'),
];

export function apiVersionOf({ group }: Resource) {
  return group ? `${group}/v1` : 'v1';
}

/** `storageclasses.storage.k8s.io`, as the server names a resource in its messages. */
export function qualified(name: string, group: string) {
  return group ? `${name}.${group}` : name;
}

/** What a request path points at. */
export interface Target {
  resource: Resource;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** Reads `/api/v1/…` and `/apis/<group>/v1/…`; `undefined` for any other path. */
export function parseTarget(path: string[]): Target | undefined {
  const [root, ...below] = path;
  const group = root === 'apis' ? below.shift() : '';
  if ((root !== 'api' && root !== 'apis') || below.shift() !== 'v1') {
    return undefined;
  }
  const inNamespace = below[0] === 'namespaces' && below.length > 2;
  const ofNamespace = ['status', 'finalize'].includes(below[2]);
  const scoped = inNamespace && !ofNamespace;
  const namespace = scoped ? below.splice(0, 2)[1] : undefined;
  const [plural, name, subresource, ...rest] = below;
  const resource = resources.find(
    it => it.group === group && it.plural === plural,
  );
  if (!resource || rest.length > 0 || (scoped && !resource.namespaced)) {
    return undefined;
  }
  return { resource, namespace, name, subresource };
}
