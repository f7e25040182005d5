import {
  parseObject,
  VolumeEncryptionError,
  type ObjectKind,
  type PersistentVolume,
} from 'backstage-plugin-volume-encryption-common';
import { Systems } from '../systems';
import { VendorObjects } from './VendorObjects';

const metadata = {
  name: 'pvc-1',
  creationTimestamp: '2026-01-01T00:00:00Z',
};

function volumeOf(driver: string): PersistentVolume {
  return parseObject('PersistentVolume', {
    metadata,
    spec: { csi: { driver, volumeHandle: 'pvc-1' } },
  });
}

const never = new Promise<void>(() => {});

function vendorsWhere(list: (kind: ObjectKind) => unknown[]) {
  const asked = jest.fn();
  const reader = {
    list: async <K extends ObjectKind>(kind: K) => {
      asked(kind);
      return list(kind).map(raw => parseObject(kind, raw));
    },
    get: jest.fn(),
    watch: jest.fn(),
  };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const clusters = [
    { name: 'prod', csiNamespace: 'rook-ceph', reader, writer },
  ];
  const systems = new Systems({ clusters, kms: [] });
  const vendors = new VendorObjects(systems, () => new Date());
  const read = (driver: string) =>
    vendors.read({
      cluster: 'prod',
      volume: volumeOf(driver),
      deadline: never,
    });
  return { read, asked };
}

it.each([
  ['driver.longhorn.io', 'LonghornVolume', { spec: { encrypted: true } }],
  [
    'csi.trident.netapp.io',
    'TridentVolume',
    { config: { encryption: 'true' } },
  ],
  ['zfs.csi.openebs.io', 'ZFSVolume', { spec: { encryption: 'on' } }],
])('finds the object of a volume of %s', async (driver, kind, fields) => {
  const { read } = vendorsWhere(asked =>
    asked === kind ? [{ metadata, ...fields }] : [],
  );
  expect(await read(driver)).toMatchObject({
    vendorObject: { status: 'observed', value: { kind } },
  });
});

it("finds the attachments of Trident's volumes", async () => {
  const { read } = vendorsWhere(kind =>
    kind === 'VolumeAttachment'
      ? [
          {
            metadata: { ...metadata, name: 'a' },
            spec: { source: { persistentVolumeName: 'pvc-1' } },
            status: {
              attached: true,
              attachmentMetadata: { LUKSEncryption: 'true', iqn: 'x' },
            },
          },
        ]
      : [],
  );
  expect((await read('csi.trident.netapp.io')).attachments).toMatchObject({
    value: [{ attached: true, metadata: { LUKSEncryption: 'true' } }],
  });
});

it('asks once for all volumes of a kind, and not at all for other drivers', async () => {
  const { read, asked } = vendorsWhere(() => []);
  await read('rook-ceph.rbd.csi.ceph.com');
  await read('ebs.csi.aws.com');
  expect(asked).not.toHaveBeenCalled();
  await Promise.all([read('driver.longhorn.io'), read('driver.longhorn.io')]);
  expect(asked).toHaveBeenCalledTimes(1);
});

it('tells a kind that is not installed from one that may not be read', async () => {
  const failing = (code: 'not-found' | 'cluster-denied') =>
    vendorsWhere(() => {
      throw new VolumeEncryptionError(code, 'No.');
    }).read('driver.longhorn.io');
  expect((await failing('not-found')).vendorObject).toMatchObject({
    status: 'observed',
    value: undefined,
  });
  expect((await failing('cluster-denied')).vendorObject).toMatchObject({
    status: 'unknown',
    why: 'denied',
  });
});
