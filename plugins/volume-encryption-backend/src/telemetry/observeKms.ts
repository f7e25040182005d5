import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { KmsView } from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { withDeadline, type KmsFacts } from '../status';

const STATES: readonly KmsView['state'][] = [
  'active',
  'standby',
  'sealed',
  'uninitialised',
  'unreachable',
  'unknown',
];

/**
 * How each KMS is when the metrics are read: 1 for its state and 0 for the
 * others, so that an alert can wait for any of them; how many days its
 * certificate has left, where it showed one; how long it took to say so. It is
 * asked at most once in five seconds, as for the pages.
 */
export function observeKms(
  metrics: MetricsService,
  { kms, kmsFacts }: { kms: readonly Kms[]; kmsFacts: KmsFacts },
): void {
  const views = () =>
    withDeadline(deadline =>
      Promise.all(kms.map(it => kmsFacts.health(it, deadline))),
    );
  metrics
    .createObservableGauge('volume_encryption.kms.state', {
      description: '1 for the state that the KMS is in',
    })
    .addCallback(async result => {
      for (const { name, state } of await views()) {
        for (const each of STATES) {
          result.observe(each === state ? 1 : 0, { kms: name, state: each });
        }
      }
    });
  metrics
    .createObservableGauge('volume_encryption.kms.certificate.days_left', {
      description: 'Whole days until the certificate of the KMS ends',
      unit: 'd',
    })
    .addCallback(async result => {
      for (const { name, certificate } of await views()) {
        if (certificate) result.observe(certificate.daysLeft, { kms: name });
      }
    });
  metrics
    .createObservableGauge('volume_encryption.kms.latency', {
      description: 'How long the KMS took to say its state',
      unit: 's',
    })
    .addCallback(async result => {
      for (const { name, latencyMs } of await views()) {
        if (latencyMs === undefined) continue;
        result.observe(latencyMs / 1000, { kms: name });
      }
    });
}
