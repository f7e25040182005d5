import {
  tenantId,
  tenantMountPath,
  type LeavingTenantState,
} from 'backstage-plugin-volume-encryption-common';
import { listIfInstalled } from '../../cluster/listIfInstalled';
import type { TenantCredentialStore } from '../../custody';
import type { Receipts } from '../../custody/receipts/Receipts';
import { allKeys } from '../../custody/shredding/allKeys';
import type { Systems } from '../../systems';
import type { ReadContext } from './ReadContext';
import { readOtherClusters } from './readOtherClusters';
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
      listIfInstalled(reader, 'VolumeSnapshot', { namespace, signal }),
      listIfInstalled(reader, 'VolumeSnapshotContent', { signal }),
    ]);
  const kms = parts.systems.kms(state.kms.name);
  const id = tenantId(request.cluster, namespace);
  const mount = tenantMountPath(kms.mountPrefix, id);
  const found = state.mount && (await allKeys(kms, { mount }, { signal }));
  const tenant = { tenantId: id, kms: kms.name };
  const receipt = await parts.receipts.findOpen(tenant);
  return {
    ...state,
    claims,
    storageClasses,
    // A cluster without the kinds has none of them.
    snapshots: snapshots ?? [],
    snapshotContents: snapshotContents ?? [],
    keys: found?.names ?? [],
    otherClusters: found?.names.length
      ? await readOtherClusters(
          parts.systems.otherClusters(request.cluster),
          context,
        )
      : [],
    unlistedFolders: found?.unlisted.map(({ name }) => name) ?? [],
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
