import { Systems } from '../systems';
import {
  clusterHolding,
  connectionsMap,
  indexOf,
} from '../inspection/__testUtils__/indexOf';
import { vaultNamed } from '../inspection/__testUtils__/vaultNamed';
import { portalIdentity } from './portalIdentity';

const VAULT = 'http://127.0.0.1:1';

/** What was asked of a KMS with such mounts that allows all, and the answer. */
async function askedOf(mounts: () => Promise<string[]>, data?: object) {
  const kms = vaultNamed('vault', VAULT);
  kms.listMounts = mounts;
  const asked: string[] = [];
  kms.capabilities.own = async paths => {
    asked.push(...paths);
    return new Map(paths.map(it => [it, ['root']]));
  };
  const map = connectionsMap({ sa: ['vaulttenantsa', VAULT] });
  const clusters = [clusterHolding({ ConfigMap: [{ ...map, ...data }] })];
  const parts = {
    index: await indexOf(clusters),
    systems: new Systems({ clusters, kms: [kms] }),
    credentials: { all: async () => [] },
    now: () => new Date('2026-01-01T00:00:00Z'),
  };
  return { asked, ...(await portalIdentity(parts, 'vault')) };
}

it('asks for the keys that an offboarded tenant left', async () => {
  const { asked, message } = await askedOf(async () => ['prod.gone']);
  expect(asked).toContain('csi/prod.gone/data/probe');
  expect(message).not.toContain('Not all tenants');
});

it.each([
  ['mounts', () => Promise.reject(new Error('no')), undefined],
  ['connections', async () => [], { data: { 'config.json': 'no JSON' } }],
])(
  'says that tenants may lack where %s are not known',
  async (_, mounts, data) => {
    const { message } = await askedOf(mounts, data);
    expect(message).toContain('Not all tenants may have been asked for.');
  },
);
