import {
  isVolumeEncryptionError,
  MANAGER,
  VolumeEncryptionError,
  type ObjectKind,
  type ObjectPatch,
  type ObjectTarget,
} from 'backstage-plugin-volume-encryption-common';
import { textAt } from '../network/valueAt';
import { clientNode } from './clientNode';
import type { ApiServer } from './ApiServer';
import { describeCall, type Call } from './Call';
import { readRaw } from './getObject';
import { objectApi } from './objectApi';
import { anotherObject } from './refusal';
import { requireIdentity } from './requireIdentity';
import { requirePlace, resourceOf } from './resources';
import { requireAnswerTo } from './requireAnswerTo';
import { sameObject } from './sameObject';

/** The kinds of which a few fields are changed; all others are applied whole. */
const PATCHED: readonly ObjectKind[] = [
  'Namespace',
  'ConfigMap',
  'PersistentVolumeClaim',
  'ServiceAccount',
  'StorageClass',
];

/**
 * Merge patch of the very object that was looked at, as `ClusterWriter.patch`
 * promises: its uid goes along, and its resourceVersion where one is given.
 * Throws `invalid-input` before anything is sent.
 */
export async function patchObject(
  server: ApiServer,
  { target, patch }: { target: ObjectTarget; patch: ObjectPatch },
  { dryRun, signal }: { dryRun?: boolean; signal?: AbortSignal },
): Promise<'updated' | 'unchanged'> {
  const resource = resourceOf(target.kind);
  const { namespace, name } = target;
  requirePlace(resource, { namespace, name });
  requireIdentity(target, 'changed');
  requirePatchable(target, patch);
  const call: Call = { verb: 'patch', resource, namespace, name, signal };
  const ref = { namespace, name, signal };
  const before = await readRaw(server, resource.kind, ref);
  requireSeen(server, call, { before, uid: target.uid });
  const after = await send(server, call, { target, patch, dryRun });
  return sameObject(before, after, dryRun) ? 'unchanged' : 'updated';
}

function requirePatchable({ kind }: ObjectTarget, patch: ObjectPatch): void {
  if (!PATCHED.includes(kind)) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `Of a ${kind} no single field is changed here.`,
      { field: 'kind' },
    );
  }
  if (patch.data && kind !== 'ConfigMap') {
    throw new VolumeEncryptionError(
      'invalid-input',
      `Of a ${kind} labels and annotations can be changed, and no data.`,
      { field: 'data' },
    );
  }
}

function requireSeen(
  server: ApiServer,
  call: Call,
  { before, uid }: { before: unknown; uid: string },
): void {
  if (before === undefined) {
    throw new VolumeEncryptionError(
      'not-found',
      `Cluster "${server.name}" found nothing to ${describeCall(call)}.`,
    );
  }
  if (textAt(before, 'metadata', 'uid') !== uid) {
    throw anotherObject(server.name, call);
  }
}

async function send(
  server: ApiServer,
  call: Call,
  {
    target,
    patch,
    dryRun,
  }: { target: ObjectTarget; patch: ObjectPatch; dryRun?: boolean },
): Promise<unknown> {
  const { kind, namespace, name, uid, resourceVersion } = target;
  const { labels, annotations, data } = patch;
  const { PatchStrategy } = await clientNode();
  const api = await objectApi(server, call);
  // The client's types know of no null, which removes an entry.
  const changes: object = { uid, resourceVersion, labels, annotations };
  const body = {
    apiVersion: call.resource.apiVersion,
    kind,
    metadata: { namespace, name, ...changes },
    data,
  };
  try {
    const after = await api.patch(
      body,
      undefined,
      dryRun ? 'All' : undefined,
      MANAGER,
      undefined,
      PatchStrategy.MergePatch,
    );
    requireAnswerTo(call, server.name, after);
    return after;
  } catch (error) {
    throw isOfAnother(error) ? anotherObject(server.name, call) : error;
  }
}

/**
 * A uid that does not match is no conflict to the API server, but an attempt to
 * change an immutable field (seen with 1.37; Kubernetes
 * apimachinery/pkg/api/validation/objectmeta.go).
 */
function isOfAnother(error: unknown): boolean {
  return isVolumeEncryptionError(error) && error.field === 'metadata.uid';
}
