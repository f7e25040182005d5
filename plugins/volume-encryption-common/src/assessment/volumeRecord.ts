import type { Finding } from '../contract/reasons';
import type { DriverProfile, EncryptionAsked } from '../driver/driverProfile';
import { driverProfileOf } from '../driver/driverProfiles';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import type { PersistentVolume } from '../kubernetes/objects';
import type { VolumeFacts } from './volumeFacts';

/** What the volume itself records of its making. */
export type VolumeRecord =
  /** No volume yet, which for some classes is as it should be. */
  | { state: 'not-provisioned'; finding: Finding }
  /** There is no record that could be read or understood. */
  | { state: 'unreadable'; finding: Finding }
  /** A person wrote the volume, so what it says is a claim, not a record. */
  | { state: 'static'; finding: Finding }
  | {
      state: 'recorded';
      volume: PersistentVolume;
      profile: DriverProfile;
      volumeHandle: string;
      asked: EncryptionAsked;
    };

/** Reads the record; everything that is not one says why. */
export function readRecord(facts: VolumeFacts): VolumeRecord {
  const { claim, volume } = facts;
  if (volume.status === 'unknown') {
    return unreadable(
      'volume-unread',
      `The volume could not be read: ${volume.detail}`,
    );
  }
  if (volume.value && claim.phase !== 'Lost') {
    return recordOf(volume.value, facts);
  }
  return claim.phase === 'Pending' ? notProvisioned(facts) : gone(facts);
}

function recordOf(
  volume: PersistentVolume,
  { claim }: VolumeFacts,
): VolumeRecord {
  const { name } = volume.meta;
  if (!isVolumeOfClaim(volume, claim)) {
    return unreadable(
      'volume-of-other-claim',
      `The volume "${name}" is bound to another claim. Ask the platform team which of the two may use it.`,
    );
  }
  const { csi } = volume;
  if (!csi) {
    return unreadable(
      'not-csi',
      `The volume is of type ${volume.otherSource ?? 'unknown'}, not made by a CSI driver, so nothing records whether it is encrypted.`,
    );
  }
  const profile = driverProfileOf(csi.driver);
  if (!profile) {
    return unreadable(
      'driver-unknown',
      `The volume is of the driver "${csi.driver}", whose encryption cannot be read here. Ask the platform team.`,
    );
  }
  const asked = profile.readEncryption(csi.attributes);
  if (isStatic(volume)) return { state: 'static', finding: written(asked) };
  const { volumeHandle } = csi;
  return { state: 'recorded', volume, profile, volumeHandle, asked };
}

/** Only external-provisioner leaves both marks on the volumes that it makes. */
function isStatic({ meta, csi }: PersistentVolume): boolean {
  return (
    !meta.annotations['pv.kubernetes.io/provisioned-by'] ||
    !csi?.attributes['storage.kubernetes.io/csiProvisionerIdentity']
  );
}

function written({ encryption }: EncryptionAsked): Finding {
  const isEncrypted = encryption === 'block' || encryption === 'file';
  const saying = isEncrypted ? 'with encryption' : 'without encryption';
  return {
    code: 'static-volume',
    severity: 'warning',
    grade: 'E1',
    message: `The volume was written by hand, ${saying}. No driver made it, so that is what somebody asked for and no evidence.`,
  };
}

function notProvisioned({ storageClass }: VolumeFacts): VolumeRecord {
  const waits =
    storageClass.status === 'observed' &&
    storageClass.value?.bindingMode === 'WaitForFirstConsumer';
  const finding: Finding = waits
    ? {
        code: 'waits-for-first-consumer',
        severity: 'info',
        message:
          'Not provisioned yet, which is normal: its class makes the volume when the first pod uses the claim. Start a workload that mounts it.',
      }
    : {
        code: 'not-provisioned',
        severity: 'info',
        message:
          'Not provisioned yet: there is no volume, so nothing is encrypted or unencrypted.',
      };
  return { state: 'not-provisioned', finding };
}

function gone({ claim }: VolumeFacts): VolumeRecord {
  return unreadable(
    'volume-gone',
    `The volume "${claim.volumeName ?? ''}" of this claim does not exist any more. Ask the platform team, or make a new claim.`,
  );
}

function unreadable(code: Finding['code'], message: string): VolumeRecord {
  return {
    state: 'unreadable',
    finding: { code, severity: 'warning', message },
  };
}
