import type { Remount } from 'backstage-plugin-volume-encryption-common';
import { tellingReason } from './reasons';
import type { Status } from './Status';

/** Would the next mount work now: how the answer is drawn. */
export function remountStatus({ verdict, reasons }: Remount): Status {
  const note = tellingReason(reasons);
  switch (verdict) {
    case 'ready':
      return { tone: 'good', icon: 'check', label: 'Ready' };
    case 'at-risk':
      return { tone: 'caution', icon: 'warning', label: 'At risk', note };
    case 'blocked':
      return { tone: 'danger', icon: 'blocked', label: 'Blocked', note };
    default:
      return { tone: 'unknown', icon: 'question', label: 'Unknown', note };
  }
}
