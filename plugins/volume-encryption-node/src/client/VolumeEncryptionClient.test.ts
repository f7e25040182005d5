import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { VolumeEncryptionClient } from './VolumeEncryptionClient';

interface Received {
  method?: string;
  url?: string;
  authorization?: string;
  body: string;
}

const credentials = mockCredentials.user('user:default/ada');
const component = { kind: 'component', namespace: 'default', name: 'shop' };

describe('VolumeEncryptionClient', () => {
  const received: Received[] = [];
  let answer: { status: number; body: string } | 'never';
  let onRequest: () => void;
  const server = createServer(async (request: IncomingMessage, response) => {
    received.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.authorization,
      body: await text(request),
    });
    onRequest();
    if (answer === 'never') return;
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(answer.body);
  });
  let baseUrl: string;

  beforeAll(async () => {
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    baseUrl = `http://127.0.0.1:${port}/api/volume-encryption`;
  });
  beforeEach(() => {
    received.length = 0;
    answer = { status: 200, body: '{}' };
    onRequest = () => {};
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  function client(url = baseUrl) {
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async () => url,
    });
    return new VolumeEncryptionClient({ auth: mockServices.auth(), discovery });
  }

  it('asks on behalf of the user, for our plugin', async () => {
    answer = { status: 200, body: '{"items":[]}' };
    const list = await client().listKms({ credentials });
    expect(list).toEqual({ items: [] });
    expect(received).toEqual([
      {
        method: 'GET',
        url: '/api/volume-encryption/kms',
        authorization: mockCredentials.service.header({
          onBehalfOf: credentials,
          targetPluginId: 'volume-encryption',
        }),
        body: '',
      },
    ]);
  });

  it('uses the paths of the contract', async () => {
    const api = client();
    const options = { credentials };
    const volume = { cluster: 'prod', claimNamespace: 'pay', claim: 'data' };
    await api.getEntityVolumes(component, options);
    await api.getEntityVolumes(
      { ...component, limit: 20, offset: 0, search: 'a&b' },
      options,
    );
    await api.getEntityVolume({ ...component, ...volume }, options);
    await api.getEntityTenants(component, options);
    await api.listStorageClasses({}, options);
    await api.listStorageClasses({ cluster: 'a&b' }, options);
    await api.listClusters(options);
    await api.listNamespaces({ cluster: 'prod' }, options);
    await api.listKmsConnections({ cluster: 'prod' }, options);
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual(
      [
        '/entities/component/default/shop/volumes',
        '/entities/component/default/shop/volumes?limit=20&offset=0&search=a%26b',
        '/entities/component/default/shop/volumes/prod/pay/data',
        '/entities/component/default/shop/tenants',
        '/storage-classes',
        '/storage-classes?cluster=a%26b',
        '/clusters',
        '/clusters/prod/namespaces',
        '/clusters/prod/kms-connections',
      ].map(path => `GET /api/volume-encryption${path}`),
    );
  });

  it('uses the paths of tenancy and custody', async () => {
    const api = client();
    const options = { credentials };
    const volume = { cluster: 'prod', claimNamespace: 'pay', claim: 'data' };
    const page = { limit: 20, offset: 40 };
    const place = { cluster: 'prod', namespace: 'pay' };
    await api.getKmsSource({ cluster: 'prod' }, options);
    await api.getKeyRotation({ ...component, ...volume }, options);
    await api.getMovePlan(
      { ...component, ...volume, storageClass: 'b&c', runAsUser: 70 },
      options,
    );
    await api.getCapabilities({}, options);
    await api.getCapabilities({ entityRef: 'component:a/b' }, options);
    await api.listTenants({}, options);
    await api.listTenants({ cluster: 'prod', search: 'p', ...page }, options);
    await api.listTenants({ state: 'expiring' }, options);
    await api.inspectTenant({ ...place, ...page }, options);
    const which = { custody: 'vaulttokens', kms: 'vault' } as const;
    await api.inspectTenant({ ...place, ...which }, options);
    await api.listReceipts(page, options);
    await api.getCustodySetup({ kms: 'vault', cluster: 'prod' }, options);
    await api.getCustodyDrift({ kms: 'vault', cluster: 'prod' }, options);
    await api.getPortalIdentity({ kms: 'vault' }, options);
    await api.getIsolation({ kms: 'vault', ...page }, options);
    await api.listCatalogFacts({ after: 'kms/vault', limit: 500 }, options);
    await api.getBlastRadius({ of: 'kms/vault', ...page }, options);
    expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual(
      [
        '/clusters/prod/kms-source',
        '/entities/component/default/shop/volumes/prod/pay/data/key-rotation',
        '/entities/component/default/shop/volumes/prod/pay/data/move-plan?storageClass=b%26c&runAsUser=70',
        '/capabilities',
        '/capabilities?entityRef=component%3Aa%2Fb',
        '/tenants',
        '/tenants?cluster=prod&search=p&limit=20&offset=40',
        '/tenants?state=expiring',
        '/tenants/prod/pay?limit=20&offset=40',
        '/tenants/prod/pay?custody=vaulttokens&kms=vault',
        '/receipts?limit=20&offset=40',
        '/kms/vault/custody-setup?cluster=prod',
        '/kms/vault/custody-drift?cluster=prod',
        '/kms/vault/identity',
        '/kms/vault/isolation?limit=20&offset=40',
        '/catalog-facts?after=kms%2Fvault&limit=500',
        '/blast-radius?of=kms%2Fvault&limit=20&offset=40',
      ].map(path => `GET /api/volume-encryption${path}`),
    );
  });

  it('posts plans and operations', async () => {
    const request = {
      operation: 'tenant-secret',
      cluster: 'prod',
      namespace: 'payments',
      kmsId: 'vault-tokens',
    } as const;
    await client().createPlan(request, { credentials });
    const result = { steps: [], notes: [], references: [] };
    answer = { status: 200, body: JSON.stringify({ result }) };
    const done = await client().runOperation(request, { credentials });
    expect(done).toEqual(result);
    expect(
      received.map(({ method, url, body }) => [method, url, JSON.parse(body)]),
    ).toEqual([
      ['POST', '/api/volume-encryption/plans', request],
      ['POST', '/api/volume-encryption/operations', request],
    ]);
  });

  it('posts the claim that it is to look ahead of', async () => {
    const request = {
      operation: 'claim',
      entityRef: 'component:default/orders',
      cluster: 'prod',
      namespace: 'payments',
      name: 'orders-data',
      storageClass: 'encrypted',
      size: '10Gi',
      accessMode: 'ReadWriteOnce',
      volumeMode: 'Filesystem',
    } as const;
    const found = { outcome: 'ok', checks: [], observedAt: 'now' };
    answer = { status: 200, body: JSON.stringify(found) };
    expect(await client().createPreflight(request, { credentials })).toEqual(
      found,
    );
    expect(received.map(it => [it.url, JSON.parse(it.body)])).toEqual([
      ['/api/volume-encryption/preflights', request],
    ]);
  });

  it('keeps a name inside of its segment', async () => {
    const name = 'a/../../kms?x=%2f';
    await client().getEntityVolumes({ ...component, name }, { credentials });
    expect(received[0].url).toBe(
      '/api/volume-encryption/entities/component/default/a%2F..%2F..%2Fkms%3Fx%3D%252f/volumes',
    );
  });

  it.each(['', '.', '..'])('refuses the name "%s"', async cluster => {
    await expect(
      client().listNamespaces({ cluster }, { credentials }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect(received).toEqual([]);
  });

  it('throws the error of the backend', async () => {
    const message = 'Vault "vault" is sealed.';
    answer = {
      status: 503,
      body: JSON.stringify({
        error: { name: 'VolumeEncryptionError', code: 'kms-sealed', message },
      }),
    };
    await expect(client().listKms({ credentials })).rejects.toMatchObject({
      name: 'VolumeEncryptionError',
      code: 'kms-sealed',
      message,
    });
  });

  it('throws a ResponseError for an error that is not ours', async () => {
    answer = { status: 502, body: '<html>Bad Gateway</html>' };
    await expect(client().listKms({ credentials })).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 502,
    });
  });

  it('says that the backend did not answer, without the request', async () => {
    const error = await client('http://127.0.0.1:1')
      .listKms({ credentials })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
    expect(error).not.toHaveProperty('cause', expect.anything());
  });

  it('ends the request when the signal aborts', async () => {
    answer = 'never';
    const controller = new AbortController();
    onRequest = () => controller.abort();
    await expect(
      client().listKms({ credentials, signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'aborted' });
  });
});
