import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Reason } from 'backstage-plugin-volume-encryption-common';

/** Logs each note by its severity. */
export function tellNotes(
  notes: readonly Reason[],
  logger: LoggerService,
): void {
  for (const { severity, message } of notes) {
    if (severity === 'warning' || severity === 'error') logger.warn(message);
    else logger.info(message);
  }
}
