import type { KeyState } from 'backstage-plugin-volume-encryption-common';
import type { Status } from './Status';

/** How a key and what has it go together: how the answer is drawn. */
export const keyStateStatus: Record<KeyState, Status> = {
  present: { tone: 'good', icon: 'check', label: 'Present' },
  missing: { tone: 'danger', icon: 'blocked', label: 'Missing' },
  orphan: { tone: 'neutral', icon: 'key', label: 'Of no volume' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Unknown' },
};
