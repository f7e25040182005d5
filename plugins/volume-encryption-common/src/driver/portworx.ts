import { ANNOTATION_PORTWORX_SECRET } from '../kubernetes/driverAnnotations';
import {
  ambiguous,
  notKnownInFlight,
  nothingRecorded,
  openedOnNode,
  unencrypted,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { parseGoBoolean } from './goBoolean';
import { named } from './named';
import type { InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * Portworx. The attribute `secure` is what the volume's own specification says,
 * told by the backend when it was made (libopenstorage/openstorage
 * `csi/controller.go` osdVolumeContext), so it counts as reported. Who holds the
 * passphrase is set for the whole cluster (StorageCluster spec.secretsProvider),
 * which is not read. Volumes of the in-tree source have no attributes.
 */
export const portworx: DriverProfile = {
  id: 'portworx',
  title: 'Portworx',
  matches: named(
    'pxd.portworx.com',
    'pxd.openstorage.org',
    'kubernetes.io/portworx-volume',
    'spec.portworxVolume',
  ),
  readClass: ({ secure }) =>
    secure !== undefined && parseGoBoolean(secure)
      ? {
          asks: 'volume/customer-key',
          why: 'The class asks for secure volumes.',
        }
      : {
          asks: 'unknown',
          why: 'The class does not ask for secure volumes; a claim may (px/secure).',
        },
  readVolume,
  readInFlight,
  mountProvesEncryption: true,
  encrypts: 'on-node',
  copies: 'A clone is as secure as its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Attribute secure; annotation px/secret-name of the claim.',
    highestGrade: 'E4',
    holder:
      'The secrets provider of the StorageCluster, one passphrase for the cluster or one for each volume; not read.',
    never:
      'The secrets provider in force, and encryption of a FlashArray below.',
    settledBy: 'pxctl volume inspect says Encrypted.',
  },
};

function readVolume({ attributes, claim }: VolumeObjects): VolumeAnswer {
  const { secure } = attributes;
  if (secure === undefined) {
    return nothingRecorded(
      'Portworx recorded nothing of encryption on this volume. pxctl volume inspect says it.',
    );
  }
  switch (secure) {
    case 'true':
      return {
        says: 'encrypted',
        verdict: 'volume/customer-key',
        grade: 'E3',
        basis: 'record',
        holder: 'unknown',
        evidence: `Portworx reported the volume as encrypted when it made it (secure)${
          claim.annotations[ANNOTATION_PORTWORX_SECRET]
            ? ', and the claim names a secret of its own'
            : ''
        }.`,
      };
    case 'false':
      return {
        ...unencrypted(
          'Portworx reported the volume as not encrypted (secure).',
        ),
        grade: 'E3',
      };
    default:
      return ambiguous(
        `The attribute secure is "${secure}", which the driver never writes.`,
      );
  }
}

function readInFlight(
  { accessModes, attributes }: VolumeObjects,
  isOpenedOnNode: boolean,
): InFlightAnswer {
  const isShared =
    accessModes.includes('ReadWriteMany') || attributes.sharedv4 === 'true';
  const isEncrypted = isOpenedOnNode && !isShared;
  return openedOnNode(
    isEncrypted,
    notKnownInFlight(
      'Nothing on the volume says how its data travels; a shared volume has a hop over NFS.',
    ),
  );
}
