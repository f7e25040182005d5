import { setTimeout as sleep } from 'node:timers/promises';
import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { describeOnVaultCluster, type VaultNode } from 'testbed';
import { textAt, valueAt } from '../network/valueAt';
import { administrate, unique } from './__testUtils__/administrate';
import { configFor } from './__testUtils__/VaultUnderTest';
import { createKms } from './createKms';

jest.setTimeout(120_000);

const role = {
  allowed_policies: 'csi-tenant-token',
  allowed_entity_aliases: 'contract.*',
  orphan: true,
  token_period: '720h',
};

const isClear = (error: unknown) =>
  isVolumeEncryptionError(error) &&
  ['kms-unreachable', 'timeout'].includes(error.code);

describeOnVaultCluster('a Vault of three nodes', { nodes: 3 }, cluster => {
  const under = ({ address: url }: VaultNode) => {
    const { rootToken } = cluster();
    return { url, rootToken, portalToken: rootToken };
  };
  // Longer than an election takes on a busy machine.
  const kmsAt = (node: VaultNode) =>
    createKms({ ...configFor(under(node)), timeoutMs: 30_000 });
  const admin = async (...call: Parameters<ReturnType<typeof administrate>>) =>
    administrate(under(await cluster().leader()))(...call);
  async function standbys(): Promise<VaultNode[]> {
    const { address } = await cluster().leader();
    return cluster().nodes.filter(it => it.address !== address);
  }
  const meta = { run: unique('run') };
  const newTenant = () => ({ tenantId: `contract.${unique('tenant')}`, meta });
  /** How many tokens there are of those that this run has asked for. */
  async function countMinted(): Promise<number> {
    const answer = await admin('GET', 'auth/token/accessors?list=true');
    const accessors = valueAt(answer, 'data', 'keys');
    const { lookup } = kmsAt(await cluster().leader()).tokens;
    const all = Array.isArray(accessors) ? accessors : [];
    const found = await Promise.all(all.map(it => lookup(it, {})));
    return found.filter(it => it?.meta.run === meta.run).length;
  }
  beforeAll(() => admin('POST', 'auth/token/roles/csi-tenant', role));

  it('shows the state of each node, and all nodes by each', async () => {
    const views = await Promise.all(
      cluster().nodes.map(node => kmsAt(node).health({})),
    );
    const states = views.map(({ state }) => state).sort();
    expect(states).toEqual(['active', 'standby', 'standby']);
    for (const { peers, state, message } of views) {
      expect(peers.map(({ nodeId }) => nodeId)).toHaveLength(3);
      expect(peers.filter(({ leader }) => leader)).toHaveLength(1);
      const words = state === 'standby' ? 'It passes requests on' : '';
      expect(message ?? '').toContain(words);
    }
    const [standby] = await standbys();
    expect(await kmsAt(standby).state({})).toBe('standby');
  });

  it('works through a node that stands by', async () => {
    const [standby] = await standbys();
    const kms = kmsAt(standby);
    const tenant = newTenant();
    const mount = `csi/${tenant.tenantId}`;
    expect(await kms.ensureMount(mount, {})).toBe('created');
    expect(await kms.describeKey({ mount, name: 'key' }, {})).toEqual({
      presence: 'absent',
    });
    const { accessor } = await kms.tokens.mint(tenant, {});
    expect(await kms.tokens.lookup(accessor, {})).toMatchObject({ meta });
    await kms.tokens.revoke(accessor, {});
    expect(await kms.tokens.lookup(accessor, {})).toBeUndefined();
  });

  describe('whose leader is killed', () => {
    let killed: VaultNode;
    let killedId: string | undefined;
    let other: VaultNode;
    beforeAll(async () => {
      killed = await cluster().leader();
      const { peers } = await kmsAt(killed).health({});
      killedId = peers.find(({ leader }) => leader)?.nodeId;
      [other] = await standbys();
    });

    it('does what it is asked to meanwhile, or says why not, and mints none twice', async () => {
      const kms = kmsAt(other);
      const mount = `csi/${newTenant().tenantId}`;
      await kms.ensureMount(mount, {});
      const mint = () => kms.tokens.mint(newTenant(), {});
      const early = [
        ...Array.from({ length: 20 }, () =>
          kms.describeKey({ mount, name: 'key' }, {}),
        ),
        ...Array.from({ length: 5 }, mint),
      ];
      await killed.stop();
      const late = [mint(), kms.ensureMount(`csi/${newTenant().tenantId}`, {})];
      const ends = await Promise.allSettled([...early, ...late]);
      const unclear = ends.filter(
        end => end.status === 'rejected' && !isClear(end.reason),
      );
      expect(unclear).toEqual([]);
      expect(ends.at(-1)?.status).toBe('fulfilled');
      expect(await countMinted()).toBeLessThanOrEqual(6);
      expect(await kms.ensureMount(mount, {})).toBe('unchanged');
    });

    it('shows who is gone', async () => {
      expect(await kmsAt(killed).health({})).toMatchObject({
        state: 'unreachable',
        message: expect.stringContaining('nothing listens'),
      });
      const seen = () => kmsAt(other).health({});
      const message = `Not well, as its raft sees it: ${killedId}.`;
      let view = await seen();
      // At first its new leader has not heard of the others either.
      while (view.peersMessage !== message) {
        await sleep(100);
        view = await seen();
      }
      expect(view.peers).toHaveLength(3);
      const leader = view.peers.find(it => it.leader);
      expect(leader?.nodeId).not.toBe(killedId);
    });

    it('takes it back when it is unsealed', async () => {
      await killed.start();
      expect(await kmsAt(killed).state({})).toBe('sealed');
      await killed.unseal();
      expect(await kmsAt(killed).state({})).toBe('standby');
    });
  });

  it('says of one node that it is sealed, and works through another', async () => {
    const sealed = await cluster().leader();
    const [standby] = await standbys();
    const mount = `csi/${newTenant().tenantId}`;
    await kmsAt(standby).ensureMount(mount, {});
    const key = { mount, name: 'key' };
    await sealed.seal();
    expect(await kmsAt(sealed).health({})).toMatchObject({ state: 'sealed' });
    await expect(kmsAt(sealed).describeKey(key, {})).rejects.toMatchObject({
      code: 'kms-sealed',
    });
    await cluster().leader();
    expect(await kmsAt(standby).describeKey(key, {})).toEqual({
      presence: 'absent',
    });
    await sealed.unseal();
    expect(await kmsAt(sealed).state({})).toBe('standby');
  });
});

describeOnVaultCluster(
  'a Vault that is not initialised',
  { nodes: 1, initialise: false },
  cluster => {
    it('says so', async () => {
      const [{ address: url }] = cluster().nodes;
      const kms = createKms(
        configFor({ url, rootToken: '', portalToken: 'any' }),
      );
      const view = await kms.health({});
      expect(view).toMatchObject({
        state: 'uninitialised',
        message: expect.stringContaining('Initialise'),
        peers: [],
      });
      expect(textAt(view, 'version')).toMatch(/^\d/);
      expect(await kms.state({})).toBe('uninitialised');
      await expect(kms.readMount('csi/a.b', {})).rejects.toMatchObject({
        code: 'kms-sealed',
      });
    });
  },
);
