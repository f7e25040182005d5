import type { NewNamespace } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { ReadContext } from './ReadContext';

const REQUEST = {
  verb: 'create',
  group: 'project.openshift.io',
  resource: 'projectrequests',
};

/**
 * How the cluster lets the portal make a namespace of this name. One that cannot
 * tell is taken to let it: then it refuses when it is done.
 */
export async function readNewNamespace(
  { rights, projects }: Pick<Cluster, 'rights' | 'projects'>,
  name: string,
  { signal }: Pick<ReadContext, 'signal'>,
): Promise<NewNamespace> {
  if (!rights) return { by: 'namespace', mayPatch: true };
  const ofNamespace = { group: '', resource: 'namespaces', name };
  const may = (verb: string) =>
    rights.may({ verb, ...ofNamespace }, { signal });
  const mayPatch = await may('patch');
  // A server-side apply of what is not there needs both.
  if (mayPatch && (await may('create'))) return { by: 'namespace', mayPatch };
  const mayRequest =
    (await projects?.areServed({ signal })) &&
    (await rights.may(REQUEST, { signal }));
  return { by: mayRequest ? 'project-request' : 'none', mayPatch };
}
