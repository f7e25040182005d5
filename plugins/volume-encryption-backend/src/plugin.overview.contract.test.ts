import { connect, startSandbox, type Sandbox } from 'sandbox';
import { sandboxConfig } from './__testUtils__/sandboxConfig';
import {
  eventually,
  startPortal,
  type Portal,
} from './__testUtils__/startPortal';
import {
  startServer,
  type TestServer,
} from './network/__testUtils__/startServer';
import { forwardTo } from './__testUtils__/forwardTo';
import { volumeEncryptionPlugin } from './plugin';

jest.setTimeout(60_000);

const CLAIMS = '/api/v1/namespaces/payments/persistentvolumeclaims';
/** One of them is of the seed. */
const OPEN = ['ledger-scratch', 'open-1', 'open-2'];
const EVENTS = '/api/v1/namespaces/payments/events';

let sandbox: Sandbox;
let vault: TestServer;
let portal: Portal;

function asAdmin(
  method: string,
  path: string,
  body?: Parameters<ReturnType<typeof connect>>[2],
) {
  const { url, tokens } = sandbox.kubernetes;
  const headers = { authorization: `Bearer ${tokens.admin}` };
  return connect({ url, headers })(method, path, body);
}

async function addClaim(name: string, storageClassName: string) {
  const { status } = await asAdmin('POST', CLAIMS, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: {
      storageClassName,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
  });
  expect(status).toBe(201);
}

interface Volume {
  claim: string;
  protection: string;
  owner?: string;
  findings: { impact: string }[];
}

interface Page {
  claims: string[];
  items: Volume[];
  total: number;
  limit: number;
  offset: number;
  incomplete: boolean;
  problems: unknown[];
}

async function volumes(query: string): Promise<Page> {
  const { status, body } = await portal.get(`/volumes?${query}`);
  expect([status, body.error]).toEqual([200, undefined]);
  const items: Volume[] = body.items;
  return { ...body, items, claims: items.map(({ claim }) => claim) };
}

beforeAll(async () => {
  sandbox = await startSandbox({ seed: true });
  vault = await startServer(forwardTo(sandbox.vault.url));
  const { clusters, kms } = sandboxConfig(sandbox);
  const [{ address, ...rest }] = kms;
  const [cluster] = clusters;
  portal = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: {
      clusters: [
        cluster,
        { ...cluster, name: 'dark', url: 'http://127.0.0.1:1' },
      ],
      kms: [{ ...rest, address: vault.url, otherAddresses: [address] }],
    },
    entities: [],
  });
  await addClaim('open-1', 'ceph-rbd');
  await addClaim('open-2', 'ceph-rbd');
  await addClaim('stuck', 'no-such-class');
  await asAdmin('POST', EVENTS, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'stuck.1', namespace: 'payments' },
    involvedObject: {
      kind: 'PersistentVolumeClaim',
      namespace: 'payments',
      name: 'stuck',
    },
    type: 'Warning',
    reason: 'ProvisioningFailed',
    message: '=cmd|calc storageclass.storage.k8s.io "no-such-class" not found',
    count: 1,
    lastTimestamp: new Date().toISOString(),
  });
  await eventually(
    () => volumes('search=open&protection=none'),
    ({ total }) => total === 2,
  );
  await eventually(
    () => volumes('search=stuck&impact=blocked'),
    ({ total }) => total === 1,
  );
});
afterAll(async () => {
  await portal?.stop();
  await vault?.stop();
  await sandbox?.stop();
});

it('lists the volumes of all clusters, the gravest first, and says which is not read', async () => {
  const { claims, items, incomplete, problems, total } = await volumes('');
  const impacts = items.map(({ findings: [gravest] }) => gravest?.impact);
  expect(claims).toContain('stuck');
  expect(impacts.indexOf('unencrypted')).toBeGreaterThan(
    claims.indexOf('stuck'),
  );
  expect(impacts.lastIndexOf('blocked')).toBeLessThan(
    claims.indexOf('ledger-scratch'),
  );
  expect(total).toBe(items.length);
  expect(items).toContainEqual(
    expect.objectContaining({
      claim: 'ledger-data',
      protection: 'volume/customer-key',
      ownerKnown: true,
      owner: expect.stringMatching(/^group:/),
    }),
  );
  expect(incomplete).toBe(true);
  expect(problems).toContainEqual(
    expect.objectContaining({ source: 'cluster', name: 'dark' }),
  );
});

it('asks no cluster and no KMS for a request', async () => {
  await volumes('');
  vault.requests.length = 0;
  for (const query of ['', 'limit=1', 'search=ledger', 'protection=none']) {
    await volumes(query);
  }
  const keys = vault.requests.filter(({ path }) => /metadata/.test(path));
  expect(keys).toEqual([]);
});

it('pages without gap or overlap', async () => {
  const { claims } = await volumes('limit=500');
  const paged: string[] = [];
  for (let offset = 0; offset < claims.length; offset += 2) {
    const page = await volumes(`limit=2&offset=${offset}`);
    expect([page.limit, page.offset, page.total]).toEqual([
      2,
      offset,
      claims.length,
    ]);
    paged.push(...page.claims);
  }
  expect(paged).toEqual(claims);
});

it.each([
  ['protection=none', OPEN],
  ['storageClass=ceph-rbd', OPEN],
  ['storageClass=no-such-class', ['stuck']],
  ['reason=recorded-unencrypted', OPEN],
  ['namespace=nothing', []],
  ['cluster=dark', []],
  ['search=OPEN-2', ['open-2']],
  ['owner=(none)&protection=none', []],
  ['owner=group:default/payments&protection=none', OPEN],
  ['protection=volume/customer-key&search=open', []],
])('filters by %s', async (query, claims) => {
  expect((await volumes(query)).claims).toEqual(claims);
});

it('counts them, and no figure looks complete that is not', async () => {
  const { body } = await portal.get('/coverage?by=cluster');
  const { total } = await volumes('');
  expect(body).toMatchObject({
    by: 'cluster',
    incomplete: true,
    all: { volumes: total, protections: { none: 3 } },
    items: [
      { name: 'sandbox', incomplete: false, counts: { volumes: total } },
      { name: 'dark', incomplete: true, counts: { volumes: 0 } },
    ],
  });
  for (const by of ['owner', 'driver', 'storage-class']) {
    const answer = await portal.get(`/coverage?by=${by}&limit=1`);
    expect(answer.body.items).toHaveLength(1);
    expect(answer.body.items[0]).toMatchObject({
      counts: { protections: { none: 3 } },
    });
  }
});

it('folds findings, and puts first what hurts most', async () => {
  const { body } = await portal.get('/findings');
  const open = body.items.find(
    ({ code }: { code: string }) => code === 'recorded-unencrypted',
  );
  expect(body.items[0]).toMatchObject({ impact: 'blocked' });
  expect(open).toMatchObject({
    impact: 'unencrypted',
    about: 'storage-class',
    storageClass: 'ceph-rbd',
    volumes: 3,
    owners: [expect.stringMatching(/^group:/)],
    mender: 'developer',
    nextStep: expect.stringMatching(/encrypted StorageClass/),
  });
  const only = await portal.get('/findings?impact=unencrypted&limit=1');
  expect([only.body.total, only.body.items[0].code]).toEqual([
    1,
    'recorded-unencrypted',
  ]);
});

it.each([
  ['/coverage', 'by'],
  ['/coverage?by=colour', 'by'],
  ['/volumes?protection=some', 'protection'],
  ['/volumes?remount=perhaps', 'remount'],
  ['/volumes?limit=501', 'limit'],
  ['/volumes?limit=0', 'limit'],
  ['/volumes?offset=-1', 'offset'],
  ['/volumes?reason=NO%20CODE', 'reason'],
  ['/volumes?owner=', 'owner'],
  ['/volumes?colour=red', 'colour'],
  ['/findings?impact=bad', 'impact'],
  ['/overview/trend?days=6', 'days'],
  ['/overview/trend?days=729', 'days'],
  ['/overview/trend?protection=none', 'protection'],
  ['/overview/trend.csv?limit=1', 'limit'],
  ['/volumes.csv?state=solid', 'state'],
  ['/volumes.csv?limit=1', 'limit'],
])('%s is refused by the name of its field', async (path, field) => {
  const { status, body } = await portal.get(path);
  expect([status, body.error?.code, body.error?.field]).toEqual([
    400,
    'invalid-input',
    field,
  ]);
});

it.each([
  '/coverage?by=owner&',
  '/volumes?',
  '/findings?',
  '/volumes.csv?',
  '/overview/trend?',
])('%scluster=nowhere is refused by the name of its field', async path => {
  const { status, body } = await portal.get(`${path}cluster=nowhere`);
  expect([status, body.error.code, body.error.field]).toEqual([
    404,
    'unknown-cluster',
    'cluster',
  ]);
});

it('volumes as a file: all of them, what is missing, and an end', async () => {
  const { headers, text, status } = await portal.get('/volumes.csv');
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="volumes-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const { total } = await volumes('');
  const lines = text.trimEnd().split('\r\n');
  const remarks = lines.filter(line => /^"?# /.test(line));
  expect(lines[0]).toMatch(/^cluster,namespace,claim,/);
  expect(lines).toHaveLength(1 + total + remarks.length);
  expect(remarks.join()).toContain('cluster dark');
  expect(remarks.at(-2)).toContain('Incomplete');
  expect(remarks.at(-1)).toContain(`End: ${total} rows`);
});

it('a file follows the filters, and no cell of it is a formula', async () => {
  const { text } = await portal.get('/findings.csv?impact=blocked');
  expect(text).toContain('blocked');
  expect(text).not.toContain('recorded-unencrypted');
  const { text: open } = await portal.get('/volumes.csv?search=open');
  expect(open.match(/^sandbox,/gm)).toHaveLength(2);
  expect(`${text}${open}`).not.toMatch(/(^|,)"?[=+@-]/m);
});

it('a download whose caller goes is given up, and the portal lives on', async () => {
  const answer = await fetch(
    `http://localhost:${portal.port}/api/volume-encryption/volumes.csv`,
  );
  await answer.body?.cancel();
  expect((await portal.get('/volumes')).status).toBe(200);
});

it('no answer has a secret', async () => {
  const { tokens } = sandbox.kubernetes;
  const secrets = [...Object.values(tokens), sandbox.vault.portalToken];
  const paths = [
    '/coverage?by=owner',
    '/volumes?limit=500',
    '/findings?limit=500',
    '/volumes.csv',
    '/findings.csv',
  ];
  for (const path of paths) {
    const { text } = await portal.get(path);
    expect(text.length).toBeGreaterThan(100);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/passphrase"|hvs\.|eyJhbGci/);
  }
});

it('who may not see it is denied, with an audit event for each route', async () => {
  const denied = await startPortal({
    plugin: volumeEncryptionPlugin,
    config: sandboxConfig(sandbox),
    entities: [],
    denied: { allBut: ['volume-encryption.view'] },
  });
  denied.audit.length = 0;
  const paths = [
    '/coverage?by=owner',
    '/volumes',
    '/findings',
    '/volumes.csv',
    '/findings.csv',
    '/overview/trend',
    '/overview/trend.csv',
  ];
  for (const path of paths) {
    const { status, body } = await denied.get(path);
    expect([status, body.error.code]).toEqual([403, 'not-allowed']);
  }
  expect(denied.audit.map(({ eventId }) => eventId)).toEqual([
    'coverage-read',
    'volumes-read',
    'findings-read',
    'volumes-csv-read',
    'findings-csv-read',
    'trend-read',
    'trend-csv-read',
  ]);
  await denied.stop();
});
