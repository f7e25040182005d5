import {
  ANNOTATION_OWNER,
  CONNECTIONS_CONFIG_MAP,
  VolumeEncryptionError,
  type KubernetesObject,
  type PersistentVolume,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import {
  claimOf,
  metaOf,
  namespaceOf,
  volumeOf,
} from '../__testUtils__/objects';
import { sourcesOf, type ClusterOf } from './__testUtils__/sourcesOf';
import { Overview } from './Overview';
import { Surveys } from './Surveys';
import type { OverviewSources } from './surveySources';
import { takeSurvey } from './takeSurvey';

const DRIVER = 'rook-ceph.rbd.csi.ceph.com';

/** A claim with its volume, encrypted or not. */
function bound(ref: string, encrypted: boolean): KubernetesObject[] {
  const name = `pvc-${ref.replace('/', '-')}`;
  const volume: PersistentVolume = {
    ...volumeOf(name, ref),
    meta: metaOf(name, {
      annotations: { 'pv.kubernetes.io/provisioned-by': DRIVER },
    }),
    csi: {
      driver: DRIVER,
      volumeHandle: name,
      attributes: {
        'storage.kubernetes.io/csiProvisionerIdentity': '1-8081-rbd',
        ...(encrypted && { encrypted: 'true', encryptionKMSID: 'vault' }),
      },
    },
  };
  return [{ ...claimOf(ref), phase: 'Bound', volumeName: name }, volume];
}

const connections: KubernetesObject = {
  kind: 'ConfigMap',
  meta: metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`),
  data: {
    vault: JSON.stringify({
      encryptionKMSType: 'vaulttokens',
      vaultAddress: 'https://vault.example:8200',
      vaultBackend: 'kv-v2',
      vaultBackendPath: 'csi/prod.payments',
    }),
  },
};

const prod: KubernetesObject[] = [
  namespaceOf('payments', { [ANNOTATION_OWNER]: 'payments' }),
  namespaceOf('web'),
  connections,
  ...bound('payments/a', true),
  ...bound('payments/b', true),
  ...bound('web/c', false),
];

async function surveyOf(clusters: Record<string, ClusterOf>) {
  const { sources, stop } = await sourcesOf(clusters);
  const survey = await takeSurvey(sources);
  await stop();
  return survey;
}

it('judges every volume of every cluster, the gravest first, and asks nobody', async () => {
  // The clusters under test throw when they are asked for anything.
  const { volumes, clusters } = await surveyOf({
    prod,
    edge: [namespaceOf('web'), ...bound('web/d', false)],
  });
  expect(
    volumes.map(({ cluster, claim, owner, findings: [first] }) => [
      cluster,
      claim,
      owner,
      first?.impact,
    ]),
  ).toEqual([
    ['prod', 'c', undefined, 'unencrypted'],
    ['edge', 'd', undefined, 'unencrypted'],
    ['prod', 'a', 'group:default/payments', expect.anything()],
    ['prod', 'b', 'group:default/payments', expect.anything()],
  ]);
  expect(clusters.map(({ incomplete }) => incomplete)).toEqual([false, false]);
});

describe('with a KMS', () => {
  const never = new Promise<void>(() => {});

  function kmsThatIs(state: 'active' | 'sealed') {
    const health = jest.fn(async () => ({
      ...{ name: 'vault', address: 'https://vault.example:8200', state },
      peers: [],
      observedAt: new Date().toISOString(),
    }));
    const describeKey = jest.fn(async () => ({ presence: 'present' as const }));
    const addresses = ['https://vault.example:8200'];
    // Nothing else of it is asked.
    return {
      name: 'vault',
      mountPrefix: 'csi',
      addresses,
      health,
      describeKey,
    } as Partial<Kms> as Kms;
  }

  it('asks for its state once, and for no key', async () => {
    const kms = kmsThatIs('active');
    const { sources, stop } = await sourcesOf({ prod }, { kms: [kms] });
    const { volumes, problems } = await takeSurvey(sources);
    expect(kms.health).toHaveBeenCalledTimes(1);
    expect(kms.describeKey).not.toHaveBeenCalled();
    expect(problems).toEqual([]);
    const [, one] = volumes;
    expect(one).toMatchObject({
      kms: 'vault',
      remount: 'unknown',
      findings: [],
    });
    await stop();
  });

  it('knows a key that was looked at lately', async () => {
    const kms = kmsThatIs('active');
    const { sources, stop } = await sourcesOf({ prod }, { kms: [kms] });
    const mount = 'csi';
    const location = { mount, name: 'csi-vol' };
    await sources.kmsFacts.key(kms, location, { deadline: never });
    expect(sources.kmsFacts.recallKey(kms, location)).toMatchObject({
      value: { presence: 'present' },
    });
    expect(
      sources.kmsFacts.recallKey(kms, { mount, name: 'other' }),
    ).toBeUndefined();
    await stop();
  });

  it('tells of a key that is missing, and of one of no volume, though nobody looked', async () => {
    const kms = kmsThatIs('active');
    const orphan =
      '0001-0009-rook-ceph-0000000000000002-5a1a1a1a-0000-4000-8000-000000000001';
    kms.listMounts = async () => ['prod.payments'];
    kms.listKeys = async () => new Set(['pvc-payments-a', orphan]);
    const { sources, look, stop } = await sourcesOf({ prod }, { kms: [kms] });
    await look();
    const overview = overviewOf(sources);
    const page = { limit: 50, offset: 0 };
    const { items } = await overview.findings({}, page);
    expect(
      items.map(it => [
        it.code,
        it.impact,
        it.volumes,
        it.keys,
        it.example?.claim,
      ]),
    ).toEqual([
      ['key-missing', 'blocked', 1, undefined, 'b'],
      ['recorded-unencrypted', 'unencrypted', 1, undefined, 'c'],
      ['key-without-volume', 'left-over', 0, 1, undefined],
    ]);
    const [missing, , left] = items;
    for (const { observedAt = '' } of [missing, left]) {
      expect(Date.now() - Date.parse(observedAt)).toBeLessThan(60_000);
    }
    const filtered = await overview.findings({ cluster: 'prod' }, page);
    expect(filtered.items).not.toContainEqual(left);
    const asked = await overview.findings({ impact: 'left-over' }, page);
    expect(asked.items).toEqual([left]);
    await stop();
  });

  it('says which volumes it blocks while it is sealed', async () => {
    const kms = kmsThatIs('sealed');
    const { sources, stop } = await sourcesOf({ prod }, { kms: [kms] });
    const { volumes, problems } = await takeSurvey(sources);
    expect(problems).toMatchObject([{ source: 'kms', code: 'kms-sealed' }]);
    expect(
      volumes.map(({ claim, findings: [first] }) => [claim, first?.code]),
    ).toEqual([
      ['a', 'kms-sealed'],
      ['b', 'kms-sealed'],
      ['c', 'recorded-unencrypted'],
    ]);
    await stop();
  });
});

it('has a row for each volume that no claim has, with the owner that it served', async () => {
  const unclaimed = (
    name: string,
    changes: Partial<PersistentVolume>,
    encrypted = false,
  ): KubernetesObject => {
    const [, volume] = bound(`payments/${name}`, encrypted);
    return { ...volume, ...changes } as PersistentVolume;
  };
  const { volumes } = await surveyOf({
    prod: [
      ...prod,
      unclaimed('kept', { phase: 'Released', capacity: '5Gi' }),
      unclaimed('spare', { phase: 'Available', claim: undefined }, true),
      unclaimed('a', { phase: 'Available' }, true),
      unclaimed('taken', { phase: 'Bound' }),
    ],
  });
  const [kept, spare, ...others] = volumes.filter(
    ({ persistentVolume }) => persistentVolume !== undefined,
  );
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    ...{ persistentVolume: 'pvc-payments-kept', phase: 'Released' },
    ...{ namespace: 'payments', claim: 'kept', size: '5Gi' },
    ...{ owner: 'group:default/payments', protection: 'none' },
    findings: [{ code: 'recorded-unencrypted' }],
  });
  expect(spare).toMatchObject({
    ...{ persistentVolume: 'pvc-payments-spare', phase: 'Available' },
    ...{ namespace: undefined, claim: undefined, owner: undefined },
    ...{ protection: 'volume/customer-key', ownerKnown: true },
  });
  expect(volumes.filter(({ claim }) => claim === 'a')).toHaveLength(1);
});

it('keeps a finding that many have once', async () => {
  const { volumes } = await surveyOf({ prod });
  const [one, other] = volumes.filter(
    ({ namespace }) => namespace === 'payments',
  );
  expect(one.findings.length).toBeGreaterThan(0);
  one.findings.forEach((finding, index) => {
    expect(finding).toBe(other.findings[index]);
  });
});

describe('where a cluster cannot be read', () => {
  const gone = new VolumeEncryptionError('cluster-unreachable', 'Gone.');

  /** The answers about one cluster that is well and one that is gone. */
  async function overview(act: (of: Overview) => Promise<unknown>) {
    const { sources, stop } = await sourcesOf({ prod, dark: gone });
    const answer = await act(overviewOf(sources));
    await stop();
    return answer;
  }
  const page = { limit: 50, offset: 0 };

  it('its row is there and says that it is incomplete, and so do all others', async () => {
    const answer = await overview(it => it.coverage('cluster', {}, page));
    expect(answer).toMatchObject({
      incomplete: true,
      all: { volumes: 3 },
      items: [
        { name: 'prod', incomplete: false, counts: { volumes: 3 } },
        { name: 'dark', incomplete: true, counts: { volumes: 0 } },
      ],
      problems: [{ source: 'cluster', name: 'dark', message: 'Gone.' }],
    });
    expect(await overview(it => it.coverage('owner', {}, page))).toMatchObject({
      items: [{ incomplete: true }, { incomplete: true }],
    });
  });

  it('an answer about the other alone is whole', async () => {
    const answer = await overview(it => it.volumes({ cluster: 'prod' }, page));
    expect(answer).toMatchObject({ incomplete: false, total: 3, problems: [] });
  });

  it('findings and volumes tell of it', async () => {
    const told = { incomplete: true, problems: [{ name: 'dark' }] };
    expect(await overview(it => it.volumes({}, page))).toMatchObject(told);
    expect(await overview(it => it.findings({}, page))).toMatchObject(told);
    expect(await overview(it => it.allVolumes({}))).toMatchObject(told);
  });

  it('a cluster that is not configured is refused by the name of its field', async () => {
    await expect(
      overview(it => it.volumes({ cluster: 'nowhere' }, page)),
    ).rejects.toMatchObject({ code: 'unknown-cluster', field: 'cluster' });
  });
});

it('pages do not overlap and have the same order', async () => {
  const { sources, stop } = await sourcesOf({ prod });
  const overview = overviewOf(sources);
  const claims = async (offset: number) => {
    const { items } = await overview.volumes({}, { limit: 2, offset });
    return items.map(({ claim }) => claim);
  };
  expect([await claims(0), await claims(2), await claims(4)]).toEqual([
    ['c', 'a'],
    ['b'],
    [],
  ]);
  await stop();
});

function overviewOf(sources: OverviewSources): Overview {
  const surveys = new Surveys(() => takeSurvey(sources), sources.now);
  return new Overview({ index: sources.index, surveys });
}
