import type { FoundSetup } from '../custodySetup/FoundSetup';
import { renderCustodySetup } from '../custodySetup/renderCustodySetup';
import { testPlace } from '../custodySetup/testPlace';
import { observed, unknown } from '../observation/observed';
import { comparedSetup } from './derivedLogin';
import { derivedRow } from './derivedRow';
import { rowState } from './isolationRow';
import { tenantPaths } from './tenantPaths';

const seen = <T>(value: T) => observed(value, '2026-01-01T00:00:00Z');
const place = testPlace();
const { files } = renderCustodySetup('vault', place, { kubernetes: 'auth_k' });
const policy = files[0].content;
const role = JSON.parse(files[4].content);

const authConfig = {
  kubernetes_host: 'https://api.example:6443',
  kubernetes_ca_cert: ['SHA-256 AA'],
  token_reviewer_jwt_set: true,
};

const asSetUp: FoundSetup = {
  authMounts: seen([
    { path: 'kubernetes', type: 'kubernetes', accessor: 'auth_k' },
  ]),
  apiServer: {
    host: seen('https://api.example:6443'),
    authorities: seen(['SHA-256 AA']),
  },
  authConfig: seen(authConfig),
  accountRole: seen(role),
  accountPolicy: seen(policy),
  tokenRole: seen(undefined),
  tokenPolicy: seen(undefined),
};

const question = {
  tenant: { tenantId: 'prod.web', custody: 'vaulttenantsa' as const },
  tenants: ['prod.web', 'prod.api', 'dev.web', 'prod.web2'],
  mountPrefix: 'csi',
};
const row = (found: Partial<FoundSetup> = {}) =>
  derivedRow(question, 'web', {
    own: comparedSetup(place, { ...asSetUp, ...found }),
    others: [],
  });

describe('a tenant with a ServiceAccount', () => {
  it('keeps its own keys, and is denied those of the others', () => {
    const clean = row();
    expect(clean).toMatchObject({
      basis: 'derived',
      own: ['create', 'delete', 'read', 'update'],
      denied: 3,
      findings: [],
    });
    expect(rowState(clean)).toBe('clean');
  });

  it('is not clean with a policy for every cluster, and the paths are named', () => {
    const wide = policy.replaceAll('csi/prod.', 'csi/+/');
    const shown = row({ accountPolicy: seen(wide) });
    expect(shown).toMatchObject({ basis: 'unknown', denied: 0, findings: [] });
    const glob = `${policy}path "csi/dev.*" { capabilities = ["read"] }\n`;
    const open = row({ accountPolicy: seen(glob) });
    expect(open).toMatchObject({ basis: 'unknown', denied: 0 });
    expect(open.findings.map(({ path }) => path)).toEqual(
      tenantPaths('csi', 'dev.web').filter(it => it.startsWith('csi/')),
    );
    expect(rowState(shown)).not.toBe('clean');
    expect(rowState(open)).not.toBe('clean');
  });

  it.each([
    [
      'the role gives more',
      { accountRole: seen({ ...role, token_policies: [] }) },
    ],
    ['there is no role', { accountRole: seen(undefined) }],
    ['the role was not read', { accountRole: unknown('denied', 'No.') }],
    ['there is no policy', { accountPolicy: seen(undefined) }],
    ['the policy was not read', { accountPolicy: unknown('denied', 'No.') }],
    ['the mounts were not read', { authMounts: unknown('denied', 'No.') }],
    [
      'logins are reviewed elsewhere',
      {
        authConfig: seen({
          ...authConfig,
          kubernetes_host: 'https://evil.example',
        }),
      },
    ],
    [
      'nobody knows where logins are to be reviewed',
      {
        apiServer: {
          host: unknown('not-configured', 'No.'),
          authorities: unknown('not-configured', 'No.'),
        },
      },
    ],
    ['there is no auth mount', { authMounts: seen([]) }],
    ['the policy is not understood', { accountPolicy: seen('path') }],
    [
      'the policy names another auth mount',
      { accountPolicy: seen(policy.replaceAll('auth_k', 'auth_x')) },
    ],
  ])('is unknown when %s', (_, found) => {
    expect(row(found)).toMatchObject({
      basis: 'unknown',
      denied: 0,
      findings: [],
      message: expect.stringMatching(/./),
    });
    expect(rowState(row(found))).not.toBe('clean');
  });
});

describe('a tenant whose ServiceAccount may log in for another cluster', () => {
  const names = {
    ...place.names,
    ofCluster: (cluster: string) =>
      cluster === 'dev'
        ? {
            cluster,
            authMount: 'kubernetes-dev',
            role: 'csi-tenant',
            policy: 'csi-tenant-sa-dev',
          }
        : place.names.ofCluster(cluster),
  };
  const clusters = ['prod', 'dev'];
  const prod = { names, cluster: 'prod', clusters };
  const dev = { names, cluster: 'dev', clusters };
  const devFiles = renderCustodySetup('vault', dev, { kubernetes: 'auth_d' });
  const [kubernetes, kubernetesDev] = ['kubernetes', 'kubernetes-dev'].map(
    (path, at) => ({ path, type: 'kubernetes', accessor: `auth_${'kd'[at]}` }),
  );
  const authMounts = seen([kubernetes, kubernetesDev]);
  const devSetup: FoundSetup = {
    ...asSetUp,
    authMounts,
    apiServer: {
      host: seen('https://api.dev.example:6443'),
      authorities: seen(['SHA-256 DD']),
    },
    authConfig: seen({
      ...authConfig,
      kubernetes_host: 'https://api.dev.example:6443',
      kubernetes_ca_cert: ['SHA-256 DD'],
    }),
    accountRole: seen(JSON.parse(devFiles.files[4].content)),
    accountPolicy: seen(devFiles.files[0].content),
  };
  const rowBeside = (found: Partial<FoundSetup>, place_ = dev) =>
    derivedRow(question, 'web', {
      own: comparedSetup(prod, { ...asSetUp, authMounts }),
      others: [comparedSetup(place_, { ...devSetup, ...found })],
    });
  const config = (host: string, ca?: string[]) => ({
    authConfig: seen({
      ...authConfig,
      kubernetes_host: host,
      kubernetes_ca_cert: ca,
    }),
  });

  it('is denied those of the other cluster when that has another API server', () => {
    const clean = rowBeside({});
    expect(clean).toMatchObject({ basis: 'derived', denied: 3, findings: [] });
    expect(rowState(clean)).toBe('clean');
  });

  it.each(['https://api.example:6443', 'https://API.example:6443/'])(
    'reaches its namesake on the other cluster when both mounts ask %s',
    host => {
      const open = rowBeside(config(host, ['SHA-256 DD']));
      expect(open).toMatchObject({ basis: 'derived', denied: 2 });
      const [{ tenantId, path, capabilities }] = open.findings;
      expect([tenantId, path]).toEqual(['dev.web', 'csi/dev.web/data/probe']);
      expect(capabilities).toEqual(['create', 'delete', 'read', 'update']);
      expect(open.message).toContain(
        'auth/kubernetes and auth/kubernetes-dev ask the same API server',
      );
      expect(rowState(open)).not.toBe('clean');
    },
  );

  it('reaches it too where both clusters have one mount with a role each', () => {
    const ofCluster = (cluster: string) => ({
      ...names.ofCluster(cluster),
      authMount: 'kubernetes',
      role: `csi-tenant-${cluster}`,
    });
    const [one] = [{ ...dev, names: { ...names, ofCluster } }];
    const shared = renderCustodySetup('vault', one, { kubernetes: 'auth_k' });
    const accountPolicy = seen(shared.files[0].content);
    const open = rowBeside(
      { accountPolicy, authConfig: asSetUp.authConfig },
      one,
    );
    expect(open.findings.map(it => it.tenantId)).toContain('dev.web');
    expect(open.message).toContain('log in at one auth mount, auth/kubernetes');
  });

  it.each([
    [
      'both trust one CA',
      config('https://other.example', ['SHA-256 DD', 'SHA-256 AA']),
      'trust the same CA',
    ],
    [
      'the CA is that of the pod',
      config('https://other.example'),
      'set kubernetes_ca_cert of auth/kubernetes-dev',
    ],
    [
      'the other configuration was not read',
      { authConfig: unknown('denied', 'No.') },
      'auth/kubernetes-dev/config could not be read',
    ],
    [
      'it may log in there, and what that gives is not known',
      {
        ...config('https://api.example:6443', ['SHA-256 AA']),
        accountPolicy: unknown('denied', 'No.'),
      },
      'sys/policies/acl/csi-tenant-sa-dev is unread',
    ],
  ])('is unknown when %s', (_, found, words) => {
    const shown = rowBeside(found);
    expect(shown).toMatchObject({ basis: 'unknown', denied: 0 });
    expect(shown.message).toContain(words);
  });

  it.each([
    ['role', { accountRole: seen(undefined) }],
    ['auth mount', { authConfig: seen(undefined) }],
  ])('has no login there without a %s', (_, absent) => {
    const same = config('https://api.example:6443', ['SHA-256 AA']);
    expect(rowBeside({ ...same, ...absent })).toMatchObject({
      basis: 'derived',
      findings: [],
    });
  });
});
