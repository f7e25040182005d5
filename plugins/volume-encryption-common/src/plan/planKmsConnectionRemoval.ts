import type { KmsConnectionRemovalRequest, Reason } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { cephDriverOf } from '../driver/driverProfiles';
import { parseConnections } from '../kmsConnection/parseConnections';
import { requireConfigMapKey, requireDnsLabel } from '../kubernetes/names';
import { entryChange, type DataChange } from './connectionMap';
import { volumesOf, type ConnectionState } from './connectionState';
import { connectionStep } from './connectionStep';
import { freezePlan } from './freezePlan';
import { listed } from './listed';
import type { Plan } from './plan';
import { planNote } from './planNotes';
import { requireNoTenants } from './requireNoTenants';
import {
  requireOthersWellFormed,
  requireWritableSource,
} from './requireWritableSource';

/**
 * Takes one entry out of the KMS connections, also one that is malformed.
 *
 * Throws `unknown-connection`; `in-use` while a class or a volume names it, for
 * those volumes would neither mount nor be deleted, or while tenants have
 * credentials that no other connection leads to; `conflict` as
 * {@link planKmsConnection}.
 *
 * @public
 */
export function planKmsConnectionRemoval(
  request: KmsConnectionRemovalRequest,
  state: ConnectionState,
): Plan {
  const { kmsId, cluster } = request;
  requireDnsLabel('cluster', cluster);
  requireConfigMapKey('kmsId', kmsId);
  const change = entryChange(kmsId, undefined, state);
  requireKnown(kmsId, change, state);
  requireUnused(kmsId, state);
  requireNoTenants(kmsId, state);
  const sourceNotes = requireWritableSource(state);
  const left = requireOthersWellFormed(kmsId, state);
  return freezePlan({
    operation: 'kms-connection-removal',
    steps: [connectionStep(request, change, state)],
    notes: [...sourceNotes, ...left, ...snapshotNotes(kmsId, state)],
  });
}

/**
 * A snapshot has a key of its own, by the connection of the volume it was taken of
 * (ceph-csi `internal/rbd/encryption.go` copyEncryptionConfig), and does not name
 * it. Where that volume is gone nobody can tell which one that was.
 */
function snapshotNotes(
  kmsId: string,
  { volumes, snapshotContents }: ConnectionState,
): Reason[] {
  const handles = new Set(volumes.map(({ csi }) => csi?.volumeHandle));
  const names = snapshotContents
    .filter(
      ({ driver, sourceVolumeHandle }) =>
        cephDriverOf(driver) && !handles.has(sourceVolumeHandle),
    )
    .map(({ meta }) => meta.name);
  if (names.length === 0) return [];
  return [
    planNote(
      'snapshots-may-need-it',
      'warning',
      `Nobody can tell whether the keys of these snapshots were made by "${kmsId}", for their volumes are gone: VolumeSnapshotContents ${listed(names.sort())}. If they were, they can neither be restored nor deleted without it.`,
    ),
  ];
}

function requireKnown(
  kmsId: string,
  { before, after }: DataChange,
  { configMap }: ConnectionState,
): void {
  if (before !== undefined && before !== after) return;
  const { connections, malformed } = parseConnections(configMap);
  const ids = [...connections, ...malformed].map(it => it.kmsId);
  throw new VolumeEncryptionError(
    'unknown-connection',
    `This cluster has no KMS connection "${kmsId}". There are: ${ids.join(', ') || 'none'}.`,
    { field: 'kmsId' },
  );
}

function requireUnused(kmsId: string, state: ConnectionState): void {
  const classes = state.storageClasses
    .filter(({ parameters }) => parameters.encryptionKMSID === kmsId)
    .map(({ meta }) => meta.name);
  const volumes = volumesOf(kmsId, state).map(({ meta }) => meta.name);
  const users = [
    ...(classes.length > 0 ? [`StorageClasses ${listed(classes.sort())}`] : []),
    ...(volumes.length > 0 ? [`volumes ${listed(volumes.sort())}`] : []),
  ];
  if (users.length === 0) return;
  throw new VolumeEncryptionError(
    'in-use',
    `The KMS connection "${kmsId}" is named by ${users.join(' and by ')}. Without it they can neither be mounted nor deleted. Remove them first; a malformed entry can be corrected instead.`,
    { field: 'kmsId' },
  );
}
