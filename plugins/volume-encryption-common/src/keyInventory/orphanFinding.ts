import type { PlatformFinding } from '../contract/api';
import { keyNextSteps } from './keyReason';

/**
 * That a KMS has keys of nothing, or undefined where it has none.
 * @param keys - how many
 * @param observedAt - when the oldest of the lists was asked for; ISO 8601
 * @public
 */
export function orphanFinding(
  kms: string,
  keys: number,
  observedAt?: string,
): PlatformFinding | undefined {
  if (keys === 0) return undefined;
  const code = 'key-without-volume';
  return {
    code,
    impact: 'left-over',
    severity: 'info',
    message: `Keys in KMS "${kms}" are of no volume or snapshot of any cluster that uses it.`,
    mender: 'storage-admin',
    nextStep: keyNextSteps[code],
    about: 'kms',
    kms,
    owners: [],
    ownerCount: 0,
    volumes: 0,
    keys,
    observedAt,
  };
}
