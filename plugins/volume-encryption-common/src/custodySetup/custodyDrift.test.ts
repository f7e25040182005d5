import { observed, unknown } from '../observation/observed';
import { custodyDrift } from './custodyDrift';
import type { FoundSetup } from './FoundSetup';
import { notCompared } from './notCompared';
import { renderCustodySetup } from './renderCustodySetup';
import { placeOf, testPlace } from './testPlace';

const AT = '2026-01-01T00:00:00Z';
const seen = <T>(value: T) => observed(value, AT);
const place = testPlace({ clusters: ['prod', 'dev'] });
const accessors = { kubernetes: 'auth_k', token: 'auth_t' };
const { files } = renderCustodySetup('vault', place, accessors);
const text = (name: string) =>
  files.find(it => it.name === name)?.content ?? '';
const policy = text('csi-tenant-sa.hcl');
const role = JSON.parse(text('kubernetes-role-csi-tenant.json'));
const tokenRole = JSON.parse(text('token-role-csi-tenant.json'));
const config = {
  kubernetes_host: 'https://api.example:6443',
  kubernetes_ca_cert: ['SHA-256 AA'],
  token_reviewer_jwt_set: true,
};

const asSetUp: FoundSetup = {
  apiServer: {
    host: seen('https://api.example:6443'),
    authorities: seen(['SHA-256 AA']),
  },
  authMounts: seen([
    { path: 'kubernetes', type: 'kubernetes', accessor: 'auth_k' },
    { path: 'token', type: 'token', accessor: 'auth_t' },
  ]),
  authConfig: seen(config),
  accountRole: seen(role),
  accountPolicy: seen(policy),
  tokenRole: seen(tokenRole),
  tokenPolicy: seen(text('csi-tenant-token.hcl')),
};

const drift = (found: Partial<FoundSetup> = {}) =>
  custodyDrift(place, { ...asSetUp, ...found });
const not = (found: Partial<FoundSetup>) =>
  drift(found).filter(({ state }) => state !== 'as-expected');
const lines = (found: Partial<FoundSetup>) =>
  not(found).flatMap(it => it.lines);

describe('custodyDrift', () => {
  it('is none where all is as rendered', () => {
    expect(drift().map(({ object, state }) => [object, state])).toEqual([
      ['auth/kubernetes', 'as-expected'],
      ['auth/kubernetes/config', 'as-expected'],
      ['auth/kubernetes/role/csi-tenant', 'as-expected'],
      ['sys/policies/acl/csi-tenant-sa', 'as-expected'],
      ['auth/token/roles/csi-tenant', 'as-expected'],
      ['sys/policies/acl/csi-tenant-token', 'as-expected'],
    ]);
  });

  it('counts neither order nor layout nor comments', () => {
    const turned = policy
      .replace(/#.*\n/g, '')
      .split('\n\n')
      .reverse()
      .join(' # why\n')
      .replace(
        '["create", "update", "read", "delete"]',
        '[ "read","delete",\n"create",  "update" ]',
      );
    const others = {
      ...tokenRole,
      allowed_entity_aliases: ['dev.*', 'prod.*'],
    };
    expect(turned).not.toBe(policy);
    expect(
      not({ accountPolicy: seen(turned), tokenRole: seen(others) }),
    ).toEqual([]);
  });

  it('names each line of a policy that differs', () => {
    const changed = policy
      .replace('["read", "delete"]', '["read", "delete", "list"]')
      .concat('path "csi/*" { capabilities = ["read"] }\n');
    const its = policy.split('\n').findIndex(it => it.includes('/metadata/*'));
    const end = changed.trimEnd().split('\n').length;
    expect(not({ accountPolicy: seen(changed) })).toEqual([
      {
        object: 'sys/policies/acl/csi-tenant-sa',
        state: 'differs',
        lines: [
          {
            where: `line ${its + 1}`,
            expected: expect.stringContaining('["delete", "read"]'),
            actual: expect.stringContaining('["delete", "list", "read"]'),
          },
          {
            where: `line ${end}`,
            actual: 'path "csi/*" { capabilities = ["read"] }',
          },
        ],
        message: 'It differs in 2 lines.',
        remedy: expect.stringContaining('Apply the set-up'),
      },
    ]);
  });

  it.each([
    ['the cluster', 'csi/prod.', 'csi/'],
    ['the accessor', 'auth_k', 'auth_other'],
    ['the mount', 'csi/', 'secret/'],
    ['a condition', 'capabilities', 'min_wrapping_ttl = "1s"\ncapabilities'],
  ])('sees another %s in a policy', (_, from, to) => {
    const changed = seen(policy.replaceAll(from, to));
    expect(not({ accountPolicy: changed })).toMatchObject([
      { object: 'sys/policies/acl/csi-tenant-sa', state: 'differs' },
    ]);
  });

  it('says of a policy that it is not understood', () => {
    expect(not({ tokenPolicy: seen('path {') })).toMatchObject([
      { state: 'differs', message: expect.stringContaining('Line 1') },
    ]);
  });

  it.each([
    ['bound_service_account_names', ['*'], 'every ServiceAccount'],
    ['bound_service_account_namespaces', ['*'], 'every namespace may log in'],
    ['bound_service_account_namespace_selector', '{}', '{}'],
    ['token_policies', ['csi-tenant-sa', 'admin'], 'more: admin'],
    ['token_no_default_policy', false, 'the policy "default"'],
    ['token_type', 'default', 'leaves a token behind'],
    ['token_ttl', 3600, '3600'],
    ['token_max_ttl', 1, 'whatever token_ttl says'],
    ['token_num_uses', 1, 'used up'],
    ['token_period', 60, '60'],
    ['token_explicit_max_ttl', 1, 'whatever token_ttl says'],
    ['token_bound_cidrs', ['10.0.0.1'], 'of no use'],
    ['alias_name_source', 'serviceaccount_name', 'made anew'],
  ])('names %s of the role when it is %j', (name, value, words) => {
    expect(lines({ accountRole: seen({ ...role, [name]: value }) })).toEqual([
      {
        where: name,
        expected: expect.any(String),
        actual: expect.stringContaining(words),
      },
    ]);
  });

  it.each([
    ['allowed_policies', ['csi-tenant-token', 'admin'], 'more: admin'],
    ['allowed_policies_glob', ['csi-*'], 'more: csi-*'],
    ['disallowed_policies', [], 'the policy "default"'],
    ['allowed_entity_aliases', ['*'], 'no cluster of the portal: *'],
    ['allowed_entity_aliases', ['dev.*'], 'for tenants of this cluster'],
    ['orphan', false, "end with the portal's"],
    ['renewable', false, 'end with their first period'],
    ['token_period', 60, '60'],
    ['token_explicit_max_ttl', 60, 'whatever is renewed'],
    ['token_num_uses', 3, 'used up'],
    ['token_no_default_policy', undefined, 'not set'],
    ['token_type', 'batch', 'only service tokens'],
    ['path_suffix', 'x', 'as its own'],
    ['token_bound_cidrs', ['10.0.0.0/8'], '10.0.0.0/8'],
  ])('names %s of the token role when it is %j', (name, value, words) => {
    expect(lines({ tokenRole: seen({ ...tokenRole, [name]: value }) })).toEqual(
      [
        {
          where: name,
          expected: expect.any(String),
          actual: expect.stringContaining(words),
        },
      ],
    );
  });

  it('tells an audience only where it is configured', () => {
    const nobody = { ...role, audience: 'nobody' };
    expect(not({ accountRole: seen(nobody) })).toEqual([
      {
        object: 'auth/kubernetes/role/csi-tenant',
        state: 'not-judged',
        lines: [
          {
            where: 'audience',
            expected: "the API server's own, or none",
            actual: 'nobody',
          },
        ],
        message: 'Nobody can tell whether this is as it has to be: audience.',
        remedy: expect.stringContaining('Configure "audience" of cluster prod'),
      },
    ]);
    const known = placeOf({ audience: 'https://kubernetes.default.svc' });
    const roleIn = (audience?: string) =>
      custodyDrift(known, {
        ...asSetUp,
        accountRole: seen({ ...role, audience }),
      })[2];
    expect(roleIn('https://kubernetes.default.svc').state).toBe('as-expected');
    expect(roleIn('nobody').state).toBe('differs');
    expect(roleIn().state).toBe('differs');
  });

  it('takes a bound address as Vault writes it, without its length', () => {
    const bound = testPlace({ tokenBoundCidrs: ['10.0.0.5/32'] });
    const answered = { ...tokenRole, allowed_entity_aliases: ['prod.*'] };
    const of = (token_bound_cidrs: string[]) =>
      custodyDrift(bound, {
        ...asSetUp,
        tokenRole: seen({ ...answered, token_bound_cidrs }),
      }).find(({ object }) => object.startsWith('auth/token'));
    expect(of(['10.0.0.5'])?.state).toBe('as-expected');
    expect(of([])?.lines[0].actual).toBe(
      'none (tokens may be used from elsewhere)',
    );
  });

  it('says what is missing', () => {
    const nothing = seen(undefined);
    expect(
      not({
        authMounts: seen([
          { path: 'token', type: 'token', accessor: 'auth_t' },
        ]),
        authConfig: nothing,
        accountRole: nothing,
        accountPolicy: nothing,
      }).map(({ object, state }) => [object, state]),
    ).toEqual([
      ['auth/kubernetes', 'missing'],
      ['auth/kubernetes/config', 'missing'],
      ['auth/kubernetes/role/csi-tenant', 'missing'],
      ['sys/policies/acl/csi-tenant-sa', 'missing'],
    ]);
  });

  it('needs nothing for tokens where it is known that no tenant has one', () => {
    const nothing = seen(undefined);
    const found = { ...asSetUp, tokenRole: nothing, tokenPolicy: nothing };
    const states = (withoutTokens: boolean) =>
      custodyDrift({ ...place, withoutTokens }, found)
        .slice(4)
        .map(({ state }) => state);
    expect(states(true)).toEqual(['not-needed', 'not-needed']);
    expect(states(false)).toEqual(['missing', 'missing']);
  });

  it('compares no policy of the credentials of the portal, and says so', () => {
    expect(notCompared(place, true)).toMatchObject([
      {
        object: 'sys/policies/acl/volume-encryption-portal',
        state: 'not-judged',
        remedy: expect.stringContaining('vault policy read volume-encryption'),
      },
      { object: 'sys/policies/acl/csi-custodian', state: 'not-judged' },
    ]);
    expect(notCompared(place, false)).toHaveLength(1);
  });

  it('names the line that would let it read', () => {
    const refused = unknown('denied', 'Vault does not let the portal read it.');
    expect(not({ tokenRole: refused })).toEqual([
      {
        object: 'auth/token/roles/csi-tenant',
        state: 'unread',
        lines: [],
        message: 'Vault does not let the portal read it.',
        remedy:
          'Let the policy of the portal have: path "auth/token/roles/csi-tenant" { capabilities = ["read"] }',
      },
    ]);
  });

  it('calls no policy as expected whose accessor is not known', () => {
    const authMounts = unknown('denied', 'Vault does not let the portal.');
    expect(
      not({ authMounts }).map(({ object, state, remedy }) => [
        object,
        state,
        remedy?.includes('path "sys/auth"'),
      ]),
    ).toEqual([
      ['sys/auth', 'unread', true],
      ['sys/policies/acl/csi-tenant-sa', 'unread', true],
      ['sys/policies/acl/csi-tenant-token', 'unread', true],
    ]);
  });
});
