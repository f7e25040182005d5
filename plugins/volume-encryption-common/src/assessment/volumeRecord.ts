import type { Finding } from '../contract/reasons';
import type { CephDriver } from '../driver/cephDriver';
import { cephDriverOf } from '../driver/driverProfiles';
import type { EncryptionAsked } from '../driver/encryptionAsked';
import { isVolumeOfClaim } from '../kubernetes/isVolumeOfClaim';
import type { PersistentVolume } from '../kubernetes/objects';
import { answerFinding } from './answerFinding';
import type { JudgedVolume } from './judgeVolume';
import { judgeVolume, profileOf } from './judgeVolume';
import {
  driverNameOf,
  isStatic,
  provisionerOf,
  twoMakers,
} from './volumeObjects';
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
      profile: CephDriver;
      volumeHandle: string;
      asked: EncryptionAsked;
    }
  /** Of another driver than Ceph CSI: what its profile made of all its objects. */
  | ({ state: 'judged'; finding: Finding } & JudgedVolume);

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

function recordOf(volume: PersistentVolume, facts: VolumeFacts): VolumeRecord {
  const { name } = volume.meta;
  if (!isVolumeOfClaim(volume, facts.claim)) {
    return unreadable(
      'volume-of-other-claim',
      `The volume "${name}" is bound to another claim. Ask the platform team which of the two may use it.`,
    );
  }
  const ceph = cephDriverOf(volume.csi?.driver ?? '');
  return ceph ? cephRecord(volume, ceph) : judgedRecord(volume, facts);
}

function cephRecord(
  volume: PersistentVolume,
  profile: CephDriver,
): VolumeRecord {
  const { attributes = {}, volumeHandle = '' } = volume.csi ?? {};
  const asked = profile.readEncryption(attributes);
  if (isStatic(volume)) return { state: 'static', finding: written(asked) };
  const maker = provisionerOf(volume) ?? '';
  if (!cephDriverOf(maker)) {
    return unreadable('provisioner-differs', twoMakers(profile.title, maker));
  }
  return { state: 'recorded', volume, profile, volumeHandle, asked };
}

function judgedRecord(
  volume: PersistentVolume,
  facts: VolumeFacts,
): VolumeRecord {
  const profile = profileOf(volume);
  if (profile) {
    const judged = judgeVolume(volume, profile, facts);
    return { state: 'judged', finding: answerFinding(judged), ...judged };
  }
  const { csi, otherSource } = volume;
  return csi
    ? unreadable(
        'driver-unknown',
        `The volume is of the driver "${driverNameOf(volume)}", whose encryption cannot be read here. Ask the platform team.`,
      )
    : unreadable(
        'not-csi',
        `The volume is of type ${otherSource ?? 'unknown'}, not made by a CSI driver, so nothing records whether it is encrypted.`,
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
