import {
  identityProbes,
  VolumeEncryptionError,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
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

describe('rights that are as they have to be', () => {
  async function identityWith(mounts: () => Promise<string[]>) {
    const kms = vaultNamed('vault', VAULT);
    kms.listMounts = mounts;
    const names = kms.custodyNames;
    const clusters = [clusterHolding({ ConfigMap: [connectionsMap({})] })];
    const place = { names, cluster: 'prod', clusters: ['prod'] };
    const probes = identityProbes(place, ['prod.gone']);
    const expected = new Map(probes.map(it => [it.path, it.expected]));
    kms.capabilities.own = async () => expected;
    const parts = {
      index: await indexOf(clusters),
      systems: new Systems({ clusters, kms: [kms] }),
      credentials: { all: async () => [] },
      now: () => new Date('2026-01-01T00:00:00Z'),
    };
    return portalIdentity(parts, 'vault');
  }

  it('are called exact where all tenants were asked for', async () => {
    const { verdict, message } = await identityWith(async () => ['prod.gone']);
    expect([verdict, message]).toEqual(['exact', undefined]);
  });

  it('are unknown where tenants may lack, which is said', async () => {
    const identity = await identityWith(() => Promise.reject(new Error('no')));
    expect(identity).toMatchObject({
      verdict: 'unknown',
      message: expect.stringContaining('Not all tenants may have been asked'),
    });
    expect(identity.items.length).toBeGreaterThan(0);
  });
});

describe('the credential that destroys keys', () => {
  type Ask = NonNullable<Kms['custodian']>['capabilities'];

  async function rightsOf(capabilities?: Ask, on = ['prod']) {
    const none = async () => 'absent' as const;
    const custodian = capabilities && {
      ...{ capabilities, destroyKey: none, removeMount: none },
    };
    const kms = { ...vaultNamed('vault', VAULT), custodian };
    kms.listMounts = async () => ['prod.gone'];
    kms.capabilities.own = async paths =>
      new Map(paths.map(it => [it, ['deny']]));
    const clusters = on.map(name => clusterHolding({}, { name }));
    const parts = {
      index: await indexOf(clusters),
      systems: new Systems({ clusters, kms: [kms] }),
      credentials: { all: async () => [] },
      now: () => new Date('2026-01-01T00:00:00Z'),
    };
    return (await portalIdentity(parts, 'vault')).custodian;
  }
  const denied = (field?: string) => async () => {
    throw new VolumeEncryptionError('kms-denied', 'Denied.', { field });
  };

  it('is not there where none is configured', async () => {
    expect(await rightsOf()).toBeUndefined();
  });

  it('is judged by its own answers, on the keys of each mount', async () => {
    const rights = await rightsOf(
      async paths => new Map(paths.map(it => [it, ['root']])),
    );
    expect(rights).toMatchObject({ verdict: 'more' });
    expect(rights?.items).toContainEqual(
      expect.objectContaining({
        path: 'csi/prod.gone/data/probe',
        actual: ['root'],
        verdict: 'more',
      }),
    );
  });

  it('is unknown where it may not ask, with the line that it may lack', async () => {
    expect(await rightsOf(denied())).toEqual({
      verdict: 'unknown',
      items: [],
      message:
        'Denied. The line that it may lack: path "sys/capabilities-self" { capabilities = ["update"] }',
    });
  });

  it('is unknown without a line where it cannot log in', async () => {
    const message = 'Denied.';
    const unknown = { verdict: 'unknown', items: [], message };
    expect(await rightsOf(denied('auth'))).toEqual(unknown);
  });

  it('is unknown where no cluster is configured, and not called absent', async () => {
    expect(await rightsOf(denied(), [])).toMatchObject({ verdict: 'unknown' });
  });
});
