import type { KeyDescription } from 'backstage-plugin-volume-encryption-common';
import type { Status } from './Status';

/** Whether a key is there: how the answer is drawn. */
export const presenceStatus: Record<KeyDescription['presence'], Status> = {
  present: { tone: 'good', icon: 'check', label: 'Present' },
  'soft-deleted': {
    tone: 'caution',
    icon: 'warning',
    label: 'Deleted, can be restored',
  },
  destroyed: { tone: 'danger', icon: 'blocked', label: 'Destroyed' },
  absent: { tone: 'danger', icon: 'blocked', label: 'Absent' },
};
