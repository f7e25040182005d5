import { VolumeEncryptionError } from '../contract/errors';
import { keyLocation, keyValueVersion } from '../kmsConnection/keyLocation';
import { keyStoreOf, type KmsConnection } from '../kmsConnection/kmsConnection';
import type { PersistentVolume } from '../kubernetes/objects';
import { volumesOf, type ConnectionState } from './connectionState';
import { inForceFor } from './inForceFor';
import { listed } from './listed';

/**
 * Throws `conflict` when a connection that volumes name would make Ceph CSI look
 * for their keys where they are not (another Vault, mount or name), or be of
 * another type: it reads the connection at every call, so those volumes would not
 * mount again. What else it asks with then is for `replacementNotes`.
 */
export function requireKeysFound(
  before: KmsConnection,
  after: KmsConnection,
  state: ConnectionState,
): void {
  const left = volumesOf(before.kmsId, state).filter(volume =>
    isLeftBehind(volume, { before, after, state }),
  );
  if (left.length === 0) return;
  const names = left.map(({ meta }) => meta.name).sort();
  const why =
    before.kmsType === after.kmsType
      ? 'Their keys would be looked for elsewhere'
      : `They need type ${before.kmsType}`;
  throw new VolumeEncryptionError(
    'conflict',
    `Volumes that name the KMS connection "${before.kmsId}" would not mount again: ${listed(names)}. ${why}. Add another connection for new volumes, or move the keys first.`,
    { field: 'options' },
  );
}

/**
 * Whether a change of the options can move keys at all, before the overrides of
 * any tenant are asked for.
 */
export function mayMoveKeys(
  before: KmsConnection,
  after: KmsConnection,
): boolean {
  return placeOptions(before) !== placeOptions(after);
}

function placeOptions({ kmsType, options }: KmsConnection): string {
  return JSON.stringify([
    kmsType,
    options.vaultAddress,
    options.vaultBackend,
    options.vaultBackendPath,
    options.vaultNamespace,
    options.vaultPassphraseRoot,
    options.vaultPassphrasePath,
    options.tenantConfigName,
    options.secretName,
    options.secretNamespace,
    options.AZURE_VAULT_URL,
    options.KMIP_ENDPOINT,
    options.IBM_KP_SERVICE_INSTANCE_ID,
  ]);
}

function isLeftBehind(
  { csi, claim }: PersistentVolume,
  change: {
    before: KmsConnection;
    after: KmsConnection;
    state: ConnectionState;
  },
): boolean {
  const { before, after, state } = change;
  if (!csi || !mayMoveKeys(before, after)) return false;
  if (before.kmsType !== after.kmsType) return true;
  if (keyStoreOf(before) !== 'vault') return true;
  const namespace = claim?.namespace ?? '';
  const place = (connection: KmsConnection) =>
    placeOf(connection, { namespace, handle: csi.volumeHandle, state });
  const [old, next] = [place(before), place(after)];
  const wasOfVersion1 = old.version === 'v1';
  return (
    old.vault !== next.vault ||
    old.mount !== next.mount ||
    old.name !== next.name ||
    (next.version !== old.version && (wasOfVersion1 || next.version === 'v1'))
  );
}

function placeOf(
  shared: KmsConnection,
  volume: { namespace: string; handle: string; state: ConnectionState },
) {
  const { namespace, handle, state } = volume;
  const connection = inForceFor(namespace, shared, state);
  const { vaultAddress = '' } = connection.options;
  return {
    // Two addresses of one KMS are the same place.
    vault: state.kmsNameOf(vaultAddress) ?? vaultAddress.replace(/\/+$/, ''),
    version: keyValueVersion(connection),
    ...keyLocation(connection, handle),
  };
}
