import { LABEL_KUBERNETES_ID } from '../contract/annotations';
import type { ClaimRequest } from '../contract/api';
import type { Manifest } from '../kubernetes/objects';
import { OUR_LABELS } from './ownership';

/** A claim as it is written. @public */
export interface ClaimManifest extends Manifest {
  spec: {
    accessModes: string[];
    volumeMode: 'Filesystem' | 'Block';
    resources: { requests: { storage: string } };
    storageClassName: string;
  };
}

/** The claim of a request, labelled as the entity's. */
export function claimManifest(
  request: Omit<ClaimRequest, 'operation' | 'entityRef' | 'cluster'>,
  kubernetesId: string,
): ClaimManifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: request.name,
      namespace: request.namespace,
      labels: { ...OUR_LABELS, [LABEL_KUBERNETES_ID]: kubernetesId },
    },
    spec: {
      accessModes: [request.accessMode ?? 'ReadWriteOnce'],
      volumeMode: request.volumeMode ?? 'Filesystem',
      resources: { requests: { storage: request.size } },
      storageClassName: request.storageClass,
    },
  };
}
