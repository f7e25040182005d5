import type { VolumeView } from 'backstage-plugin-volume-encryption-common';
import {
  createPortalIdentity,
  describeOnOwnTestbed,
  playCephCsi,
  setUpTenantCustody,
  wireKubernetesAuth,
} from 'testbed';
import { StuckClaimMaker } from './__testUtils__/StuckClaimMaker';
import { STUCK_CLAIMS } from './__testUtils__/stuckClaims';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(300_000);

const OWNER = 'stuck';
const ENTITY = `component:default/${OWNER}`;
const VOLUMES = `/entities/component/default/${OWNER}/volumes`;
/** Somebody who does not answer has a minute, told every 15 seconds. */
const LONG_MS = 100_000;
const SHORT_MS = 30_000;

describeOnOwnTestbed('a stuck claim on real servers', testbed => {
  let maker: StuckClaimMaker;
  let portal: Portal;
  let endCephCsi: () => Promise<void>;
  let volumes: Record<string, VolumeView>;

  beforeAll(async () => {
    const { kubernetes, vaultAddr } = testbed();
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster: 'prod' });
    endCephCsi = await playCephCsi(testbed(), 'prod');
    const { kubernetesToken, vaultToken } =
      await createPortalIdentity(testbed());
    const { url, caFile } = kubernetes;
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config: {
        clusters: [{ name: 'prod', url, caFile, token: kubernetesToken }],
        kms: [
          { name: 'vault', address: vaultAddr, auth: { token: vaultToken } },
        ],
      },
      entities: [componentOf(OWNER, OWNER)],
    });
    maker = new StuckClaimMaker(testbed(), OWNER);
    await maker.makeAll(vaultAddr);
    volumes = await readUntil(STUCK_CLAIMS, LONG_MS);
  });
  afterAll(async () => {
    await portal?.stop();
    await endCephCsi?.();
  });

  async function readUntil(
    causes: Record<string, { code: string }>,
    patienceMs = SHORT_MS,
  ): Promise<Record<string, VolumeView>> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const { body } = await portal.get(VOLUMES);
      const found: [string, VolumeView][] = body.volumes.map(
        (it: VolumeView) => [it.namespace, it],
      );
      const read = Object.fromEntries(found);
      const isWhole = Object.entries(causes).every(([name, { code }]) =>
        codesOf(read[name]).includes(code),
      );
      if (isWhole || Date.now() > end) return read;
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }

  it.each(Object.entries(STUCK_CLAIMS))('says why: %s', (name, { code }) => {
    expect(codesOf(volumes[name])).toContain(code);
    const diagnosis = volumes[name].diagnoses.find(it => it.code === code);
    expect(diagnosis).toMatchObject({
      owner: expect.not.stringMatching('unknown'),
      link: expect.stringMatching(/^https:/),
      raw: expect.stringMatching(/./),
    });
  });

  it('knows every text that these servers said', () => {
    const unknown = Object.values(volumes)
      .flatMap(({ diagnoses }) => diagnoses)
      .filter(({ code }) => code === 'unrecognised');
    expect(unknown).toEqual([]);
  });

  it('says who has to mend a Vault that is sealed', async () => {
    const { vault } = testbed().controls;
    await vault.seal();
    const sealed = { code: 'vault-sealed', tokenOf: undefined };
    await maker.make('sealed', { ...sealed, token: { token: 'hvs.x' } });
    const read = await readUntil({ sealed });
    await vault.unseal();
    expect(read.sealed.diagnoses).toMatchObject([
      { code: 'vault-sealed', owner: 'vault-admin' },
    ]);
  });

  it('says that an entry of somebody else blocks everyone', async () => {
    await maker.setConnections({ badjson: '{' });
    const blocked = { code: 'connection-malformed' };
    await maker.make('blocked', blocked);
    const read = await readUntil({ blocked });
    await maker.setConnections({ badjson: null });
    expect(read.blocked.diagnoses[0].cause).toContain(
      '"badjson" is not valid JSON',
    );
  });

  it('tells who asks for a claim of quota and limits, where no claim is made', async () => {
    const ask = async (namespace: string) => {
      const { body } = await portal.post('/operations', {
        operation: 'claim',
        entityRef: ENTITY,
        cluster: 'prod',
        namespace,
        name: 'asked',
        storageClass: 'ceph-rbd-encrypted-tokens',
        size: '5Gi',
      });
      return body.error?.message;
    };
    await maker.makeTenant('quota');
    const hard = {
      'ceph-rbd-encrypted-tokens.storageclass.storage.k8s.io/requests.storage':
        '1Gi',
    };
    await maker.limit('quota', 'resourcequotas', { hard });
    await maker.makeTenant('limits');
    const max = { storage: '1Gi' };
    const limits = [{ type: 'PersistentVolumeClaim', max }];
    await maker.limit('limits', 'limitranges', { limits });
    const refusal = await eventually(
      () => ask('quota'),
      said => !said?.includes('is not counted yet'),
    );
    expect(refusal).toContain(
      'ResourceQuota "storage" is used up; delete claims that are not needed',
    );
    expect(await ask('limits')).toContain(
      '5Gi is asked for, and the maximum of the namespace is 1Gi (LimitRange)',
    );
  });

  it('says that there are no KMS connections at all', async () => {
    await maker.removeConnections();
    const bare = { code: 'connections-missing' };
    await maker.make('bare', bare);
    expect(codesOf((await readUntil({ bare })).bare)).toContain(bare.code);
  });
});

function codesOf(volume: VolumeView | undefined): string[] {
  return volume?.diagnoses.map(({ code }) => code) ?? [];
}
