import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  PLATFORM_SIGNAL_CHANNEL,
  type VolumesChangedSignal,
} from 'backstage-plugin-volume-encryption-common';

/**
 * Tells those who look at the platform page that there is something newer to
 * read. Whoever is signed in may listen, so it is a number and nothing else.
 */
export function platformSignals(services: {
  signals: SignalsService;
  logger: LoggerService;
}): (revision: number) => void {
  return revision => {
    const message: VolumesChangedSignal = { revision };
    services.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: PLATFORM_SIGNAL_CHANNEL,
        message,
      })
      .catch(() => services.logger.warn('A signal could not be published.'));
  };
}
