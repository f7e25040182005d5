import type { LifecycleAct } from 'backstage-plugin-volume-encryption-common';
import type { Status } from './Status';

/** Whether an act is possible: how the answer is drawn. */
export const actStatus: Record<LifecycleAct['answer'], Status> = {
  possible: { tone: 'plain', icon: 'check', label: 'Possible' },
  'not-possible': { tone: 'neutral', icon: 'blocked', label: 'Not possible' },
  unknown: { tone: 'unknown', icon: 'question', label: 'Not known' },
};
