import {
  LABEL_MANAGED_BY,
  MANAGER,
  type KmsKey,
} from 'backstage-plugin-volume-encryption-common';
import {
  createPortalIdentity,
  describeOnOwnTestbed,
  installCrds,
  kubernetesApi,
  mountTenantKeys,
  startOwnTestbed,
  vaultApi,
  type JsonApi,
  type OwnTestbed,
} from 'testbed';
import {
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { KEY_LOOKS_TASK } from './keyInventory/scheduleKeyLooks';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(300_000);

const MOUNT = 'csi/prod.payments';
const KEYS = '/kms/vault/keys';
const CRD = 'snapshot.storage.k8s.io/v1';

/** Handles of Ceph CSI, told apart by their last digit. */
const [OF_PROD, OF_DR, OF_SNAPSHOT, OF_NOTHING] = [1, 2, 3, 4].map(
  last =>
    `0001-0009-rook-ceph-0000000000000002-5a1a1a1a-0000-4000-8000-00000000000${last}`,
);

describeOnOwnTestbed('keys of two clusters in one real Vault', testbed => {
  let second: OwnTestbed;
  let portal: Portal;
  let clusters: Record<'prod' | 'dr', JsonApi>;
  let vault: JsonApi;

  const writeKey = (handle: string) =>
    vault.demand({
      method: 'POST',
      path: `/v1/${MOUNT}/data/${handle}`,
      body: { data: { data: { passphrase: 'of a test' } } },
    });

  beforeAll(async () => {
    second = await startOwnTestbed();
    const { kubernetes, vaultAddr, rootToken } = testbed();
    vault = vaultApi(vaultAddr, rootToken);
    clusters = {
      prod: kubernetesApi(kubernetes),
      dr: kubernetesApi(second.kubernetes),
    };
    for (const cluster of [testbed(), second]) {
      await installCrds(cluster, 'snapshots.yaml');
      await prepareCluster(kubernetesApi(cluster.kubernetes), vaultAddr);
    }
    const [ofProd, ofDr] = [
      await createPortalIdentity(testbed()),
      await createPortalIdentity(second),
    ];
    await mountTenantKeys(vault, 'prod.payments');
    const keys = [OF_PROD, OF_DR, OF_SNAPSHOT, OF_NOTHING];
    for (const handle of keys) await writeKey(handle);
    await bindVolume(clusters.prod, OF_PROD);
    await clusters.dr.demand(post('/api/v1/persistentvolumes', volume(OF_DR)));
    await clusters.dr.demand(
      post(`/apis/${CRD}/volumesnapshotcontents`, snapshot(OF_SNAPSHOT)),
    );
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config: {
        clusters: [
          clusterOf('prod', testbed(), ofProd.kubernetesToken),
          clusterOf('dr', second, ofDr.kubernetesToken),
        ],
        kms: [
          {
            name: 'vault',
            address: vaultAddr,
            auth: { token: ofProd.vaultToken },
          },
        ],
      },
      entities: [],
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await second?.stop();
  });

  /** `[state, code]` of each key by its handle, after a look. */
  async function states(): Promise<Record<string, [string, string]>> {
    await portal.runTask(KEY_LOOKS_TASK);
    const { body } = await portal.get(KEYS);
    return Object.fromEntries(
      body.items.map((it: KmsKey) => [it.name, [it.state, it.code]]),
    );
  }

  const until = (wanted: Record<string, [string, string]>) =>
    eventually(states, found =>
      Object.entries(wanted).every(
        ([name, it]) => found[name]?.join() === it.join(),
      ),
    );

  it('a key of a volume or snapshot of the other cluster is present', async () => {
    const wanted: Record<string, [string, string]> = {
      [OF_PROD]: ['present', 'key-listed'],
      [OF_DR]: ['present', 'key-listed'],
      [OF_SNAPSHOT]: ['present', 'key-listed'],
      [OF_NOTHING]: ['orphan', 'key-without-volume'],
    };
    expect(await until(wanted)).toEqual(wanted);
    const { body } = await portal.get(`${KEYS}?search=pv-of-2`);
    expect(body).toMatchObject({
      total: 1,
      incomplete: false,
      problems: [],
      items: [
        {
          mount: MOUNT,
          tenant: 'prod.payments',
          users: [{ cluster: 'dr', kind: 'PersistentVolume' }],
        },
      ],
    });
  });

  it('the tenant’s own page and the findings say the same', async () => {
    const { body } = await portal.get('/tenants/prod/payments');
    const found = body.keys?.items.map((it: KmsKey) => [it.name, it.state]);
    expect(found).toContainEqual([OF_DR, 'present']);
    expect(found).toContainEqual([OF_NOTHING, 'orphan']);
    const findings = await portal.get('/findings?impact=left-over');
    expect(findings.body.items).toMatchObject([
      { code: 'key-without-volume', kms: 'vault', keys: 1, volumes: 0 },
    ]);
  });

  it('while the other cluster is down, its keys and those of nothing are unknown', async () => {
    const { apiServer } = second.controls;
    await apiServer.stop();
    const wanted: Record<string, [string, string]> = {
      [OF_PROD]: ['present', 'key-listed'],
      [OF_DR]: ['unknown', 'cluster-unread'],
      [OF_SNAPSHOT]: ['unknown', 'cluster-unread'],
      [OF_NOTHING]: ['unknown', 'cluster-unread'],
    };
    expect(await until(wanted)).toEqual(wanted);
    const { body } = await portal.get(`${KEYS}?search=${OF_NOTHING}`);
    expect(body.items[0].message).toContain('"dr"');
    expect(body.incomplete).toBe(true);
    expect(body.problems).toMatchObject([{ source: 'cluster', name: 'dr' }]);
    const { text } = await portal.get(`${KEYS}.csv`);
    expect(text).toContain('Incomplete');
    await apiServer.start();
  });

  it('a key whose volume was deleted is an orphan', async () => {
    await until({ [OF_DR]: ['present', 'key-listed'] });
    await clusters.dr.demand({
      method: 'DELETE',
      path: `/api/v1/persistentvolumes/${nameOf(OF_DR)}`,
    });
    const wanted: Record<string, [string, string]> = {
      [OF_DR]: ['orphan', 'key-without-volume'],
    };
    expect(await until(wanted)).toMatchObject(wanted);
  });

  it.each([
    ['deleted softly', 'data'],
    ['destroyed', 'metadata'],
  ])('a key that was %s is missing, and a finding', async (_, what) => {
    const missing: Record<string, [string, string]> = {
      [OF_PROD]: ['missing', 'key-missing'],
    };
    await vault.demand({
      method: 'DELETE',
      path: `/v1/${MOUNT}/${what}/${OF_PROD}`,
    });
    expect(await until(missing)).toMatchObject(missing);
    const { body } = await eventually(
      () => portal.get('/findings?reason=key-missing'),
      answer => answer.body.total > 0,
    );
    expect(body.items).toMatchObject([
      {
        volumes: 1,
        cluster: 'prod',
        namespace: 'payments',
        observedAt: expect.any(String),
      },
    ]);
    await writeKey(OF_PROD);
    await until({ [OF_PROD]: ['present', 'key-listed'] });
  });

  it('no answer has a key, and the portal read none', async () => {
    for (const path of [KEYS, `${KEYS}.csv`]) {
      const { text, status } = await portal.get(path);
      expect(status).toBe(200);
      expect(text).not.toMatch(/of a test|passphrase|hvs\./);
    }
  });

  it.each([
    [`${KEYS}?state=lost`, 400, 'state'],
    ['/kms/nowhere/keys', 404, undefined],
  ])('%s is refused', async (path, expected, field) => {
    const { status, body } = await portal.get(path);
    expect([status, body.error.field]).toEqual([expected, field]);
  });
});

function clusterOf(
  name: string,
  { kubernetes: { url, caFile } }: OwnTestbed,
  token: string,
) {
  return { name, url, caFile, token };
}

function post(path: string, body: object) {
  return { method: 'POST', path, body } as const;
}

function nameOf(handle: string): string {
  return `pv-of-${handle.at(-1)}`;
}

/** Connections to the Vault, and a tenant whose keys are in the mount of prod. */
async function prepareCluster(api: JsonApi, vaultAddress: string) {
  const configMap = (namespace: string, name: string, data: object) =>
    api.demand(
      post(`/api/v1/namespaces/${namespace}/configmaps`, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, labels: { [LABEL_MANAGED_BY]: MANAGER } },
        data,
      }),
    );
  for (const name of ['rook-ceph', 'payments']) {
    await api.demand(
      post('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      }),
    );
  }
  await configMap('rook-ceph', 'csi-kms-connection-details', {
    tenants: JSON.stringify({
      encryptionKMSType: 'vaulttenantsa',
      vaultAddress,
      vaultBackend: 'kv-v2',
    }),
  });
  await configMap('payments', 'ceph-csi-kms-config', {
    vaultBackend: 'kv-v2',
    vaultBackendPath: MOUNT,
  });
}

/** As Ceph CSI makes one, that is kept when its claim goes. */
function volume(handle: string) {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: nameOf(handle),
      annotations: {
        'pv.kubernetes.io/provisioned-by': 'rook-ceph.rbd.csi.ceph.com',
      },
    },
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: { namespace: 'payments', name: 'data' },
      csi: {
        driver: 'rook-ceph.rbd.csi.ceph.com',
        volumeHandle: handle,
        volumeAttributes: {
          clusterID: 'rook-ceph',
          encrypted: 'true',
          encryptionKMSID: 'tenants',
          'storage.kubernetes.io/csiProvisionerIdentity': '1-1-rbd',
        },
      },
    },
  };
}

async function bindVolume(api: JsonApi, handle: string): Promise<void> {
  await api.demand(post('/api/v1/persistentvolumes', volume(handle)));
  const claims = '/api/v1/namespaces/payments/persistentvolumeclaims';
  await api.demand(
    post(claims, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        storageClassName: '',
        volumeName: nameOf(handle),
      },
    }),
  );
}

/** Of a snapshot that was made beforehand. */
function snapshot(snapshotHandle: string) {
  return {
    apiVersion: CRD,
    kind: 'VolumeSnapshotContent',
    metadata: { name: 'snapcontent-of-3' },
    spec: {
      deletionPolicy: 'Retain',
      driver: 'rook-ceph.rbd.csi.ceph.com',
      source: { snapshotHandle },
      volumeSnapshotRef: { namespace: 'payments', name: 'nightly' },
    },
  };
}
