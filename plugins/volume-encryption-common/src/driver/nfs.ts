import { asksNothing, nothingRecorded } from './answers';
import type { DriverProfile } from './driverProfile';
import { named } from './named';
import { nfsInFlight } from './nfsOptions';

const FIX =
  'The administrator of the NFS server knows on what it keeps its files.';

/**
 * NFS: the source `nfs`, csi-driver-nfs, and the external provisioners
 * (kubernetes-sigs/nfs-subdir-external-provisioner). Nothing says what the server
 * keeps its files on; how they travel is in the mount options (nfs(5)).
 */
export const nfs: DriverProfile = {
  id: 'nfs',
  title: 'NFS',
  matches: named(
    'nfs.csi.k8s.io',
    'spec.nfs',
    'k8s-sigs.io/nfs-subdir-external-provisioner',
    'cluster.local/nfs-subdir-external-provisioner',
    'fuseim.pri/ifs',
  ),
  readClass: () =>
    asksNothing('No parameter of the driver is about encryption at rest.'),
  readVolume: () =>
    nothingRecorded(
      `Nothing on the volume says whether the server encrypts what it stores. ${FIX}`,
    ),
  readInFlight: ({ mountOptions }) => nfsInFlight(mountOptions),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is a directory of the same kind of server.',
  copyRecord: 'holds',
  knowledge: {
    read: 'Mount options, for the wire.',
    highestGrade: 'E0',
    holder: 'Whoever runs the server; not read.',
    never: 'What the server keeps its files on.',
    settledBy: FIX,
  },
};
