// Tests of a suite that runs in another's portal.
/* eslint-disable jest/no-export */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesApi, vaultApi } from 'testbed';
import { onboardTenant } from './onboardTenant';
import { keepPicture, openEncryptionTab } from './openPortal';
import type { Stage } from './Stage';
import { startTask } from './startTask';
import { keysIn, mountOf, tenantMounts } from './tenantKeys';
import { byAccount, byToken } from './tenantLives';
import { clusterName as cluster } from './testbedPortal';
import { withoutTokenRights } from './withoutTokenRights';

/** What neither a component's owner nor the portal itself reaches. */
export function describePortalRights({ testbed, portal, page }: Stage): void {
  it("a namespace serves its owner's component, and not another's that points at it", async () => {
    // The namespace is there, from the examples, and serves the insurance team.
    await onboardTenant(page(), {
      ...byAccount,
      ...{ cluster, namespace: 'insurance' },
      ...{ owner: 'Insurance', isNew: true },
    });
    const claims = '/api/v1/namespaces/insurance/persistentvolumeclaims';
    const ask = async (component: string, name: string) => {
      const task = await startTask(page(), portal(), {
        template: 'encrypted-volume',
        values: {
          entityRef: `component:default/${component}`,
          tenant: { cluster, namespace: 'insurance' },
          name,
          storageClass: byAccount.storageClass,
          size: '1Gi',
          accessMode: 'ReadWriteOnce',
        },
        ending: /For your workload/,
      });
      const { status } = await kubernetesApi(testbed().kubernetes).send({
        method: 'GET',
        path: `${claims}/${name}`,
      });
      return { task, status };
    };
    const own = await ask('claims', 'own');
    expect(own.task).toContain('Verified claim "own"');
    expect(own.status).toBe(200);
    const snoop = await ask('snoop', 'stolen');
    await keepPicture(page(), 'life-snoop-refused');
    expect(snoop.task).toMatch(/insurance.*does not name an owner of/);
    expect(snoop.status).toBe(404);
    const log = join(portal().runFolder, 'backend.log');
    expect(readFileSync(log, 'utf8')).toMatch(
      /preflight Namespace "insurance" of cluster .*"component:default\/snoop"/,
    );
    await openEncryptionTab(page(), 'snoop');
    await page()
      .getByText(/does not serve this component's owner/)
      .waitFor();
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
