import { isClean, isolationRow } from './isolationRow';

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
    expect(isClean([clean])).toBe(true);
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
    expect(open.findings[0].message).toBe(
      'It may read on csi/dev.web/data/probe of another tenant.',
    );
    expect(isClean([open])).toBe(false);
  });

  it.each([[undefined], [[]], [['deny', 'read']]])(
    'takes the answer %j for none that denies',
    answer => {
      const open = row({ 'csi/prod.api/data/probe': answer });
      expect(open.denied).toBe(1);
      expect(isClean([open])).toBe(false);
    },
  );
});
