import { mockApis } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { startBackend } from '../__testUtils__/backend';
import { VolumeEncryptionClient } from './VolumeEncryptionClient';

describe('VolumeEncryptionClient', () => {
  const backend = startBackend();
  const client = new VolumeEncryptionClient({
    discoveryApi: mockApis.discovery(),
    fetchApi: mockApis.fetch(),
  });

  it.each([
    [
      'getEntityVolumes',
      () => client.getEntityVolumes('component:default/ledger', {}),
      '/api/volume-encryption/entities/component/default/ledger/volumes',
    ],
    [
      'getEntityVolumes of a page',
      () =>
        client.getEntityVolumes('component:default/ledger', {
          limit: 20,
          offset: 40,
          search: 'a&b',
        }),
      '/api/volume-encryption/entities/component/default/ledger/volumes?limit=20&offset=40&search=a%26b',
    ],
    [
      'getEntityVolume',
      () =>
        client.getEntityVolume('component:default/ledger', {
          cluster: 'prod',
          namespace: 'pay/../x',
          claim: 'data',
        }),
      '/api/volume-encryption/entities/component/default/ledger/volumes/prod/pay%2F..%2Fx/data',
    ],
    [
      'getEntityTenants',
      () => client.getEntityTenants('component:default/ledger'),
      '/api/volume-encryption/entities/component/default/ledger/tenants',
    ],
    [
      'listNamespaces',
      () => client.listNamespaces('prod/../x'),
      '/api/volume-encryption/clusters/prod%2F..%2Fx/namespaces',
    ],
    [
      'listKmsConnections',
      () => client.listKmsConnections('prod'),
      '/api/volume-encryption/clusters/prod/kms-connections',
    ],
    [
      'listStorageClasses',
      () => client.listStorageClasses('prod&x=1'),
      '/api/volume-encryption/storage-classes?cluster=prod%26x%3D1',
    ],
    [
      'listClusters',
      () => client.listClusters(),
      '/api/volume-encryption/clusters',
    ],
    [
      'getKeyRotation',
      () =>
        client.getKeyRotation('component:default/ledger', {
          cluster: 'prod',
          namespace: 'payments',
          claim: 'data',
        }),
      '/api/volume-encryption/entities/component/default/ledger/volumes/prod/payments/data/key-rotation',
    ],
    [
      'getKmsSource',
      () => client.getKmsSource('prod'),
      '/api/volume-encryption/clusters/prod/kms-source',
    ],
    ['listKms', () => client.listKms(), '/api/volume-encryption/kms'],
    [
      'getCapabilities',
      () => client.getCapabilities(undefined),
      '/api/volume-encryption/capabilities',
    ],
    [
      'getCapabilities for an entity',
      () => client.getCapabilities('component:default/ledger'),
      '/api/volume-encryption/capabilities?entityRef=component%3Adefault%2Fledger',
    ],
    [
      'listTenants',
      () => client.listTenants({ limit: 20, offset: 0, search: 'pay' }),
      '/api/volume-encryption/tenants?limit=20&offset=0&search=pay',
    ],
    [
      'inspectTenant',
      () =>
        client.inspectTenant(
          { cluster: 'prod', namespace: '../x' },
          { limit: 20, offset: 20 },
        ),
      '/api/volume-encryption/tenants/prod/..%2Fx?limit=20&offset=20',
    ],
    [
      'inspectTenant of one of several credentials',
      () =>
        client.inspectTenant(
          {
            ...{ cluster: 'prod', namespace: 'web' },
            ...{ custody: 'vaulttokens', kms: 'a&b' },
          },
          {},
        ),
      '/api/volume-encryption/tenants/prod/web?custody=vaulttokens&kms=a%26b',
    ],
    [
      'listTenants of one state',
      () => client.listTenants({ state: 'expiring' }),
      '/api/volume-encryption/tenants?state=expiring',
    ],
    [
      'listReceipts',
      () => client.listReceipts({ limit: 5 }),
      '/api/volume-encryption/receipts?limit=5',
    ],
    [
      'getCustodySetup',
      () => client.getCustodySetup({ kms: 'vault', cluster: 'prod' }),
      '/api/volume-encryption/kms/vault/custody-setup?cluster=prod',
    ],
    [
      'getCustodyDrift',
      () => client.getCustodyDrift({ kms: 'vault', cluster: 'prod' }),
      '/api/volume-encryption/kms/vault/custody-drift?cluster=prod',
    ],
    [
      'getPortalIdentity',
      () => client.getPortalIdentity('va/ult'),
      '/api/volume-encryption/kms/va%2Fult/identity',
    ],
    [
      'getIsolation',
      () => client.getIsolation('vault', { limit: 20, offset: 0 }),
      '/api/volume-encryption/kms/vault/isolation?limit=20&offset=0',
    ],
    [
      'getBlastRadius',
      () => client.getBlastRadius('kms/vault', { limit: 20, offset: 0 }),
      '/api/volume-encryption/blast-radius?of=kms%2Fvault&limit=20&offset=0',
    ],
  ])('%s asks at its path', async (_name, ask, path) => {
    let asked: string | undefined;
    backend.use(
      http.get('*', ({ request }) => {
        const { pathname, search } = new URL(request.url);
        asked = `${pathname}${search}`;
        return HttpResponse.json({ items: [] });
      }),
    );
    await ask();
    expect(asked).toBe(path);
  });

  it('turns the code of an answer into the error it is', async () => {
    backend.fails('/clusters', 'kms-sealed', 'Vault is sealed.');
    await expect(client.listClusters()).rejects.toMatchObject({
      name: 'VolumeEncryptionError',
      code: 'kms-sealed',
      message: 'Vault is sealed.',
    });
  });

  it('keeps the status of an answer without a code', async () => {
    backend.use(
      http.get('*', () => HttpResponse.text('bad gateway', { status: 502 })),
    );
    await expect(client.listClusters()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 502,
    });
  });
});
