import type { Fields } from './fields';
import { parseMeta } from './parseMeta';
import type {
  LonghornVolume,
  TridentVolume,
  VolumeAttachment,
  ZfsVolume,
} from './vendorObjects';

/** Anything but a boolean is as if it were not there. */
export function parseLonghornVolume(object: Fields): LonghornVolume {
  return {
    kind: 'LonghornVolume',
    meta: parseMeta(object),
    encrypted: object.child('spec').optionalBoolean('encrypted'),
  };
}

/** Its fields are below `config`, not `spec`. */
export function parseTridentVolume(object: Fields): TridentVolume {
  const config = object.child('config');
  return {
    kind: 'TridentVolume',
    meta: parseMeta(object),
    encryption: config.sharedText('encryption'),
    luksEncryption: config.sharedText('LUKSEncryption'),
  };
}

/** The properties of the data set that the node agent makes of it. */
export function parseZfsVolume(object: Fields): ZfsVolume {
  const spec = object.child('spec');
  return {
    kind: 'ZFSVolume',
    meta: parseMeta(object),
    encryption: spec.sharedText('encryption'),
    poolName: spec.sharedText('poolName'),
    state: object.child('status').sharedText('state'),
  };
}

/** Only what tells of encryption is kept of what the driver published. */
export function parseVolumeAttachment(object: Fields): VolumeAttachment {
  const status = object.child('status');
  return {
    kind: 'VolumeAttachment',
    meta: parseMeta(object),
    volumeName: object
      .child('spec')
      .child('source')
      .optionalText('persistentVolumeName'),
    attached: status.isTrue('attached'),
    metadata: status.textMap('attachmentMetadata', isOfEncryption),
  };
}

function isOfEncryption(name: string): boolean {
  return name === 'LUKSEncryption';
}
