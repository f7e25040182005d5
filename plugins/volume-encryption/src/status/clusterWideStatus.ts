import type { ClusterWide } from 'backstage-plugin-volume-encryption-common';
import { tellingReason } from './reasons';
import type { Status } from './Status';

/**
 * What lies below all volumes: how the answer is drawn. Never green, for it is what
 * is asked for.
 */
export function clusterWideStatus({ answer, reasons }: ClusterWide): Status {
  const note = tellingReason(reasons);
  switch (answer) {
    case 'asked':
      return { tone: 'neutral', icon: 'servers', label: 'Asked for', note };
    case 'partly':
      return { tone: 'caution', icon: 'servers', label: 'In part', note };
    case 'not-asked':
      return { tone: 'plain', icon: 'servers', label: 'Not asked for', note };
    default:
      return { tone: 'unknown', icon: 'question', label: 'Unknown', note };
  }
}
