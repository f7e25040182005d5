import {
  isVolumeEncryptionError,
  tenantId,
  tenantMountPath,
  type LeavingTenantState,
  type ObjectKind,
  type ObjectOfKind,
} from 'backstage-plugin-volume-encryption-common';
import type { ClusterReader } from 'backstage-plugin-volume-encryption-node';
import type { TenantCredentialStore } from '../../custody';
import type { Receipts } from '../../custody/receipts/Receipts';
import { allKeys } from '../../custody/shredding/allKeys';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';
import { readTenantState, type TenantRequest } from './readTenantState';

/**
 * What offboarding and shredding a tenant depend on besides: all that may need
 * its keys, and the names of these. What cannot be read is an error.
 */
export async function readLeavingTenantState(
  request: TenantRequest,
  parts: {
    systems: Systems;
    credentials: TenantCredentialStore;
    receipts: Receipts;
  },
  context: ReadContext,
): Promise<LeavingTenantState> {
  const { reader } = parts.systems.cluster(request.cluster);
  const { namespace } = request;
  const { signal } = context;
  const [state, claims, storageClasses, snapshots, snapshotContents] =
    await Promise.all([
      readTenantState(request, parts, context),
      reader.list('PersistentVolumeClaim', { namespace, signal }),
      reader.list('StorageClass', { signal }),
      listIfKnown(reader, 'VolumeSnapshot', { namespace, signal }),
      listIfKnown(reader, 'VolumeSnapshotContent', { signal }),
    ]);
  const kms = parts.systems.kms(state.kms.name);
  const id = tenantId(request.cluster, namespace);
  const mount = tenantMountPath(kms.mountPrefix, id);
  const keys = state.mount ? await allKeys(kms, { mount }, { signal }) : [];
  const tenant = { tenantId: id, kms: kms.name };
  const receipt = await parts.receipts.findOpen(tenant);
  return {
    ...state,
    claims,
    storageClasses,
    snapshots,
    snapshotContents,
    keys,
    hasOpenReceipt: receipt !== undefined,
    otherKms: await otherKms({ ...tenant, ...request }, parts.credentials),
    canDestroyKeys: kms.custodian !== undefined,
  };
}

/** Where else tokens of the tenant are on record, by the names of the KMSs. */
async function otherKms(
  { kms, cluster, namespace }: { kms: string } & TenantRequest,
  credentials: TenantCredentialStore,
): Promise<string[]> {
  const its = (await credentials.all()).filter(
    it => it.cluster === cluster && it.namespace === namespace,
  );
  const names = new Set(its.map(it => it.kms));
  names.delete(kms);
  return [...names].sort();
}

/** A cluster without the kind (its CRD is not installed) has none of it. */
async function listIfKnown<K extends ObjectKind>(
  reader: ClusterReader,
  kind: K,
  options: { namespace?: string; signal?: AbortSignal },
): Promise<ObjectOfKind<K>[]> {
  try {
    return await reader.list(kind, options);
  } catch (error) {
    if (isVolumeEncryptionError(error) && error.code === 'not-found') return [];
    throw error;
  }
}
