// Tests of a suite that runs in another's portal.
/* eslint-disable jest/no-export */

import { kubernetesApi, vaultApi } from 'testbed';
import { keepPicture } from './openPortal';
import type { Stage } from './Stage';
import { startTask } from './startTask';
import { keysIn, mountOf, tenantMounts } from './tenantKeys';
import { byAccount, byToken } from './tenantLives';
import { clusterName as cluster } from './testbedPortal';
import { withoutTokenRights } from './withoutTokenRights';

/** What neither a component's owner nor the portal itself reaches. */
export function describePortalRights({ testbed, portal, page }: Stage): void {
  it("a component that points at another team's namespace gets nothing", async () => {
    const task = await startTask(page(), portal(), {
      template: 'encrypted-volume',
      values: {
        entityRef: 'component:default/snoop',
        tenant: { cluster, namespace: 'insurance' },
        name: 'stolen',
        storageClass: byAccount.storageClass,
        size: '1Gi',
        accessMode: 'ReadWriteOnce',
      },
    });
    await keepPicture(page(), 'life-snoop-refused');
    expect(task).toMatch(/insurance.*does not name an owner of/);
    const { status } = await kubernetesApi(testbed().kubernetes).send({
      method: 'GET',
      path: '/api/v1/namespaces/insurance/persistentvolumeclaims/stolen',
    });
    expect(status).toBe(404);
  });

  it("the portal's token in Vault reads no key of any tenant", async () => {
    const vault = vaultApi(testbed().vaultAddr, portal().identity.vaultToken);
    const mounts = await tenantMounts(testbed());
    expect(mounts).toEqual(
      expect.arrayContaining(
        [byAccount, byToken].map(it => mountOf(it.namespace)),
      ),
    );
    for (const mount of mounts) {
      const keys = await keysIn(testbed(), mount);
      for (const key of [...keys, 'any']) {
        const path = `/v1/${mount}/data/${key}`;
        const { status } = await vault.send({ method: 'GET', path });
        expect({ path, status }).toEqual({ path, status: 403 });
      }
    }
  });

  it('without token tenants its identity in the cluster reads no Secret and asks for no token', async () => {
    const { kubernetesToken } = portal().identity;
    const cases = [byAccount, byToken].flatMap(({ namespace }) => [
      ['GET', `/api/v1/namespaces/${namespace}/secrets/ceph-csi-kms-token`],
      ['GET', `/api/v1/namespaces/${namespace}/secrets`],
      [
        'POST',
        `/api/v1/namespaces/${namespace}/serviceaccounts/ceph-csi-vault-sa/token`,
      ],
    ]);
    await withoutTokenRights(testbed(), kubernetesToken, async () => {
      const api = kubernetesApi(testbed().kubernetes, kubernetesToken);
      for (const [method, path] of cases) {
        const { status } = await api.send(
          method === 'GET'
            ? { method, path }
            : { method: 'POST', path, body: { spec: {} } },
        );
        expect({ path, status }).toEqual({ path, status: 403 });
      }
    });
  });
}
