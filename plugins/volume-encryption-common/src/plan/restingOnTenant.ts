import { VolumeEncryptionError } from '../contract/errors';
import { cephDriverOf } from '../driver/driverProfiles';
import { namedKmsId } from '../driver/encryptionAsked';
import { parseConnections } from '../kmsConnection/parseConnections';
import type {
  PersistentVolume,
  PersistentVolumeClaim,
  VolumeSnapshot,
  VolumeSnapshotContent,
} from '../kubernetes/objects';
import { valueOf } from '../observation/observed';
import { readEncryptionParameters } from '../storageClass/readEncryptionParameters';
import { tenantId } from '../tenant/tenant';
import { listed } from './listed';
import { titleOf } from './ownership';
import type { TenantRequest } from './tenantSteps';
import type { LeavingTenantState } from './tenantState';

/**
 * Throws `in-use` while anything needs the tenant's keys, or may: volumes of its
 * namespace, snapshots of them, claims that wait for such a volume, and volumes
 * and snapshots anywhere, on any cluster that was read, with a key in its mount.
 * What does not settle whether it needs them counts.
 */
export function requireNothingRests(
  { cluster, namespace }: TenantRequest,
  state: LeavingTenantState,
): void {
  const keys = handlesWithKey(state);
  const resting = [
    ...restingVolumes(namespace, state, keys),
    ...waitingClaims(namespace, state),
    ...restingSnapshots(namespace, state, keys),
    ...restingElsewhere(state, keys),
  ];
  if (resting.length === 0) return;
  const id = tenantId(cluster, namespace);
  throw new VolumeEncryptionError(
    'in-use',
    `${resting.length} of tenant "${id}" need its keys: ${listed(resting)}. Delete them, or move their data elsewhere, first.`,
    { field: 'namespace' },
  );
}

/** Handles of volumes and snapshots whose keys are in the tenant's mount. */
type Handles = ReadonlySet<string>;

function restingVolumes(
  namespace: string,
  state: LeavingTenantState,
  keys: Handles,
) {
  return state.volumes
    .filter(
      volume =>
        isKeyed(volume, keys) ||
        (volume.claim?.namespace === namespace && rests(volume, state)),
    )
    .map(titleOf);
}

/** In folders too, where a connection names one (`vaultPassphrasePath`). */
function handlesWithKey({ keys }: LeavingTenantState): Handles {
  return new Set(keys.map(name => name.slice(name.lastIndexOf('/') + 1)));
}

/**
 * Whether its key is in the mount, wherever it is itself: Ceph CSI names a key by
 * the handle, and a snapshot made beforehand for another namespace has the one of
 * the namespace that its volume was of.
 */
function isKeyed(
  object: PersistentVolume | VolumeSnapshotContent,
  keys: Handles,
): boolean {
  const handle =
    object.kind === 'PersistentVolume'
      ? object.csi?.volumeHandle
      : (object.snapshotHandle ?? object.sourceVolumeHandle);
  return handle !== undefined && keys.has(handle);
}

function restingElsewhere(
  { otherClusters }: LeavingTenantState,
  keys: Handles,
): string[] {
  return otherClusters.flatMap(({ name, objects }) =>
    (valueOf(objects) ?? [])
      .filter(it => isKeyed(it, keys))
      .map(it => `${titleOf(it)} of cluster "${name}"`),
  );
}

/** By its record: encrypted, by a connection that is not known to be another's. */
function rests({ csi }: PersistentVolume, state: LeavingTenantState): boolean {
  return csi !== undefined && needsTenant(csi.driver, csi.attributes, state);
}

const TENANT_TYPES = ['vaulttokens', 'vaulttenantsa'];

/**
 * Each connection for tenants takes what is in the namespace by the same names,
 * so that any of them counts; so does one that is not there to be looked at.
 */
function needsTenant(
  driver: string,
  parameters: Record<string, string>,
  { connections }: LeavingTenantState,
): boolean {
  const asked = readEncryptionParameters(driver, parameters);
  const kmsId = namedKmsId(asked);
  if (!kmsId) return false;
  const known = parseConnections(valueOf(connections)).connections;
  const type = known.find(it => it.kmsId === kmsId)?.kmsType;
  return type === undefined || TENANT_TYPES.includes(type);
}

function waitingClaims(namespace: string, state: LeavingTenantState) {
  return state.claims
    .filter(claim => claim.meta.namespace === namespace && !claim.volumeName)
    .filter(claim => asksForTenant(claim, state))
    .map(titleOf);
}

function asksForTenant(
  { storageClassName }: PersistentVolumeClaim,
  state: LeavingTenantState,
): boolean {
  const asked = state.storageClasses.find(
    ({ meta }) => meta.name === storageClassName,
  );
  return (
    asked !== undefined &&
    needsTenant(asked.provisioner, asked.parameters, state)
  );
}

/**
 * Snapshots have a key of their own, and outlive claim and volume: those whose
 * volume is gone count. One that has no content yet counts as its claim does.
 */
function restingSnapshots(
  namespace: string,
  state: LeavingTenantState,
  keys: Handles,
) {
  const { snapshots, snapshotContents } = state;
  const contents = snapshotContents.filter(
    it => it.snapshot?.namespace === namespace,
  );
  const without = snapshots.filter(
    snapshot =>
      snapshot.meta.namespace === namespace &&
      !contents.some(it => it.snapshot?.name === snapshot.meta.name),
  );
  return [
    ...snapshotContents.filter(
      it =>
        isKeyed(it, keys) ||
        (it.snapshot?.namespace === namespace && contentRests(it, state)),
    ),
    ...without.filter(it => snapshotRests(it, state)),
  ].map(titleOf);
}

function contentRests(
  { driver, sourceVolumeHandle }: VolumeSnapshotContent,
  state: LeavingTenantState,
): boolean {
  if (!cephDriverOf(driver)) return false;
  const volume = state.volumes.find(
    ({ csi }) => csi && csi.volumeHandle === sourceVolumeHandle,
  );
  return volume === undefined || rests(volume, state);
}

function snapshotRests(
  { claimName }: VolumeSnapshot,
  state: LeavingTenantState,
): boolean {
  const claim = state.claims.find(({ meta }) => meta.name === claimName);
  const volume = state.volumes.find(
    ({ meta }) => meta.name === claim?.volumeName,
  );
  return volume === undefined || rests(volume, state);
}
