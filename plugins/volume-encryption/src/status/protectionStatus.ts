import type { Protection } from 'backstage-plugin-volume-encryption-common';
import { tellingReason } from './reasons';
import type { Status } from './Status';

const providerKeyNotes: Record<Protection['state'], string> = {
  active: 'encrypted, active',
  prepared: 'prepared, not active yet',
  'cannot-tell': 'encrypted as far as the record says',
};

/** Is the volume encrypted: how the answer is drawn. */
export function protectionStatus(protection: Protection): Status {
  switch (protection.verdict) {
    case 'volume/customer-key':
      return customerKeyStatus(protection);
    case 'volume/provider-key':
      return {
        tone: 'neutral',
        icon: 'lock',
        label: "Provider's key",
        note: providerKeyNotes[protection.state],
      };
    case 'infrastructure-only':
      return {
        tone: 'neutral',
        icon: 'servers',
        label: 'Infrastructure only',
        note: 'the disks below it, not this volume',
      };
    case 'none':
      return { tone: 'danger', icon: 'open-lock', label: 'Not encrypted' };
    default:
      return {
        tone: 'unknown',
        icon: 'question',
        label: 'Unknown',
        note: tellingReason(protection.reasons),
      };
  }
}

function customerKeyStatus({ state, reasons }: Protection): Status {
  switch (state) {
    case 'active':
      return {
        tone: 'secure',
        icon: 'shield',
        label: 'Encrypted',
        note: "customer's key, active",
      };
    case 'prepared':
      return {
        tone: 'prepared',
        icon: 'lock',
        label: 'Prepared',
        note: 'formats at first mount',
      };
    default:
      return {
        tone: 'unknown',
        icon: 'question',
        label: 'Cannot tell',
        note: tellingReason(reasons) ?? "customer's key, not seen active",
      };
  }
}
