import type { LifecycleKey } from '../contract/api';
import { DATA_IS_LOST, possible } from './actAnswers';
import type { ActAnswer, DriverLifecycle } from './driverLifecycle';

/**
 * OpenStack Cinder (cloud-provider-openstack `docs/cinder-csi-plugin/features.md`).
 * Whether a volume type encrypts is not seen in the cluster. Where it does, each
 * volume has a key of its own in the key manager: a copy's is the same key kept anew
 * (openstack/cinder `cinder/volume/flows/api/create_volume.py`), and deletion of the
 * volume deletes its key (`cinder/volume/manager.py` delete_volume), which is why
 * Cinder refuses to delete a volume with snapshots.
 */
export const cinder: DriverLifecycle = {
  drivers: ['cinder'],
  sources:
    'cloud-provider-openstack docs/cinder-csi-plugin/features.md; openstack/cinder cinder/volume/manager.py, cinder/volume/flows/api/create_volume.py',
  expand: () =>
    possible(
      'The volume grows, mounted or not, where the cloud can do it while mounted.',
      ofType('same', 'A key of the volume stays as it is.'),
    ),
  snapshot: () =>
    possible(
      'The snapshot is encrypted if the volume is. Cinder deletes no volume that has snapshots.',
      ofType('shared', 'The snapshot needs the key of its volume.'),
    ),
  restore: copy,
  clone: copy,
  delete: () =>
    possible(
      'Cinder deletes the volume, and refuses while it has snapshots.',
      ofType(
        'deleted',
        'If the volume type encrypts, Cinder deletes the key of the volume in the key manager.',
      ),
      `${DATA_IS_LOST} A copy of the storage below cannot be opened either.`,
    ),
};

function copy(): ActAnswer {
  return possible(
    'A new volume of the type of its source, which must not be in use while it is cloned.',
    ofType(
      'copied',
      'If the volume type encrypts, the copy gets a key of its own with the same content.',
    ),
  );
}

function ofType(fate: LifecycleKey['fate'], message: string): LifecycleKey {
  return { fate, message };
}
