import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  credentialState,
  daysLeft,
  type CredentialTermState,
} from 'backstage-plugin-volume-encryption-common';
import type { TenantCredential, TenantCredentialStore } from '../custody';

const STATES: readonly CredentialTermState[] = [
  'live',
  'expiring',
  'expired',
  'lost',
  'unknown',
];

/**
 * The tenants' tokens that are in place, as the plugin's database has them: how
 * many of each KMS are in each state, and the days of the one that ends first.
 * One replica's figures are every replica's. Nothing while the database does not
 * answer.
 */
export function observeCredentials(
  metrics: MetricsService,
  parts: { credentials: TenantCredentialStore; now: () => Date },
): void {
  const { now } = parts;
  // Gauges are read together.
  let asked: ReturnType<typeof inPlaceByKms> | undefined;
  const inPlace = () => {
    asked ??= inPlaceByKms(parts.credentials).finally(() => {
      asked = undefined;
    });
    return asked;
  };
  metrics
    .createObservableGauge('volume_encryption.tenant.tokens', {
      description: "Tenants' tokens in place, by how they are doing",
    })
    .addCallback(async result => {
      const at = now().toISOString();
      for (const [kms, some] of await inPlace()) {
        const states = some.map(it => credentialState(at, it));
        for (const state of STATES) {
          const count = states.filter(it => it === state).length;
          result.observe(count, { kms, state });
        }
      }
    });
  metrics
    .createObservableGauge('volume_encryption.tenant.tokens.days_left', {
      description: "Whole days until the first of the tenants' tokens ends",
      unit: 'd',
    })
    .addCallback(async result => {
      const at = now().toISOString();
      for (const [kms, some] of await inPlace()) {
        const days = some.flatMap(it => daysLeft(at, it.expiresAt) ?? []);
        if (days.length > 0) result.observe(Math.min(...days), { kms });
      }
    });
}

async function inPlaceByKms(credentials: TenantCredentialStore) {
  const delivered = (await credentials.all()).filter(
    ({ state }) => state === 'delivered',
  );
  const byKms = new Map<string, TenantCredential[]>();
  for (const it of delivered) {
    byKms.set(it.kms, [...(byKms.get(it.kms) ?? []), it]);
  }
  return byKms;
}
