import type { SecretName } from '../kubernetes/objects';
import type {
  VendorObject,
  VolumeAttachment,
} from '../kubernetes/vendorObjects';
import type { Observed } from '../observation/observed';

/** Everything of one volume that a driver's profile may look at. @public */
export interface VolumeObjects {
  /** `volumeAttributes`; empty for volumes of in-tree sources. */
  attributes: Record<string, string>;
  /** The driver's own handle; empty for volumes of in-tree sources. */
  volumeHandle: string;
  /** The Secrets that the volume names for its mount. */
  secrets: { stage?: SecretName; publish?: SecretName };
  volumeMode: 'Filesystem' | 'Block';
  accessModes: string[];
  mountOptions: string[];
  claim: {
    name: string;
    namespace: string;
    annotations: Record<string, string>;
    labels: Record<string, string>;
  };
  /** The vendor's own object of this volume; `undefined` value: there is none. */
  vendorObject: Observed<VendorObject | undefined>;
  attachments: Observed<VolumeAttachment[]>;
}
