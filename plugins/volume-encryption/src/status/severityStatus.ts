import type { Severity } from 'backstage-plugin-volume-encryption-common';
import type { Status } from './Status';

/** How a finding is drawn, by how much it matters. */
export const severityStatus: Record<Severity, Status> = {
  ok: { tone: 'good', icon: 'check', label: 'in order' },
  info: { tone: 'plain', icon: 'info', label: 'to know' },
  warning: { tone: 'caution', icon: 'warning', label: 'warning' },
  error: { tone: 'danger', icon: 'blocked', label: 'error' },
};
