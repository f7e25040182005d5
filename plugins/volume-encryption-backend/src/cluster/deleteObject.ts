import {
  isVolumeEncryptionError,
  type ObjectTarget,
} from 'backstage-plugin-volume-encryption-common';
import { itemsAt, numberAt, textAt } from '../network/valueAt';
import type { ApiServer } from './ApiServer';
import type { Call } from './Call';
import { objectApi } from './objectApi';
import { requireIdentity } from './requireIdentity';
import { requirePlace, resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';

/** `pretty`, `dryRun` and three more, in the client's order. */
const NOTHING_IN_THE_QUERY = [
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
] as const;

/**
 * Deletes the very object that was looked at, as `ClusterWriter.delete`
 * promises: its uid goes along as a precondition, so that never another one of
 * the same name is deleted. Throws `invalid-input` before anything is sent.
 */
export async function deleteObject(
  server: ApiServer,
  target: ObjectTarget,
  { dryRun, signal }: { dryRun?: boolean; signal?: AbortSignal },
): Promise<'deleted' | 'terminating' | 'absent'> {
  const resource = resourceOf(target.kind);
  const { namespace, name } = target;
  requirePlace(resource, { namespace, name });
  requireIdentity(target, 'deleted');
  const call: Call = { verb: 'delete', resource, namespace, name, signal };
  try {
    const answer = await send(server, call, { target, dryRun });
    requireAnswerTo(call, server.name, answer);
    return isHeld(answer) ? 'terminating' : 'deleted';
  } catch (error) {
    if (isVolumeEncryptionError(error) && error.code === 'not-found') {
      return 'absent';
    }
    throw error;
  }
}

/**
 * Everything goes in the body: where there is one, the API server ignores the
 * query, and `dryRun` there would delete (seen with 1.37; Kubernetes
 * apiserver/pkg/endpoints/handlers/delete.go).
 */
async function send(
  server: ApiServer,
  call: Call,
  { target, dryRun }: { target: ObjectTarget; dryRun?: boolean },
): Promise<unknown> {
  const { kind, namespace, name, uid, resourceVersion } = target;
  const { apiVersion } = call.resource;
  const api = await objectApi(server, call);
  return api.delete(
    { apiVersion, kind, metadata: { namespace, name } },
    ...NOTHING_IN_THE_QUERY,
    {
      preconditions: { uid, resourceVersion },
      propagationPolicy: 'Background',
      dryRun: dryRun ? ['All'] : undefined,
    },
  );
}

/**
 * Some kinds answer with a Status and others with the object that is gone
 * (`ReturnDeletedObject` in Kubernetes pkg/registry); an object that is still
 * there has a time of deletion and something that holds it. Namespaces are
 * held by `spec.finalizers`, Pods by their grace period.
 */
function isHeld(answer: unknown): boolean {
  if (!textAt(answer, 'metadata', 'deletionTimestamp')) return false;
  const grace = numberAt(answer, 'metadata', 'deletionGracePeriodSeconds');
  const finalizers = [
    ...itemsAt(answer, 'metadata', 'finalizers'),
    ...itemsAt(answer, 'spec', 'finalizers'),
  ];
  return finalizers.length > 0 || (grace ?? 0) > 0;
}
