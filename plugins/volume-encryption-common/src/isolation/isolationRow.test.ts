import { isolationPaths, isolationRow, rowState } from './isolationRow';

const question = {
  tenant: { tenantId: 'prod.web', custody: 'vaulttokens' as const },
  tenants: ['prod.web', 'prod.api', 'prod.web', 'dev.web'],
  mountPrefix: 'csi',
};
const row = (allowed: Record<string, string[] | undefined>) =>
  isolationRow(question, {
    basis: 'asked',
    capabilitiesOf: path => (path in allowed ? allowed[path] : ['deny']),
  });

describe('isolationRow', () => {
  it('counts the others that are denied, each once', () => {
    const clean = row({ 'csi/prod.web/data/probe': ['read', 'update'] });
    expect(clean).toMatchObject({
      tenantId: 'prod.web',
      basis: 'asked',
      own: ['read', 'update'],
      denied: 2,
      findings: [],
    });
    expect(rowState(clean)).toBe('clean');
  });

  it('finds what is not denied, on keys and on their history', () => {
    const open = row({
      'csi/dev.web/metadata/': ['list'],
      'csi/dev.web/data/probe': ['read'],
    });
    expect(open.denied).toBe(1);
    expect(open.findings.map(({ path }) => path)).toEqual([
      'csi/dev.web/data/probe',
      'csi/dev.web/metadata/',
    ]);
    expect(open.findings[0].message).toContain('of another tenant');
    expect(rowState(open)).not.toBe('clean');
  });

  it.each([
    'csi/prod.api/destroy/probe',
    'csi/prod.api/undelete/probe',
    'csi/prod.api/delete/probe',
    'csi/prod.api/subkeys/probe',
    'csi/prod.api/metadata/probe',
    'csi/prod.api/config',
    'sys/mounts/csi/prod.api',
  ])('finds what may end, move or show parts of keys: %s', path => {
    const { denied, findings } = row({ [path]: ['update'] });
    expect([denied, findings]).toMatchObject([1, [{ path }]]);
  });

  it('asks for a key that there is, where one is known', () => {
    const path = 'csi/prod.api/data/0001-volume';
    const keyNames = new Map([['prod.api', '0001-volume']]);
    const asked = { ...question, keyNames };
    expect(isolationPaths(asked)).toContain(path);
    expect(
      isolationRow(asked, {
        basis: 'asked',
        capabilitiesOf: it => (it === path ? ['read'] : ['deny']),
      }).findings,
    ).toMatchObject([{ path, capabilities: ['read'] }]);
  });

  it.each([[undefined], [[]], [['deny', 'read']]])(
    'takes the answer %j for none that denies',
    answer => {
      const open = row({ 'csi/prod.api/data/probe': answer });
      expect(open.denied).toBe(1);
      expect(rowState(open)).not.toBe('clean');
    },
  );
});
