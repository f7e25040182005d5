import type { ClaimRequest } from '../contract/api';
import {
  requireDnsLabel,
  requireDnsSubdomain,
  requireLabelValue,
} from '../kubernetes/names';
import type {
  Namespace,
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';
import { requireVolumeSize } from '../kubernetes/quantity';
import { claimManifest } from './claimManifest';
import { freezePlan } from './freezePlan';
import { requireNamespace, requireOurs } from './ownership';
import type { Plan } from './plan';
import {
  classNotes,
  requireEncryptedClass,
  requireModesOfDriver,
} from './requireEncryptedClass';
import { requireSameClaim } from './requireSameClaim';

/** What the cluster holds now. @public */
export interface ClaimState {
  namespace?: Namespace;
  /** The class of the requested name. */
  storageClass?: StorageClass;
  /** The claim of the requested name. */
  existing?: PersistentVolumeClaim;
  /** The label value by which a claim is found as the entity's. */
  kubernetesId: string;
}

/**
 * A claim of an encrypted class, labelled as the entity's. That the namespace
 * consents is not judged here. Throws `invalid-input`, `not-found`,
 * `unknown-storage-class`, `not-ours`, and `conflict` for a claim of ours that
 * is different.
 *
 * @public
 */
export function planClaim(request: ClaimRequest, state: ClaimState): Plan {
  requireNames(request, state);
  requireVolumeSize('size', request.size);
  requireNamespace(state.namespace, request.namespace);
  const storageClass = requireEncryptedClass(
    state.storageClass,
    request.storageClass,
  );
  const manifest = claimManifest(request, state.kubernetesId);
  requireModesOfDriver(storageClass, manifest);
  requireOurs(state.existing);
  if (state.existing) {
    requireSameClaim(state.existing, manifest);
  }
  return freezePlan({
    operation: 'claim',
    steps: [
      {
        kind: 'apply',
        id: 'claim',
        title: `PersistentVolumeClaim ${request.namespace}/${request.name}`,
        change: state.existing ? 'none' : 'create',
        cluster: request.cluster,
        manifest,
      },
    ],
    notes: classNotes(storageClass),
  });
}

function requireNames(request: ClaimRequest, state: ClaimState): void {
  requireDnsLabel('cluster', request.cluster);
  requireDnsLabel('namespace', request.namespace);
  requireDnsSubdomain('name', request.name);
  requireDnsSubdomain('storageClass', request.storageClass);
  requireLabelValue('entityRef', state.kubernetesId);
}
