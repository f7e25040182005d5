import type { ClusterRight } from 'backstage-plugin-volume-encryption-node';
import { valueAt } from '../network/valueAt';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { objectApi } from './objectApi';
import { requireAnswerTo } from './requireAnswerTo';

const resource: Call['resource'] = {
  kind: 'SelfSubjectAccessReview',
  apiVersion: 'authorization.k8s.io/v1',
  name: 'selfsubjectaccessreviews',
  namespaced: false,
};

/** As `ClusterRights.may` promises. */
export async function reviewRight(
  server: ApiServer,
  resourceAttributes: ClusterRight,
  { signal }: { signal?: AbortSignal },
): Promise<boolean> {
  const call: Call = { verb: 'create', resource, signal };
  const { kind, apiVersion } = resource;
  const review: object = { spec: { resourceAttributes } };
  const api = await objectApi(server, call);
  const answer = await api.create({ apiVersion, kind, ...review });
  requireAnswerTo(call, server.name, answer);
  return valueAt(answer, 'status', 'allowed') === true;
}
