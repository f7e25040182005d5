/** On a claim of Portworx: the name of the secret of this volume alone. */
export const ANNOTATION_PORTWORX_SECRET = 'px/secret-name';

/** On a claim of Ondat: the Secret of this volume's key, which Ondat makes. */
export const ANNOTATION_ONDAT_SECRET = 'storageos.com/encryption-secret-name';

/** On a claim of a vSphere Supervisor: the EncryptionClass that it asks for. */
export const ANNOTATION_VSPHERE_CLASS = 'csi.vsphere.encryption-class';

/** What drivers read from claims, and write to them, of encryption. */
export const ANNOTATIONS_OF_DRIVERS = [
  ANNOTATION_PORTWORX_SECRET,
  ANNOTATION_ONDAT_SECRET,
  ANNOTATION_VSPHERE_CLASS,
];
