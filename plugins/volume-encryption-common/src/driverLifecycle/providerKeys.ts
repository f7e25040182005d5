import { DATA_IS_LOST, keyOf, notKnown, possible } from './actAnswers';
import type { DriverLifecycle, LifecycleVolume } from './driverLifecycle';
import { keyStays, keyWhenGrown } from './heldKeys';

/**
 * Clouds that encrypt every volume themselves, with a key of theirs or with one in
 * their key service that a class names: drivers of OCI, DigitalOcean, IBM VPC,
 * Alibaba and UpCloud make no keys and delete none (their sources as in the profiles
 * of `driver/`). Which of the acts each can do is told by kubernetes-csi/docs
 * `book/src/drivers.md` for some only, so growth and copies are not claimed.
 */
export const providerKeys: DriverLifecycle = {
  drivers: [
    'oci-block',
    'digitalocean',
    'ibm-vpc-block',
    'alibaba-disk',
    'upcloud',
  ],
  sources:
    'the drivers as cited in docs/verdicts.md; kubernetes-csi/docs book/src/drivers.md',
  expand: volume => unclaimed(keyWhenGrown(volume, false)),
  snapshot: volume => unclaimed(atService(volume)),
  restore: volume => unclaimed(atService(volume)),
  clone: volume => unclaimed(atService(volume)),
  delete: volume =>
    possible('The driver deletes the volume.', keyStays(volume), DATA_IS_LOST),
};

function unclaimed(key: ReturnType<typeof keyOf>) {
  return {
    ...notKnown(
      'Whether this version of the driver can do it is not known. Its documentation settles it.',
    ),
    key,
  };
}

function atService(volume: LifecycleVolume) {
  return keyOf(
    volume,
    'unknown',
    'The service encrypts the copy too; with which key is told by its documentation.',
  );
}
