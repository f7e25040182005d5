import { at, textOf } from './json';
import { clusterName } from './OperationsUnderTest';
import type { Workbench } from './Workbench';

const PATHS = [
  'secrets/ceph-csi-kms-token',
  'serviceaccounts/ceph-csi-vault-sa',
  'configmaps/ceph-csi-kms-config',
];

/**
 * Which version of what is there of a tenant: the namespace, and objects by name
 * with their uid. Nothing is written between two that are equal.
 */
export async function tenantObjects({ namespace, kubernetes }: Workbench) {
  const path = `/api/v1/namespaces/${namespace}`;
  const found = await Promise.all(
    PATHS.map(async name => {
      const object = await kubernetes('GET', `${path}/${name}`).catch(
        (error: Error) => {
          if (error.message.startsWith('404')) return undefined;
          throw error;
        },
      );
      return object === undefined ? [] : [{ name, ...versionOf(object) }];
    }),
  );
  return {
    namespace: versionOf(await kubernetes('GET', path)),
    objects: found.flat(),
  };
}

function versionOf(object: Parameters<typeof at>[0]) {
  return {
    uid: at(object, 'metadata', 'uid'),
    resourceVersion: at(object, 'metadata', 'resourceVersion'),
  };
}

/** A volume in the tenant's namespace as Ceph CSI makes it. */
export async function makeEncryptedVolume(
  { namespace, kubernetes }: Workbench,
  kmsId: string,
) {
  const name = `pv-of-${namespace}`;
  const path = '/api/v1/persistentvolumes';
  const made = await kubernetes('POST', path, {
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      claimRef: { kind: 'PersistentVolumeClaim', namespace, name: 'data' },
      csi: {
        driver: 'rook-ceph.rbd.csi.ceph.com',
        volumeHandle: handleOf(namespace),
        volumeAttributes: { encrypted: 'true', encryptionKMSID: kmsId },
      },
      persistentVolumeReclaimPolicy: 'Retain',
    },
  });
  return {
    name: textOf(at(made, 'metadata', 'name')),
    handle: handleOf(namespace),
    remove: () => kubernetes('DELETE', `${path}/${name}`),
  };
}

/** The handle of the volume of {@link makeEncryptedVolume}. */
export function handleOf(namespace: string): string {
  return `0001-0009-rook-ceph-0000000000000002-${namespace}`;
}

/** Puts a key into the tenant's mount, as nobody but a tenant may. */
export async function writeKey(
  { namespace, vault }: Workbench,
  name: string,
): Promise<void> {
  await vault('POST', `/v1/csi/${clusterName}.${namespace}/data/${name}`, {
    data: { passphrase: 'of a test' },
  });
}
