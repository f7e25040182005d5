import { ASKS_FOR_NONE, customerKey, unencrypted } from './answers';
import type { DriverProfile } from './driverProfile';
import { namedKmsId, type EncryptionAsked } from './encryptionAsked';
import type { ClassAsk, InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/** A driver of Ceph CSI, whose keys we follow to their KMS. @public */
export interface CephDriver extends DriverProfile {
  id: 'ceph-rbd' | 'cephfs';
  /** Reads StorageClass parameters or the volume's attributes, alike for Ceph CSI. */
  readEncryption(parameters: Record<string, string>): EncryptionAsked;
}

/** What Ceph CSI was asked for, as an answer in the words of all drivers. */
export function cephAnswer(
  asked: EncryptionAsked,
  { secrets }: VolumeObjects,
): VolumeAnswer {
  switch (asked.encryption) {
    case 'none':
      return unencrypted('Its attributes ask Ceph CSI for no encryption.');
    case 'invalid':
    case 'unknown':
      return {
        says: 'unsettled',
        code: `record-${asked.encryption === 'invalid' ? 'invalid' : 'ambiguous'}`,
        grade: 'E2',
        why: asked.why,
      };
    default:
      return customerKey({
        evidence: `Its attributes ask Ceph CSI for encryption "${asked.encryption}".`,
        ...(namedKmsId(asked)
          ? { holder: 'kms' }
          : { holder: 'secret', secret: secrets.stage }),
      });
  }
}

/** What a class asks Ceph CSI for. */
export function cephClass(asked: EncryptionAsked): ClassAsk {
  switch (asked.encryption) {
    case 'none':
      return ASKS_FOR_NONE;
    case 'invalid':
      return { asks: 'invalid', why: asked.why };
    case 'unknown':
      return { asks: 'unknown', why: asked.why };
    default:
      return {
        asks: 'volume/customer-key',
        why: `The class asks for encryption "${asked.encryption}".`,
      };
  }
}

const MODE = /(?:^|[,:;])\s*ms_mode=([a-z-]+)/;

/**
 * msgr2 of one mount. `secure` encrypts; `prefer-secure` and `prefer-crc` leave
 * it to the cluster, as does no option at all (Rook `ceph-cluster-crd.md`).
 */
export function cephInFlight(options: (string | undefined)[]): InFlightAnswer {
  const modes = options.flatMap(it => MODE.exec(it ?? '')?.[1] ?? []);
  const mode = modes.at(-1);
  if (mode === 'secure') {
    return { answer: 'encrypted', why: 'msgr2 with ms_mode=secure.' };
  }
  if (mode === 'crc' || mode === 'legacy') {
    return {
      answer: 'clear',
      why: `ms_mode=${mode}, which encrypts nothing on the wire.`,
    };
  }
  return {
    answer: 'unknown',
    why: 'Whether msgr2 encrypts is set for the Ceph cluster or the driver (CephCluster network.connections.encryption, CSI kernel mount options), which is not read here.',
  };
}
