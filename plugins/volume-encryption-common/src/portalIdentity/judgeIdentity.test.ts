import { testPlace } from '../custodySetup/testPlace';
import { custodianProbes, identityProbes } from './identityProbes';
import { judgeIdentity } from './judgeIdentity';

const place = testPlace({ clusters: ['prod', 'dev'] });
const probes = identityProbes(place, ['prod.payments']);
const exact = new Map(probes.map(({ path, expected }) => [path, expected]));

function judge(
  changes: Record<string, string[]> = {},
  options = { hasTokenTenants: true },
) {
  const answers = new Map([...exact, ...Object.entries(changes)]);
  const { items, ...rest } = judgeIdentity(probes, answers, options);
  return { ...rest, items: items.filter(it => it.verdict !== 'exact') };
}

describe('the rights of the portal', () => {
  it.each([
    ['auth/token/lookup-self', 'read'],
    ['sys/mounts/csi/prod.probe', 'create read update'],
    ['sys/mounts/csi/prod.probe/tune', 'deny'],
    ['csi/prod.probe/metadata/', 'list'],
    ['csi/prod.probe/metadata/probe', 'list read'],
    ['csi/prod.probe/data/probe', 'deny'],
    ['csi/prod.probe/destroy/probe', 'deny'],
    ['csi/prod.payments/data/probe', 'deny'],
    ['auth/kubernetes/role/csi-tenant', 'read'],
    ['auth/kubernetes/role/other', 'deny'],
    ['sys/policies/acl/volume-encryption-portal', 'deny'],
    ['sys/storage/raft/snapshot', 'deny'],
    ['auth/token/create/csi-tenant', 'create update'],
    ['auth/token/create-orphan', 'deny'],
    ['auth/token/roles/csi-tenant', 'read'],
  ])('must be at %s: %s', (path, expected) => {
    expect(exact.get(path)?.join(' ')).toBe(expected);
  });

  it('allow nothing but by a documented line', () => {
    const allowed = probes.filter(({ expected }) => !expected.includes('deny'));
    expect(allowed.filter(({ right }) => !right)).toEqual([]);
    expect(allowed.length).toBeGreaterThan(20);
  });

  it('are exact when the answers are', () => {
    expect(judge()).toEqual({ verdict: 'exact', items: [] });
  });

  it.each([
    ['csi/prod.payments/data/probe', ['read'], 'may read here'],
    ['sys/mounts', ['read', 'sudo'], 'may sudo here'],
    ['auth/token/create', ['root'], 'may root here'],
    ['auth/token/lookup-self', ['update'], 'may update here'],
  ])('are more with %s of %j', (path, actual, words) => {
    const judged = judge({ [path]: actual });
    expect(judged.verdict).toBe('more');
    expect(judged.items).toMatchObject([{ path, actual, verdict: 'more' }]);
    expect(judged.items[0].message).toContain(words);
  });

  it('name the line that is missing', () => {
    expect(judge({ 'sys/mounts/csi/prod.probe': ['read'] })).toMatchObject({
      verdict: 'less',
      message: 'The portal lacks rights, at 1 path.',
      items: [
        {
          verdict: 'less',
          message:
            'The portal may not create, update here. Its policy lacks: path "sys/mounts/csi/+" { capabilities = ["create", "read", "update"], allowed_parameters = { "description" = [], "options" = [], "type" = ["kv"] } }',
        },
      ],
    });
  });

  it('may lack those for tokens where no tenant has one, all together', () => {
    const forTokens = probes.filter(({ right }) => right?.forTokens);
    const none = Object.fromEntries(
      forTokens.map(({ path }) => [path, ['deny']]),
    );
    expect(judge(none, { hasTokenTenants: false }).verdict).toBe('exact');
    expect(judge(none).verdict).toBe('less');
    const [one] = forTokens;
    const part = { [one.path]: ['deny'] };
    expect(judge(part, { hasTokenTenants: false }).verdict).toBe('less');
  });

  it('are unknown when a path was not answered', () => {
    expect(
      judgeIdentity(probes, new Map(), { hasTokenTenants: true }),
    ).toMatchObject({ verdict: 'unknown', items: [] });
  });
});

describe('the rights of the custodian', () => {
  const its = custodianProbes(place, ['prod.payments']);
  const asWritten = new Map(its.map(({ path, expected }) => [path, expected]));
  const judgeIts = (changes: Record<string, string[]> = {}) => {
    const answers = new Map([...asWritten, ...Object.entries(changes)]);
    const options = { hasTokenTenants: false, who: 'The custodian' };
    const { items, ...rest } = judgeIdentity(its, answers, options);
    return { ...rest, items: items.filter(it => it.verdict !== 'exact') };
  };

  it.each([
    ['sys/mounts/csi/prod.probe', 'delete'],
    ['csi/prod.probe/metadata/probe', 'delete list read'],
    ['auth/token/revoke-self', 'update'],
    ['sys/capabilities-self', 'update'],
    ['csi/prod.probe/data/probe', 'deny'],
    ['csi/prod.payments/data/probe', 'deny'],
    ['csi/prod.probe/undelete/probe', 'deny'],
    ['sys/mounts', 'deny'],
    ['auth/token/create/csi-tenant', 'deny'],
    ['auth/token/lookup-self', 'deny'],
    ['sys/policies/acl/volume-encryption-portal', 'deny'],
  ])('must be at %s: %s', (path, expected) => {
    expect(asWritten.get(path)?.join(' ')).toBe(expected);
  });

  it('allow nothing but by a documented line', () => {
    const allowed = its.filter(({ expected }) => !expected.includes('deny'));
    expect(allowed).toHaveLength(4);
    expect(allowed.filter(({ right }) => !right)).toEqual([]);
  });

  it('are exact when the answers are', () => {
    expect(judgeIts()).toEqual({ verdict: 'exact', items: [] });
  });

  it('are more with a key that it may read', () => {
    const path = 'csi/prod.payments/data/probe';
    expect(judgeIts({ [path]: ['read'] })).toMatchObject({
      verdict: 'more',
      message: 'The custodian may do more than it has to, at 1 path.',
      items: [
        { path, message: expect.stringMatching(/^The custodian may read/) },
      ],
    });
  });

  it('name the line that is missing', () => {
    expect(judgeIts({ 'sys/mounts/csi/prod.probe': ['deny'] })).toMatchObject({
      verdict: 'less',
      message: 'The custodian lacks rights, at 1 path.',
      items: [
        {
          message:
            'The custodian may not delete here. Its policy lacks: path "sys/mounts/csi/+" { capabilities = ["delete"] }',
        },
      ],
    });
  });
});
