import type { Evidence } from '../assessment/evidence';
import { profileOf } from '../assessment/judgeVolume';
import type { CephDriver } from '../driver/cephDriver';
import type { DriverProfile } from '../driver/driverProfile';
import { cephDriverOf, driverProfileOf } from '../driver/driverProfiles';
import type { EncryptionAsked } from '../driver/encryptionAsked';
import type { ClassAsk, VolumeAnswer } from '../driver/volumeAnswer';
import type { LifecycleVolume } from '../driverLifecycle/driverLifecycle';
import { resolveCustody } from '../keyCustody/keyCustody';
import type { StorageClass } from '../kubernetes/objects';
import { valueOf } from '../observation/observed';
import { keptByCephCsi } from './keptByCephCsi';

/** A volume, or the one that a claim's class would make, as far as it is known. */
export interface LifecycleSubject {
  profile: DriverProfile;
  volume: LifecycleVolume;
}

const NOT_RECORDED: LifecycleVolume = {
  encryption: 'unknown',
  keptIn: 'unknown',
  classAsks: 'unknown',
};

/** The subject, or in a sentence why there is none. */
export function readSubject(
  evidence: Evidence,
): LifecycleSubject | { why: string } {
  const { record, facts, custody } = evidence;
  const storageClass = valueOf(facts.storageClass);
  switch (record.state) {
    case 'recorded':
      return {
        profile: record.profile,
        volume: {
          encryption: encryptionOf(record.asked),
          ...keptByCephCsi(custody),
          classAsks: classAsks(record.profile, storageClass),
        },
      };
    case 'judged':
      return {
        profile: record.profile,
        volume: {
          ...answered(record.answer),
          classAsks: classAsks(record.profile, storageClass),
        },
      };
    case 'static': {
      const volume = valueOf(facts.volume);
      const profile = volume && profileOf(volume);
      return profile
        ? { profile, volume: NOT_RECORDED }
        : { why: record.finding.message };
    }
    case 'not-provisioned':
      return storageClass
        ? predicted(storageClass, evidence)
        : { why: record.finding.message };
    default:
      return { why: record.finding.message };
  }
}

function encryptionOf({
  encryption,
}: EncryptionAsked): LifecycleVolume['encryption'] {
  return encryption === 'invalid' ? 'unknown' : encryption;
}

function answered(
  answer: VolumeAnswer,
): Pick<LifecycleVolume, 'encryption' | 'keptIn'> {
  switch (answer.says) {
    case 'encrypted':
      return { encryption: 'other', keptIn: answer.holder };
    case 'unencrypted':
      return { encryption: 'none', keptIn: 'none' };
    default:
      return { encryption: 'unknown', keptIn: 'unknown' };
  }
}

/** A class is no record: it says what a volume of it would be, and no more. */
function predicted(
  storageClass: StorageClass,
  evidence: Evidence,
): LifecycleSubject | { why: string } {
  const { provisioner, parameters } = storageClass;
  const profile = driverProfileOf(provisioner);
  if (!profile) {
    return {
      why: `The driver "${provisioner}" of the class is not one that is known here. Its documentation settles it.`,
    };
  }
  const asks = classAsks(profile, storageClass);
  const ceph = cephDriverOf(provisioner);
  return {
    profile,
    volume: ceph
      ? ofCeph(ceph, parameters, evidence)
      : {
          encryption: asks === 'encrypted' ? 'other' : asks,
          keptIn: asks === 'none' ? 'none' : 'unknown',
          classAsks: asks,
        },
  };
}

function ofCeph(
  driver: CephDriver,
  parameters: Record<string, string>,
  { facts }: Evidence,
): LifecycleVolume {
  const asked = driver.readEncryption(parameters);
  const custody = resolveCustody({
    asked,
    volumeHandle: '',
    connections: facts.connections,
    tenantConfigMap: facts.tenant.configMap,
  });
  return {
    encryption: encryptionOf(asked),
    ...keptByCephCsi(custody),
    classAsks: asksFor(driver.readClass(parameters)),
  };
}

function classAsks(
  profile: DriverProfile,
  storageClass: StorageClass | undefined,
): LifecycleVolume['classAsks'] {
  if (!storageClass) return 'unknown';
  const { provisioner, parameters } = storageClass;
  return driverProfileOf(provisioner)?.id === profile.id
    ? asksFor(profile.readClass(parameters))
    : 'unknown';
}

function asksFor({ asks, isVague }: ClassAsk): LifecycleVolume['classAsks'] {
  if (asks === 'none') return 'none';
  const isEncrypted =
    asks.startsWith('volume/') || asks === 'infrastructure-only';
  return isEncrypted && !isVague ? 'encrypted' : 'unknown';
}
