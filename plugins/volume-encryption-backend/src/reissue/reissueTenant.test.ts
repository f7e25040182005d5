import { Systems } from '../systems';
import {
  clusterHolding,
  connectionsMap,
  indexOf,
} from '../inspection/__testUtils__/indexOf';
import { vaultNamed } from '../inspection/__testUtils__/vaultNamed';
import { reissueTenant } from './reissueTenant';

const VAULT = 'https://vault.example:8200';
const tenant = {
  cluster: 'prod',
  namespace: 'batch',
  kms: 'vault',
  tenantId: 'prod.batch',
};

async function reissueWith(connections: ReturnType<typeof connectionsMap>) {
  const clusters = [clusterHolding({ ConfigMap: [connections] }, {})];
  const run = jest.fn();
  await reissueTenant(tenant, {
    index: await indexOf(clusters, () => new Date()),
    systems: new Systems({ clusters, kms: [vaultNamed('vault', VAULT)] }),
    operations: { run },
  });
  return run;
}

it("rotates the tenant by a connection for tokens of the token's KMS", async () => {
  const run = await reissueWith(
    connectionsMap({
      sa: ['vaulttenantsa', VAULT],
      elsewhere: ['vaulttokens', 'https://other.example:8200'],
      tokens: ['vaulttokens', VAULT],
    }),
  );
  expect(run.mock.calls).toEqual([
    [
      {
        operation: 'tenant-rotate',
        cluster: 'prod',
        namespace: 'batch',
        kmsId: 'tokens',
      },
      { requestedBy: 'plugin:volume-encryption' },
    ],
  ]);
});

it('asks for a person where no connection leads to the KMS', async () => {
  await expect(
    reissueWith(connectionsMap({ sa: ['vaulttenantsa', VAULT] })),
  ).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('no connection'),
  });
});

it('asks for a person where connections look for other Secrets', async () => {
  const map = connectionsMap({
    one: ['vaulttokens', VAULT],
    two: ['vaulttokens', VAULT],
  });
  map.data.two = JSON.stringify({
    encryptionKMSType: 'vaulttokens',
    vaultAddress: VAULT,
    tenantTokenName: 'another',
  });
  await expect(reissueWith(map)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('several connections'),
  });
});
