import {
  ambiguous,
  copyNotSettled,
  customerKey,
  notKnownInFlight,
  nothingRecorded,
  openedOnNode,
  unencrypted,
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
 * (`nfsResources`) stands on another volume, whose record counts and is not this
 * one's.
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

function readVolume({ attributes, copyOf }: VolumeObjects): VolumeAnswer {
  const { hostEncryption, nfsResources } = attributes;
  if (nfsResources === 'true') {
    return nothingRecorded(
      'It is exported by an NFS server from another volume, whose own record counts: look at the claim of the server in the namespace of HPE.',
    );
  }
  switch (hostEncryption) {
    case 'true':
      return copyOf
        ? copyNotSettled(
            'The record of a copy says what its own class asked for, not what its source was.',
          )
        : customerKey({
            holder: 'secret',
            secret: secretOf(attributes),
            evidence:
              'The driver recorded hostEncryption on the volume, so the node encrypts it with LUKS.',
          });
    case 'false':
    case undefined:
      return unencrypted(
        'The driver recorded no hostEncryption on the volume. Whether the array encrypts is not read here.',
      );
    default:
      return ambiguous(`hostEncryption is "${hostEncryption}".`);
  }
}

function secretOf({
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
      : notKnownInFlight('Nothing on the volume says how its data travels.'),
  );
}
