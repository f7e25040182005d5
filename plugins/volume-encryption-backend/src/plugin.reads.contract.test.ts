import type { LifecycleAct } from 'backstage-plugin-volume-encryption-common';
import { connect, startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  componentOf,
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const LEDGER = '/entities/component/default/ledger';

describe('what the portal tells', () => {
  let sandbox: Sandbox;
  let portal: Portal;

  beforeAll(async () => {
    sandbox = await startSandbox({ seed: true });
    portal = await startPortal({
      plugin: volumeEncryptionPlugin,
      config: sandboxConfig(sandbox),
      entities: [
        componentOf('ledger', 'payments'),
        componentOf('claims', 'insurance'),
        componentOf('unheard-of', 'payments'),
        componentOf('elsewhere', 'payments', {
          'backstage.io/kubernetes-cluster': 'nowhere',
          'backstage.io/kubernetes-namespace': 'payments',
        }),
        componentOf('waiting', 'payments'),
      ],
    });
    await eventually(
      () => portal.get(`${LEDGER}/volumes`),
      ({ text }) => text.split('"phase":"Bound"').length === 3,
    );
  });
  afterAll(async () => {
    await portal?.stop();
    await sandbox?.stop();
  });

  it('of an entity is every volume of it, with its three answers', async () => {
    const { status, body } = await portal.get(`${LEDGER}/volumes`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      entityRef: 'component:default/ledger',
      channel: expect.stringMatching(/^volume-encryption:[0-9a-f]{64}$/),
      problems: [],
    });
    expect(body.volumes).toEqual([
      expect.objectContaining({
        claim: 'ledger-data',
        protection: expect.objectContaining({
          verdict: 'volume/customer-key',
          state: 'active',
        }),
        custody: expect.objectContaining({
          kind: 'held-by-kms',
          kms: 'vault',
          key: expect.objectContaining({ writtenByTenant: true }),
        }),
        remount: expect.objectContaining({ verdict: 'ready' }),
      }),
      expect.objectContaining({
        claim: 'ledger-scratch',
        protection: expect.objectContaining({ verdict: 'none' }),
      }),
    ]);
  });

  it('of an entity without volumes is an empty list', async () => {
    const path = '/entities/component/default/unheard-of/volumes';
    const { status, body } = await portal.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ volumes: [], problems: [] });
  });

  it('of an entity on a cluster it does not know is that it does not know it', async () => {
    const path = '/entities/component/default/elsewhere/volumes';
    const { status, body } = await portal.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      volumes: [],
      problems: [{ name: 'nowhere', code: 'unknown-cluster' }],
    });
    const tenants = await portal.get(path.replace('volumes', 'tenants'));
    expect(tenants.body.items).toEqual([]);
  });

  it('of claims in a namespace that serves nobody is that it waits for consent', async () => {
    const { url, tokens } = sandbox.kubernetes;
    const headers = { authorization: `Bearer ${tokens.admin}` };
    const admin = connect({ url, headers });
    const v1 = { apiVersion: 'v1' };
    await admin('POST', '/api/v1/namespaces', {
      ...v1,
      kind: 'Namespace',
      metadata: { name: 'fresh' },
    });
    const path = '/api/v1/namespaces/fresh/persistentvolumeclaims';
    const { status } = await admin('POST', path, {
      ...v1,
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'data',
        labels: { 'backstage.io/kubernetes-id': 'waiting' },
      },
      spec: {
        storageClassName: 'ceph-rbd',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    });
    expect(status).toBe(201);
    const { body } = await eventually(
      () => portal.get('/entities/component/default/waiting/volumes'),
      answer => answer.body.problems.length > 0,
    );
    expect(body).toMatchObject({
      volumes: [],
      problems: [
        { source: 'namespace', name: 'sandbox.fresh', code: 'no-consent' },
      ],
    });
  });

  it('of a claim that is stuck is why', async () => {
    const { body } = await eventually(
      () => portal.get('/entities/component/default/claims/volumes'),
      ({ text }) => text.includes('"nextStep"'),
    );
    const [volume] = body.volumes;
    expect(volume).toMatchObject({
      claim: 'claims-archive',
      phase: 'Pending',
      protection: { verdict: 'unknown' },
      diagnoses: [{ raw: expect.stringContaining('vault-retired') }],
    });
  });

  it('of one volume is that volume, and nothing of claims of others', async () => {
    const path = `${LEDGER}/volumes/sandbox/payments`;
    const { body } = await portal.get(`${path}/ledger-data`);
    expect(body).toMatchObject({ claim: 'ledger-data', phase: 'Bound' });
    for (const other of [
      `${path}/nothing`,
      `${LEDGER}/volumes/sandbox/insurance/claims-archive`,
    ]) {
      const { status, body: refusal } = await portal.get(other);
      expect([status, refusal.error.code]).toEqual([404, 'not-found']);
    }
  });

  it('of one volume say what would happen to it and its key, and no list does', async () => {
    const list = `${LEDGER}/volumes`;
    const { body } = await portal.get(`${list}/sandbox/payments/ledger-data`);
    const { basis, acts } = body.lifecycle;
    expect(basis).toBe('volume');
    // The sandbox has no kinds of snapshots.
    expect(
      acts.map(
        (it: LifecycleAct) =>
          `${it.act} ${it.answer} ${it.key?.fate ?? it.reason}`,
      ),
    ).toEqual([
      'expand possible same',
      expect.stringMatching(/^snapshot not-possible .* has no snapshots/),
      expect.stringMatching(/^restore not-possible .* has no snapshots/),
      'clone possible copied',
      'delete possible deleted',
    ]);
    const page = await portal.get(list);
    expect(page.body.volumes.length).toBeGreaterThan(0);
    expect(page.body.volumes.filter((it: object) => 'lifecycle' in it)).toEqual(
      [],
    );
  });

  it('of tenants are the namespaces that consent', async () => {
    const { body } = await portal.get(`${LEDGER}/tenants`);
    expect(body).toEqual({
      items: [
        {
          cluster: 'sandbox',
          namespace: 'payments',
          id: 'sandbox.payments',
          owner: 'group:default/payments',
          custodies: ['vaulttenantsa'],
        },
      ],
      problems: [],
    });
  });

  it('of classes is what each asks for', async () => {
    const { body } = await portal.get('/storage-classes?cluster=sandbox');
    expect(body.problems).toEqual([]);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        name: 'ceph-rbd-encrypted',
        encryption: 'block',
        kmsId: 'vault-tenant-sa',
        kmsType: 'vaulttenantsa',
      }),
    );
    expect((await portal.get('/storage-classes')).body).toEqual(body);
  });

  it('of KMSs and clusters is how they are', async () => {
    const kms = await portal.get('/kms');
    expect(kms.body.items).toMatchObject([{ name: 'vault', state: 'active' }]);
    const clusters = await portal.get('/clusters');
    expect(clusters.body.items).toMatchObject([
      { name: 'sandbox', state: 'synced' },
    ]);
  });

  it('of a cluster are its namespaces and KMS connections', async () => {
    const namespaces = await portal.get('/clusters/sandbox/namespaces');
    expect(namespaces.body.items).toMatchObject([
      { namespace: 'fresh' },
      { namespace: 'insurance', owner: 'group:default/insurance' },
      { namespace: 'payments', custodies: ['vaulttenantsa'] },
      { namespace: 'rook-ceph' },
    ]);
    const connections = await portal.get('/clusters/sandbox/kms-connections');
    expect(connections.body.items).toMatchObject([
      { kmsId: 'vault-tenant-sa', kms: 'vault' },
      { kmsId: 'vault-tokens', kms: 'vault' },
    ]);
  });

  it.each([
    `${LEDGER}/volumes/nowhere/payments/ledger-data`,
    '/storage-classes?cluster=nowhere',
    '/clusters/nowhere/namespaces',
    '/clusters/nowhere/kms-connections',
  ])('of a cluster it does not know is 404: %s', async path => {
    const { status, body } = await portal.get(path);
    expect(status).toBe(404);
    expect(body.error).toMatchObject({
      name: 'VolumeEncryptionError',
      code: 'unknown-cluster',
      message: expect.stringContaining('Configured: sandbox'),
    });
  });

  it('of an entity that is not there is 404', async () => {
    const path = '/entities/component/default/nobody/volumes';
    const { status, body } = await portal.get(path);
    expect([status, body.error.code]).toEqual([404, 'not-found']);
  });

  it('of a request that the contract does not know is 400', async () => {
    const query = await portal.get('/storage-classes?clutser=sandbox');
    expect(query.status).toBe(400);
    expect(query.body.error).toMatchObject({
      code: 'invalid-input',
      field: 'clutser',
    });
    const body = await portal.post('/plans', {
      operation: 'tenant-secret',
      cluster: 'sandbox',
      namespace: 'payments',
    });
    expect(body.status).toBe(400);
    expect(body.body.error).toMatchObject({
      code: 'invalid-input',
      field: 'kmsId',
    });
  });

  it('holds no credential', async () => {
    const paths = [
      `${LEDGER}/volumes`,
      `${LEDGER}/tenants`,
      '/kms',
      '/clusters',
      '/clusters/sandbox/kms-connections',
    ];
    const answers = await Promise.all(paths.map(path => portal.get(path)));
    const told = answers.map(({ text }) => text).join('\n');
    for (const secret of [
      sandbox.kubernetes.tokens.portal,
      sandbox.vault.portalToken,
    ]) {
      expect(told).not.toContain(secret);
    }
  });
});
