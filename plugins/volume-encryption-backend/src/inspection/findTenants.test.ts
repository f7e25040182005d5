import { metaOf } from '../__testUtils__/objects';
import { Systems } from '../systems';
import {
  accountIn,
  clusterHolding,
  configIn,
  connectionsMap,
  encryptedIn,
  indexOf,
  recordOf,
  type Held,
} from './__testUtils__/indexOf';
import { vaultNamed } from './__testUtils__/vaultNamed';
import type { TenantCredential } from '../custody';
import { findTenants } from './findTenants';

const VAULT = 'https://vault.example:8200';
const OTHER = 'https://other.example:8200';

async function found(held: Held, recorded: TenantCredential[] = []) {
  const clusters = [clusterHolding(held)];
  const kms = [vaultNamed('vault', VAULT), vaultNamed('other', OTHER)];
  const tenants = await findTenants({
    index: await indexOf(clusters),
    systems: new Systems({ clusters, kms }),
    credentials: { all: async () => recorded },
  });
  return tenants.map(({ namespace, custody, kms: name, credential }) =>
    [namespace, custody, name, credential?.id].join(' ').trim(),
  );
}

const both = connectionsMap({
  tokens: ['vaulttokens', VAULT],
  sa: ['vaulttenantsa', VAULT],
});

it('finds accounts of ours, and not those of others', async () => {
  const held = {
    ConfigMap: [both],
    ServiceAccount: [accountIn('web'), accountIn('theirs', {}), accountIn('a')],
  };
  expect(await found(held)).toEqual([
    'a vaulttenantsa vault',
    'web vaulttenantsa vault',
  ]);
});

it('finds an account that Vault lets in, though its label was taken away', async () => {
  const labels = { 'csi-kms': 'enabled' };
  const held = {
    ConfigMap: [both],
    Namespace: [
      { kind: 'Namespace', meta: metaOf('hidden', { labels }) },
      { kind: 'Namespace', meta: metaOf('ready', { labels }) },
      { kind: 'Namespace', meta: metaOf('theirs') },
    ],
    ServiceAccount: [accountIn('hidden', {}), accountIn('theirs', {})],
  };
  expect(await found(held)).toEqual(['hidden vaulttenantsa vault']);
});

it('finds what is recorded, also without an object', async () => {
  const intended = recordOf('b', { state: 'intent', id: 'second' });
  expect(
    await found({}, [recordOf('b', { id: 'first' }), intended, recordOf('a')]),
  ).toEqual(['a vaulttokens vault id-of-a', 'b vaulttokens vault first']);
});

it('has of a tenant every token that may be in force', async () => {
  const clusters = [clusterHolding({})];
  const recorded = [
    recordOf('b', { id: 'old', secretName: 'other' }),
    recordOf('b', { id: 'begun', state: 'minted' }),
    recordOf('b', { id: 'meant', state: 'intent', accessor: undefined }),
    recordOf('b', { id: 'new' }),
    recordOf('b', { id: 'elsewhere', kms: 'other' }),
  ];
  const tenants = await findTenants({
    index: await indexOf(clusters),
    systems: new Systems({ clusters, kms: [vaultNamed('vault', VAULT)] }),
    credentials: { all: async () => recorded },
  });
  const ids = tenants.map(({ tokens = [] }) => tokens.map(({ id }) => id));
  expect(ids).toEqual([['old', 'begun', 'new'], ['elsewhere']]);
});

it('leaves out what is recorded for a cluster that is not configured', async () => {
  expect(await found({}, [recordOf('b', { cluster: 'gone' })])).toEqual([]);
});

it('finds both credentials of a namespace that has two', async () => {
  const held = {
    ConfigMap: [both, configIn('web')],
    ServiceAccount: [accountIn('web')],
  };
  expect(await found(held, [recordOf('web')])).toEqual([
    'web vaulttokens vault id-of-web',
    'web vaulttenantsa vault',
  ]);
});

it.each([
  ['its volumes', 'tokens', 'vaulttokens'],
  ['its volumes', 'sa', 'vaulttenantsa'],
  ['what has no record', 'elsewhere', 'vaulttenantsa'],
])('takes for a ConfigMap alone the custody of %s', async (_, id, custody) => {
  const held = {
    ConfigMap: [both, configIn('web')],
    PersistentVolume: [encryptedIn('web', id)],
  };
  expect(await found(held)).toEqual([`web ${custody} vault`]);
});

it('tells the KMS by the volumes where connections lead to several', async () => {
  const connections = connectionsMap({
    sa: ['vaulttenantsa', VAULT],
    'other-sa': ['vaulttenantsa', OTHER],
  });
  const held = {
    ConfigMap: [connections],
    ServiceAccount: [accountIn('known'), accountIn('unknown')],
    PersistentVolume: [encryptedIn('known', 'other-sa')],
  };
  expect(await found(held)).toEqual([
    'known vaulttenantsa other',
    'unknown vaulttenantsa',
  ]);
});

describe('where no connection of the custody can be read', () => {
  const { data: _, ...withoutData } = both;
  const malformed = { ...withoutData, data: { 'config.json': 'no JSON' } };
  const onlyTokens = connectionsMap({ tokens: ['vaulttokens', VAULT] });

  it.each([
    ['the map is malformed', [malformed]],
    ['the map is gone', []],
    ['the entry was removed', [onlyTokens]],
  ])('accounts are found nonetheless when %s', async (_why, ConfigMap) => {
    const labels = { 'csi-kms': 'enabled' };
    const held = {
      ConfigMap,
      Namespace: [{ kind: 'Namespace', meta: metaOf('hidden', { labels }) }],
      ServiceAccount: [accountIn('web'), accountIn('hidden', {})],
    };
    expect(await found(held)).toEqual([
      'hidden vaulttenantsa',
      'web vaulttenantsa',
    ]);
  });

  it('so is one that was begun', async () => {
    expect(await found({ ConfigMap: [configIn('web')] })).toEqual([
      'web vaulttenantsa',
    ]);
  });
});
