import type { ClusterEvent } from '../kubernetes/objects';

/** A ProvisioningFailed Warning on a claim, with what a test wants otherwise. */
export function eventOf(fields: Partial<ClusterEvent>): ClusterEvent {
  return {
    kind: 'Event',
    meta: {
      name: 'data.17a',
      namespace: 'payments',
      uid: 'e-1',
      resourceVersion: '1',
      createdAt: '2026-01-01T10:00:00Z',
      labels: {},
      annotations: {},
      owners: [],
    },
    about: {
      kind: 'PersistentVolumeClaim',
      namespace: 'payments',
      name: 'data',
      uid: 'c-1',
    },
    type: 'Warning',
    reason: 'ProvisioningFailed',
    message: '',
    count: 1,
    firstSeen: '2026-01-01T10:00:00Z',
    lastSeen: '2026-01-01T10:00:00Z',
    ...fields,
  };
}

/** The same of a pod that mounts the claim. */
export function podEventOf(fields: Partial<ClusterEvent>): ClusterEvent {
  return eventOf({
    about: { kind: 'Pod', namespace: 'payments', name: 'app-0', uid: 'p-1' },
    reason: 'FailedMount',
    ...fields,
  });
}

/** A volume handle as Ceph CSI of Rook makes them. */
export function handleOf(uuid: string): string {
  return `0001-0009-rook-ceph-0000000000000002-${uuid}`;
}

/** The text of a failed key write, as it came from Ceph CSI 3.12.2 and Vault 1.21.1. */
export function keyWriteFailure(uuid: string, answer: string): string {
  const handle = handleOf(uuid);
  return [
    'rpc error: code = Internal desc = failed to setup encryption for image',
    ` replicapool/csi-vol-${uuid}: failed to save the passphrase for ${handle}:`,
    ` saving passphrase at ${handle} request to vault failed: failed to put`,
    ' secret: backendPath=csi/prod.payments, backendV2=true, namespace=,',
    ` secretID=${handle}: ${answer}`,
  ].join('');
}

/** How the Vault client prints an answer that is an error. */
export function vaultAnswer(
  uuid: string,
  status: number,
  errors: string,
): string {
  return `Error making API request.\n\nURL: PUT http://vault.example:8200/v1/csi/prod.payments/data/${handleOf(
    uuid,
  )}\nCode: ${status}. Errors:\n\n${errors}\n\n`;
}
