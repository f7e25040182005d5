import { textAt, valueAt } from 'testbed';
import { CLUSTER } from '../cluster/names';
import { jsonOf } from '../load/content';
import { eventually } from '../load/eventually';
import type { HttpClient } from '../load/HttpClient';
import { volumesPath } from '../portal/entityVolumes';
import { COMPONENT, kmsIds, POLL_MS, type Round } from './Round';

/** Tenant, class, claim, bound and verified, by the product's HTTP. */
export async function byProduct(
  portal: HttpClient,
  round: Round,
): Promise<void> {
  const { namespace, storageClass, claim } = round;
  const kmsId = kmsIds[round.custody];
  const run = (request: object) =>
    portal.demand({
      method: 'POST',
      path: '/api/volume-encryption/operations',
      body: { cluster: CLUSTER, ...request },
    });
  const operation =
    round.custody === 'vaulttokens'
      ? 'tenant-secret'
      : 'tenant-service-account';
  await run({ operation, namespace, kmsId });
  await run({
    operation: 'storage-class',
    name: storageClass,
    kmsId,
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    clusterId: 'rook-ceph',
    pool: 'replicapool',
    secretNamespace: 'rook-ceph',
  });
  await run({
    operation: 'claim',
    entityRef: `component:default/${COMPONENT}`,
    namespace,
    name: claim,
    size: '1Gi',
    storageClass,
  });
  const path = `${volumesPath(COMPONENT)}/${CLUSTER}/${namespace}/${claim}`;
  await eventually(
    `${namespace}/${claim} is verified`,
    async () => isVerified(jsonOf(await portal.demand({ path }))) || undefined,
    { everyMs: POLL_MS, withinMs: 30_000 },
  );
}

/** What the action `volume-encryption:volume:verify` wants, and the key there. */
function isVerified(volume: unknown): boolean {
  return (
    textAt(volume, 'phase') === 'Bound' &&
    textAt(volume, 'protection', 'verdict') === 'volume/customer-key' &&
    valueAt(volume, ['custody', 'key', 'presence']) === 'present'
  );
}
