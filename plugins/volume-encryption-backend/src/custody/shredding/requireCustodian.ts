import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type {
  Kms,
  KeyCustodian,
} from 'backstage-plugin-volume-encryption-node';

/** Throws `not-allowed` where no credential that destroys is configured. */
export function requireCustodian({ name, custodian }: Kms): KeyCustodian {
  if (custodian) return custodian;
  throw new VolumeEncryptionError(
    'not-allowed',
    `The portal has no credential that destroys keys in KMS "${name}". Configure "custodian.auth" of this KMS in "volumeEncryption.kms", with the rights of the policy csi-custodian.`,
  );
}
