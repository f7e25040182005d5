import { setTimeout as sleep } from 'node:timers/promises';
import { textsAt, valueAt } from './access/fields';
import { kubernetesApi, vaultApi } from './access/ServerAccess';
import { describeOnTestbed } from './describeOnTestbed';
import { playCephCsi } from './playCephCsi';
import { setUpTenantCustody } from './setup/setUpTenantCustody';
import { wireKubernetesAuth } from './setup/wireKubernetesAuth';

describeOnTestbed('Ceph CSI, played on real servers', testbed => {
  let stop: () => Promise<void>;
  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster: 'prod' });
    stop = await playCephCsi(testbed(), 'prod');
  }, 60_000);
  afterAll(() => stop());

  it('binds an encrypted claim and keeps its key in Vault', async () => {
    const claim = await boundClaim(
      'payments/persistentvolumeclaims/ledger-data',
    );
    const volume = await kubernetesApi(testbed().kubernetes).demand({
      method: 'GET',
      path: `/api/v1/persistentvolumes/${valueAt(claim, ['spec', 'volumeName'])}`,
    });
    const { vaultAddr, rootToken } = testbed();
    const keys = await vaultApi(vaultAddr, rootToken).demand({
      method: 'LIST',
      path: '/v1/csi/prod.payments/metadata/',
    });
    expect(textsAt(keys.body, 'data', 'keys')).toEqual([
      valueAt(volume.body, ['spec', 'csi', 'volumeHandle']),
    ]);
  });

  async function boundClaim(path: string): Promise<unknown> {
    for (;;) {
      const { body } = await kubernetesApi(testbed().kubernetes).demand({
        method: 'GET',
        path: `/api/v1/namespaces/${path}`,
      });
      if (valueAt(body, ['status', 'phase']) === 'Bound') return body;
      await sleep(100);
    }
  }
});
