import {
  ambiguous,
  contradiction,
  customerKey,
  openedOnNode,
  unencrypted,
  UNTOLD_IN_FLIGHT,
} from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import type { ClassAsk, InFlightAnswer, VolumeAnswer } from './volumeAnswer';
import type { VolumeObjects } from './volumeObjects';

/**
 * HPE CSI driver (hpe-storage/csi-driver `pkg/driver/controller_server.go`;
 * scod.hpedev.io, "Host-based volume encryption"). The driver checks
 * `hostEncryption` and writes "true" or "false" of it on every volume, after what
 * an annotation of the claim may have overridden. A volume of its NFS server
 * (`nfsResources`, `pkg/flavor/kubernetes/nfs.go`) has the attributes of the
 * volume below it, which the server's pod opens.
 */
export const hpe: DriverProfile = {
  id: 'hpe',
  title: 'HPE storage',
  matches: named('csi.hpe.com'),
  readClass,
  readVolume,
  readInFlight,
  mountProvesEncryption: true,
  encrypts: 'at-first-mount',
  copies:
    'A copy is made by the array with what its own class asks for; the node opens it with the passphrase that the volume names.',
  copyRecord: 'holds-when-mounted',
  knowledge: {
    read: 'Attributes hostEncryption, nfsResources and accessProtocol.',
    highestGrade: 'E4',
    holder: 'The Secret of hostEncryptionSecretName, for all that name it.',
    never: 'The passphrase; whether the array encrypts.',
    settledBy: 'cryptsetup status on the node; the management of the array.',
  },
};

function readClass({
  hostEncryption,
  allowOverrides = '',
}: Record<string, string>): ClassAsk {
  if (/\bhostEncryption\b/.test(allowOverrides)) {
    return {
      asks: 'unknown',
      why: 'The class lets a claim override hostEncryption by an annotation.',
    };
  }
  return hostEncryption === 'true'
    ? { asks: 'volume/customer-key', why: 'The class asks for hostEncryption.' }
    : { asks: 'none', why: 'The class does not ask for hostEncryption.' };
}

function readVolume({ attributes }: VolumeObjects): VolumeAnswer {
  const { hostEncryption, nfsResources } = attributes;
  const secret = hostEncryptionSecret(attributes);
  if (hostEncryption === 'true') {
    return secret
      ? customerKey({
          holder: 'secret',
          secret,
          isOpenedElsewhere: nfsResources === 'true',
          evidence:
            'The driver recorded hostEncryption on the volume, so the node that opens it encrypts it with LUKS.',
        })
      : contradiction(
          'hostEncryption is recorded without the Secret that the driver demands for it.',
        );
  }
  if (hostEncryption === undefined && secret) {
    return contradiction(
      'A Secret for hostEncryption is recorded, and hostEncryption is not: versions that do not know it made plain volumes.',
    );
  }
  if (hostEncryption !== undefined && hostEncryption !== 'false') {
    return ambiguous(`hostEncryption is "${hostEncryption}".`);
  }
  return isEncryptedByNimble(attributes)
    ? {
        says: 'encrypted',
        verdict: 'volume/provider-key',
        grade: 'E2',
        basis: 'record',
        holder: 'array',
        evidence:
          'The array reported the volume as encrypted when it was made (encrypted).',
      }
    : unencrypted(
        'The driver recorded no hostEncryption on the volume. Whether the array encrypts is not read here.',
      );
}

/**
 * Nimble and Alletra 5000 and 6000 report their own settings, `encrypted` and
 * `performancePolicy` among them; other arrays leave what the class asked for.
 */
function isEncryptedByNimble(attributes: Record<string, string>): boolean {
  return (
    attributes.encrypted === 'true' &&
    attributes.performancePolicy !== undefined
  );
}

/** The Secret with the passphrase, as the driver writes it on a volume. */
export function hostEncryptionSecret({
  hostEncryptionSecretName: name,
  hostEncryptionSecretNamespace: namespace,
}: Record<string, string>) {
  return name && namespace ? { name, namespace } : undefined;
}

function readInFlight(
  { attributes }: VolumeObjects,
  isOpenedOnNode: boolean,
): InFlightAnswer {
  if (attributes.nfsResources === 'true') {
    return {
      answer: 'clear',
      why: 'The NFS server of the driver exports it without encryption.',
    };
  }
  return openedOnNode(
    isOpenedOnNode,
    attributes.accessProtocol === 'iscsi'
      ? {
          answer: 'clear',
          why: 'iSCSI carries what the node writes in clear text.',
        }
      : UNTOLD_IN_FLIGHT,
  );
}
