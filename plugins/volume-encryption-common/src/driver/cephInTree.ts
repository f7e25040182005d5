import { unencrypted } from './answers';
import { cephInFlight } from './cephDriver';
import type { DriverProfile } from './driverProfile';
import { named } from './named';

const EVIDENCE =
  'The in-tree and flex drivers of Ceph map an image or mount a file system and have no encryption to offer.';

const isInTree = named(
  'spec.rbd',
  'spec.cephfs',
  'kubernetes.io/rbd',
  'ceph.com/rbd',
  'ceph.com/cephfs',
  'ceph.rook.io/block',
  'rook.io/block',
);

/**
 * What was made before CSI: sources `rbd` and `cephfs` (kubernetes
 * `pkg/volume/rbd`, `pkg/volume/cephfs`, removed in 1.31), provisioners
 * `kubernetes.io/rbd`, `ceph.com/rbd`, `ceph.com/cephfs`, and Rook's flex driver
 * (Rook up to 1.7). None of them reads `encrypted`; migration to CSI leaves such
 * volumes unencrypted.
 */
export const cephInTree: DriverProfile = {
  id: 'ceph-in-tree',
  title: 'Ceph before CSI',
  matches: name => isInTree(name) || /^flex:(ceph\.)?rook\.io\//.test(name),
  readClass: () => ({ asks: 'none', why: EVIDENCE }),
  readVolume: () => unencrypted(EVIDENCE, 'source'),
  readInFlight: ({ mountOptions }) => cephInFlight(mountOptions),
  mountProvesEncryption: false,
  encrypts: 'below',
  copies: 'A copy is as unencrypted as its source.',
  copyRecord: 'holds',
  knowledge: {
    read: 'The kind of source: rbd, cephfs, or flexVolume of Rook.',
    highestGrade: 'E2',
    holder: 'Nobody; there is no key.',
    never: 'Whether the OSDs below are encrypted.',
    settledBy: 'ceph osd metadata, by a Ceph administrator.',
  },
};
