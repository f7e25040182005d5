import type { Resource } from './resources';

/** One call to an API server: what for, and who may stop it. */
export interface Call {
  verb: 'get' | 'list' | 'watch' | 'create' | 'apply' | 'patch' | 'delete';
  resource: Omit<Resource, 'kind'> & { kind: string };
  namespace?: string;
  name?: string;
  signal?: AbortSignal;
}

/** The call in words, such as `get secrets "x" in namespace "y"`. */
export function describeCall(call: Call): string {
  const { verb, resource, namespace, name } = call;
  const what = name ? `${resource.name} "${name}"` : resource.name;
  return `${verb} ${what}${namespace ? ` in namespace "${namespace}"` : ''}`;
}

const METADATA = 'application/json;as=PartialObjectMetadata';
const OF_META_V1 = ';g=meta.k8s.io;v=v1';

/**
 * The `Accept` header of a call. Secrets come as metadata only, with nothing
 * else acceptable, so that their data never reaches this process
 * (Kubernetes API concepts, "Alternate representations of resources").
 */
export function acceptOf({ verb, resource }: Call): string {
  if (resource.kind !== 'Secret') return 'application/json';
  return METADATA + (verb === 'list' ? 'List' : '') + OF_META_V1;
}
