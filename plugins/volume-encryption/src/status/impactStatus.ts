import type { Impact, Mender } from 'backstage-plugin-volume-encryption-common';
import type { Status } from './Status';

/** What a finding means: how it is drawn. */
export const impactStatus: Record<Impact, Status> = {
  blocked: { tone: 'danger', icon: 'blocked', label: 'Blocked' },
  unencrypted: { tone: 'danger', icon: 'open-lock', label: 'Not encrypted' },
  'at-risk': { tone: 'caution', icon: 'warning', label: 'At risk' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
  'clear-in-flight': {
    tone: 'caution',
    icon: 'open-lock',
    label: 'Clear in flight',
  },
  'left-over': { tone: 'neutral', icon: 'key', label: 'Left over' },
};

/** Who can mend something, in words. */
export const menderLabels: Record<Mender, string> = {
  developer: 'the developer',
  'platform-team': 'the platform team',
  'vault-admin': "the Vault's administrators",
  'storage-admin': 'whoever runs the storage',
  unknown: 'not known who',
};
