import type { InFlight } from 'backstage-plugin-volume-encryption-common';
import { tellingReason } from './reasons';
import type { Status } from './Status';

/** Between the mount and the storage: how the answer is drawn. */
export function inFlightStatus({ answer, reasons }: InFlight): Status {
  const note = tellingReason(reasons);
  switch (answer) {
    case 'encrypted':
      return { tone: 'good', icon: 'lock', label: 'Encrypted', note };
    case 'clear':
      return { tone: 'caution', icon: 'open-lock', label: 'Clear text', note };
    default:
      return { tone: 'unknown', icon: 'question', label: 'Unknown', note };
  }
}
