import { textAt } from 'testbed';
import { CLUSTER } from '../cluster/names';
import { mountOf } from '../cluster/makeTenant';
import { jsonOf } from '../load/content';
import { eventually } from '../load/eventually';
import type { HttpClient } from '../load/HttpClient';
import { COMPONENT, kmsIds, POLL_MS, type Round } from './Round';
import * as manifests from './manifests';

/** The two servers, as the portal may use them. */
export interface Access {
  kubernetes: HttpClient;
  vault: HttpClient;
}

/**
 * The calls that the product makes for the same, back to back on kept
 * connections, with nothing in between and nothing checked.
 */
export async function byScript(access: Access, round: Round): Promise<void> {
  await makeTenant(access, round);
  await makeClass(access, round);
  await makeClaim(access, round);
  await verify(access, round);
}

async function makeTenant(access: Access, round: Round): Promise<void> {
  const { kubernetes, vault } = access;
  const { namespace } = round;
  const mount = mountOf(namespace);
  await readConnections(access);
  await vault.demand({ path: '/v1/sys/mounts' });
  await kubernetes.demand({ path: '/api/v1/persistentvolumes?limit=500' });
  await Promise.all([
    kubernetes.demand({ path: `/api/v1/namespaces/${namespace}` }),
    kubernetes.send({ path: manifests.configMapPath(namespace) }),
    kubernetes.send({ path: manifests.serviceAccountPath(namespace) }),
  ]);
  const withToken = round.custody === 'vaulttokens';
  if (withToken) {
    await kubernetes.send({ path: manifests.secretPath(namespace) });
  }
  await vault.demand({ path: '/v1/sys/mounts' });
  await vault.demand({
    method: 'POST',
    path: `/v1/sys/mounts/${mount}`,
    body: { type: 'kv', options: { version: '2' } },
  });
  await vault.demand({ path: `/v1/${mount}/config` });
  if (!withToken) await apply(access, manifests.serviceAccount(namespace));
  await apply(access, manifests.configMap(namespace, mount));
  if (withToken) await deliverToken(access, namespace);
}

async function deliverToken(access: Access, namespace: string): Promise<void> {
  const { vault } = access;
  await vault.demand({ path: '/v1/auth/token/roles/csi-tenant' });
  const minted = await vault.demand({
    method: 'POST',
    path: '/v1/auth/token/create/csi-tenant',
    body: { entity_alias: `${CLUSTER}.${namespace}` },
  });
  const token = textAt(jsonOf(minted), 'auth', 'client_token');
  await apply(access, manifests.secret(namespace, token));
}

async function makeClass(access: Access, round: Round): Promise<void> {
  const { storageClass } = round;
  await Promise.all([
    readConnections(access),
    access.kubernetes.send({ path: manifests.classPath(storageClass) }),
  ]);
  const kmsId = kmsIds[round.custody];
  await apply(access, manifests.storageClass(storageClass, kmsId));
}

async function makeClaim(access: Access, round: Round): Promise<void> {
  const { kubernetes } = access;
  const { namespace, storageClass } = round;
  const readNamespace = () =>
    kubernetes.demand({ path: `/api/v1/namespaces/${namespace}` });
  await readNamespace();
  await Promise.all([
    readNamespace(),
    kubernetes.demand({ path: manifests.classPath(storageClass) }),
    kubernetes.send({ path: manifests.claimPath(round) }),
  ]);
  await apply(access, manifests.claim(round, COMPONENT));
}

/** Waits until the claim is bound and sees that its volume's key is there. */
async function verify(access: Access, round: Round): Promise<void> {
  const { kubernetes, vault } = access;
  const volume = await eventually(
    `${round.namespace}/${round.claim} is bound`,
    async () => {
      const path = manifests.claimPath(round);
      const claim = jsonOf(await kubernetes.demand({ path }));
      const isBound = textAt(claim, 'status', 'phase') === 'Bound';
      return isBound ? textAt(claim, 'spec', 'volumeName') : undefined;
    },
    { everyMs: POLL_MS, withinMs: 30_000 },
  );
  const path = `/api/v1/persistentvolumes/${volume}`;
  const made = jsonOf(await kubernetes.demand({ path }));
  const handle = textAt(made, 'spec', 'csi', 'volumeHandle');
  if (round.custody === 'vaulttokens') {
    await kubernetes.demand({ path: manifests.secretPath(round.namespace) });
  }
  await vault.demand({ path: '/v1/sys/health' });
  await vault.demand({ path: '/v1/sys/storage/raft/configuration' });
  await vault.demand({
    path: `/v1/${mountOf(round.namespace)}/metadata/${handle}`,
  });
}

function readConnections({ kubernetes }: Access) {
  return kubernetes.demand({ path: manifests.connectionsPath });
}

/** As the product does: a look before, so as to tell what was done. */
async function apply(
  { kubernetes }: Access,
  { path, manifest }: manifests.Placed,
): Promise<void> {
  await kubernetes.send({ path });
  await kubernetes.demand({
    method: 'PATCH',
    path: `${path}?fieldManager=backstage-volume-encryption`,
    headers: { 'content-type': 'application/apply-patch+yaml' },
    body: manifest,
  });
}
