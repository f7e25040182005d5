import { parsePolicy } from '../vaultPolicy/parsePolicy';
import { portalRights } from './portalRights';
import { renderCustodySetup } from './renderCustodySetup';
import { testPlace } from './testPlace';

const known = { kubernetes: 'auth_kubernetes_1a2b', token: 'auth_token_3c4d' };

const rendered = (
  place = testPlace(),
  accessors: Parameters<typeof renderCustodySetup>[2] = known,
) => {
  const setup = renderCustodySetup('vault', place, accessors);
  return {
    ...setup,
    file: (name: string) =>
      setup.files.find(it => it.name === name)?.content ?? '',
    commands: setup.steps.map(({ command }) => command).join('\n'),
    notes: setup.steps.map(({ note }) => note).join('\n'),
  };
};

describe('renderCustodySetup', () => {
  it('renders what tenants may, and nothing to put in where all is known', () => {
    const { file, commands } = rendered();
    expect(parsePolicy(file('csi-tenant-sa.hcl'))).toMatchObject([
      {
        path: 'csi/prod.{{identity.entity.aliases.auth_kubernetes_1a2b.metadata.service_account_namespace}}/data/*',
        capabilities: ['create', 'update', 'read', 'delete'],
      },
      {
        path: 'csi/prod.{{identity.entity.aliases.auth_kubernetes_1a2b.metadata.service_account_namespace}}/metadata/*',
        capabilities: ['read', 'delete'],
      },
    ]);
    expect(file('csi-tenant-token.hcl')).toContain(
      'path "csi/{{identity.entity.aliases.auth_token_3c4d.name}}/data/*" {',
    );
    expect(commands).not.toContain('sed');
  });

  it('puts accessors in by a command where they are not known', () => {
    const { file, commands } = rendered(testPlace(), {});
    expect(file('csi-tenant-sa.hcl')).toContain('KUBERNETES_AUTH_ACCESSOR');
    expect(commands).toContain(
      `sed -i "s/KUBERNETES_AUTH_ACCESSOR/$(vault auth list -format=json | jq -r '."kubernetes/".accessor')/" csi-tenant-sa.hcl`,
    );
    expect(commands).toContain(
      `sed -i "s/TOKEN_AUTH_ACCESSOR/$(vault auth list -format=json | jq -r '."token/".accessor')/" csi-tenant-token.hcl`,
    );
  });

  it('works in the Vault namespace of the KMS', () => {
    const { steps } = rendered(testPlace({ namespace: 'team/a' }));
    expect(steps[0].command).toBe('export VAULT_NAMESPACE=team/a');
    expect(rendered().commands).not.toContain('VAULT_NAMESPACE');
    expect(() => rendered(testPlace({ namespace: 'a; b' }))).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'namespace' }),
    );
  });

  it('says the rights of the portal, and what each is for', () => {
    const { file } = rendered();
    const text = file('volume-encryption-portal.hcl');
    const rights = portalRights(testPlace());
    expect(parsePolicy(text)).toHaveLength(rights.length);
    for (const { why } of rights) expect(text).toContain(`# ${why}\n`);
  });

  it('renders roles as they can be written from a file', () => {
    const place = testPlace({
      clusters: ['prod', 'dev'],
      tokenBoundCidrs: ['10.0.0.0/8'],
      tokenPeriod: 3600,
    });
    const { file, commands } = rendered(place);
    expect(JSON.parse(file('kubernetes-role-csi-tenant.json'))).toEqual({
      bound_service_account_names: ['ceph-csi-vault-sa'],
      bound_service_account_namespaces: [],
      bound_service_account_namespace_selector:
        '{"matchLabels":{"csi-kms":"enabled"}}',
      token_policies: ['csi-tenant-sa'],
      token_no_default_policy: true,
      token_type: 'batch',
      alias_name_source: 'serviceaccount_uid',
      token_bound_cidrs: [],
      token_explicit_max_ttl: 0,
      token_max_ttl: 0,
      token_num_uses: 0,
      token_period: 0,
      token_ttl: 600,
    });
    expect(JSON.parse(file('token-role-csi-tenant.json'))).toEqual({
      allowed_policies: ['csi-tenant-token'],
      allowed_policies_glob: [],
      disallowed_policies: ['default'],
      allowed_entity_aliases: ['prod.*', 'dev.*'],
      orphan: true,
      renewable: true,
      token_period: 3600,
      token_explicit_max_ttl: 0,
      token_num_uses: 0,
      token_no_default_policy: true,
      token_type: 'service',
      path_suffix: '',
      token_bound_cidrs: ['10.0.0.0/8'],
    });
    expect(commands).toContain(
      'vault write auth/token/roles/csi-tenant @token-role-csi-tenant.json',
    );
  });

  it('lets the portal mint only what is wrapped, where that is configured', () => {
    const wrapped = rendered(testPlace({ tokenWrapTtl: 600 }));
    expect(wrapped.file('volume-encryption-portal.hcl')).toContain(
      '  min_wrapping_ttl = "1s"\n  max_wrapping_ttl = "600s"\n}',
    );
    expect(wrapped.commands).toContain('token-unwrapper.yaml');
    const { file, commands } = rendered();
    expect(file('volume-encryption-portal.hcl')).not.toContain('wrapping');
    expect(commands).not.toContain('token-unwrapper');
    expect(() => rendered(testPlace({ tokenWrapTtl: 0.5 }))).toThrow(
      'tokenWrapTtl is not a number of seconds',
    );
  });

  it('warns where two clusters would write over each other', () => {
    const shared = 'prod, dev have the same auth mount or policy';
    expect(rendered(testPlace({ clusters: ['prod', 'dev'] })).notes).toContain(
      shared,
    );
    expect(rendered().notes).not.toContain('the same auth mount');
  });

  it('says what KV version 1 makes impossible, and what to write for OpenBao', () => {
    const { notes } = rendered();
    expect(notes).toContain('With version 1 these are impossible');
    expect(notes).toContain('write bao instead of vault');
  });

  const hostile = [
    '" { capabilities = ["read"] }\npath "',
    '$(id)',
    '`id`',
    "'; id; '",
    '{{identity.entity.id}}',
    'a*',
    '+',
    '../x',
    'a b',
    'a\nb',
    '',
  ];
  it.each(hostile)('lets no name %j into a policy or a shell', bad => {
    const ofCluster = (field: string) => (cluster: string) => ({
      cluster,
      authMount: 'kubernetes',
      role: 'csi-tenant',
      policy: 'csi-tenant-sa',
      [field]: bad,
    });
    const places = [
      testPlace({ mountPrefix: bad }),
      testPlace({ tokenRole: bad }),
      testPlace({ tokenPolicy: bad }),
      testPlace({ portalPolicy: bad }),
      testPlace({ tokenBoundCidrs: [bad] }),
      testPlace({ clusters: ['prod', bad] }),
      testPlace({ ofCluster: ofCluster('authMount') }),
      testPlace({ ofCluster: ofCluster('role') }),
      testPlace({ ofCluster: ofCluster('policy') }),
      { ...testPlace(), cluster: bad },
    ];
    for (const place of places) {
      expect(() => rendered(place)).toThrow(
        expect.objectContaining({ code: 'invalid-input' }),
      );
    }
    expect(() => rendered(testPlace(), { kubernetes: bad })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'accessor' }),
    );
  });

  it('takes no period that is none', () => {
    expect(() => rendered(testPlace({ tokenPeriod: 0 }))).toThrow(
      'tokenPeriod',
    );
  });
});
