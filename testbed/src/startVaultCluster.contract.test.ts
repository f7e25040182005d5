import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { vaultApi } from './access/ServerAccess';
import { describeOnVaultCluster } from './describeOnVaultCluster';
import type { VaultNode } from './VaultCluster';

jest.setTimeout(60_000);

const policy = 'path "kept/*" { capabilities = ["read"] }';
const policyPath = '/v1/sys/policies/acl/kept';

async function health({ address }: VaultNode, ca?: string): Promise<number> {
  const request = { method: 'GET', path: '/v1/sys/health' } as const;
  return (await vaultApi(address, undefined, ca).send(request)).status;
}

describeOnVaultCluster('a cluster of three Vaults', { nodes: 3 }, cluster => {
  const others = (node: VaultNode) =>
    cluster().nodes.filter(({ address }) => address !== node.address);
  const asRoot = ({ address }: VaultNode) =>
    vaultApi(address, cluster().rootToken);
  const write = async () =>
    asRoot(await cluster().leader()).demand({
      method: 'PUT',
      path: policyPath,
      body: { policy },
    });
  const read = async () =>
    asRoot(await cluster().leader()).demand({
      method: 'GET',
      path: policyPath,
    });

  it('has one that is active and two that stand by', async () => {
    const answers = await Promise.all(
      cluster().nodes.map(node => health(node)),
    );
    expect(answers.sort()).toEqual([200, 429, 429]);
  });

  it('bears the loss of the leader', async () => {
    await write();
    const lost = await cluster().leader();
    await lost.stop();
    await expect(health(lost)).rejects.toThrow('ECONNREFUSED');
    const next = await cluster().leader();
    expect(others(lost)).toContain(next);
    expect(await read()).toMatchObject({ body: { data: { policy } } });
    await lost.start();
    expect(await health(lost)).toBe(503);
    await lost.unseal();
    expect(await health(lost)).toBe(429);
  });

  it('elects another when the leader is paused', async () => {
    const paused = await cluster().leader();
    await paused.pause();
    const next = await cluster().leader();
    expect(others(paused)).toContain(next);
    expect(await read()).toMatchObject({ body: { data: { policy } } });
    await paused.resume();
    // For a moment it still takes itself for the leader.
    while ((await health(paused)) !== 429) await sleep(50);
  });

  it('seals the leader only', async () => {
    const sealed = await cluster().leader();
    const [standby] = others(sealed);
    await expect(standby.seal()).rejects.toThrow('standby');
    await sealed.seal();
    expect(await health(sealed)).toBe(503);
    expect(others(sealed)).toContain(await cluster().leader());
    await sealed.unseal();
    expect(await health(sealed)).toBe(429);
  });
});

describeOnVaultCluster('a Vault with TLS', { nodes: 1, tls: true }, cluster => {
  it('is trusted by who trusts its authority only', async () => {
    const { nodes, caFile = '' } = cluster();
    expect(nodes[0].address).toMatch(/^https:/);
    expect(await health(nodes[0], readFileSync(caFile, 'utf8'))).toBe(200);
    await expect(health(nodes[0])).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });
});

describeOnVaultCluster(
  'a Vault that is not initialised',
  { nodes: 1, initialise: false },
  cluster => {
    it('says so', async () => {
      expect(await health(cluster().nodes[0])).toBe(501);
    });
  },
);
