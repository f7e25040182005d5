// One suite for several servers.
/* eslint-disable jest/no-export */

import type { ObjectKind } from 'backstage-plugin-volume-encryption-common';
import { administrate, type Body } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

/** An object of a vendor, as its API has it and as it is to be read. */
interface VendorCase {
  kind: ObjectKind;
  path: string;
  fields: Extract<Body, Record<string, unknown>>;
  seen: object;
}

const devices = [{ name: 'a', encrypted: true }];

const cases: VendorCase[] = [
  {
    kind: 'LonghornVolume',
    path: 'longhorn.io/v1beta2 Volume volumes',
    fields: { spec: { encrypted: true } },
    seen: { encrypted: true },
  },
  {
    kind: 'TridentVolume',
    path: 'trident.netapp.io/v1 TridentVolume tridentvolumes',
    fields: { config: { LUKSEncryption: 'true' } },
    seen: { luksEncryption: 'true' },
  },
  {
    kind: 'ZFSVolume',
    path: 'zfs.openebs.io/v1 ZFSVolume zfsvolumes',
    fields: { spec: { encryption: 'on' } },
    seen: { encryption: 'on' },
  },
  {
    kind: 'CephCluster',
    path: 'ceph.rook.io/v1 CephCluster cephclusters',
    fields: { spec: { storage: { storageClassDeviceSets: devices } } },
    seen: { devices },
  },
  {
    kind: 'StorageCluster',
    path: 'ocs.openshift.io/v1 StorageCluster storageclusters',
    fields: { spec: { storageDeviceSets: devices } },
    seen: { devices },
  },
  {
    kind: 'DiskPool',
    path: 'openebs.io/v1beta3 DiskPool diskpools',
    fields: { status: { encrypted: true } },
    seen: { encrypted: true },
  },
];

/** What an API server must do with storage vendors' own kinds. */
export function describeVendorKinds(cluster: () => ClusterUnderTest): void {
  it.each(cases)(
    'lists $kind for the portal, of all namespaces, and for nobody else',
    async ({ kind, path, fields, seen }) => {
      const [apiVersion, apiKind, plural] = path.split(' ');
      const { namespace, demand } = await administrate(cluster());
      const metadata = { name: 'made' };
      await demand(
        'POST',
        `/apis/${apiVersion}/namespaces/${namespace}/${plural}`,
        { apiVersion, kind: apiKind, metadata, ...fields },
      );
      const { reader } = clusterAs(cluster(), 'portal');
      expect(await reader.list(kind, {})).toContainEqual(
        expect.objectContaining({
          kind,
          meta: expect.objectContaining({ namespace, name: 'made' }),
          ...seen,
        }),
      );
      await expect(
        clusterAs(cluster(), 'denied').reader.list(kind, {}),
      ).rejects.toMatchObject({ code: 'cluster-denied' });
    },
  );
}
