import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  VolumeEncryptionError,
  type TenantInspection,
} from 'backstage-plugin-volume-encryption-common';
import { tellNotes } from '../operation/tellNotes';

type Inspected = Pick<TenantInspection, 'tenant' | 'drift' | 'problems'>;

/** Logs the credential's state, each difference and what could not be read. */
export function tellDrift(
  { tenant, drift, problems }: Inspected,
  logger: LoggerService,
): void {
  const { state, message: credential } = tenant.credential;
  if (state === 'live') logger.info(credential);
  else logger.warn(credential);
  const told = drift.map(({ object, message, remedy, ...difference }) => ({
    ...difference,
    message: `${object}: ${message} ${remedy}`,
  }));
  tellNotes(told, logger);
  for (const { source, name, message } of problems) {
    logger.warn(`Could not read ${source} ${name}: ${message}`);
  }
}

/**
 * Throws `conflict` where a difference is as grave as `failOn`, and where not all
 * could be read, or whether the credential works cannot be told: what is not known
 * may differ.
 */
export function requireNoDrift(
  { tenant, drift, problems }: Inspected,
  required: { failOn: 'error' | 'warning' | 'nothing'; what: string },
): void {
  const { failOn, what } = required;
  if (failOn === 'nothing') return;
  const grave = drift.filter(
    ({ severity }) =>
      severity === 'error' || (failOn === 'warning' && severity === 'warning'),
  );
  const [first] = grave;
  if (first) {
    throw new VolumeEncryptionError(
      'conflict',
      `${what} is not as it should be (${grave.map(({ code }) => code).join(', ')}). ${first.message} ${first.remedy}`,
    );
  }
  const { credential } = tenant;
  const unknown = credential.state === 'unknown' ? [credential] : [];
  const [unread] = [...problems, ...unknown];
  if (unread) {
    throw new VolumeEncryptionError(
      'conflict',
      `Whether ${what} is as it should be cannot be told: ${unread.message}`,
    );
  }
}
