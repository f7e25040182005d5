import { tenantPaths } from 'backstage-plugin-volume-encryption-common';
import {
  createAuthority,
  describeOnOwnTestbed,
  startOwnTestbed,
  wireKubernetesAuth,
  type Testbed,
} from 'testbed';
import { textAt, valueAt } from '../network/valueAt';
import { askVault } from '../vault/__testUtils__/administrate';
import type { Assurance } from './Assurance';
import {
  ACCOUNTS,
  KEY,
  TOKENS,
  VaultOfTwoClusters,
} from './__testUtils__/VaultOfTwoClusters';

jest.setTimeout(60_000);

describeOnOwnTestbed('assurance, on a real Vault of two clusters', testbed => {
  let vault: VaultOfTwoClusters;
  let assurance: Assurance;
  let second: Testbed | undefined;
  beforeAll(async () => {
    second = await startOwnTestbed();
    vault = await VaultOfTwoClusters.setUp(testbed(), second.kubernetes);
    assurance = await vault.assurance();
  });
  afterAll(() => second?.stop());

  const prod = { kms: 'vault', cluster: 'prod' };
  /** By another assurance each time, since one keeps what it has seen. */
  const isolation = async () =>
    (await vault.assurance()).isolation({ kms: 'vault', limit: 50, offset: 0 });
  const policyOf = async (name: string) => {
    const answer = await vault.admin('GET', `sys/policies/acl/${name}`);
    return textAt(answer, 'data', 'policy') ?? '';
  };
  const writePolicy = (name: string, policy: string) =>
    vault.admin('PUT', `sys/policies/acl/${name}`, { policy });

  describe('the set-up', () => {
    it.each(['prod', 'dev'])(
      'is without drift in %s as rendered',
      async cluster => {
        const { items } = await assurance.drift({ kms: 'vault', cluster });
        expect(items).toHaveLength(7);
        expect(items.filter(it => it.state !== 'as-expected')).toMatchObject([
          {
            object: 'sys/policies/acl/volume-encryption-portal',
            state: 'not-judged',
          },
        ]);
      },
    );

    it('is rendered with the accessors that Vault tells', async () => {
      const { files, steps } = await assurance.setup(prod);
      const text = files.map(({ content }) => content).join('');
      expect(text).toMatch(/aliases\.auth_kubernetes_\w+\.metadata/);
      expect(text).not.toContain('_AUTH_ACCESSOR');
      expect(steps.map(it => it.command).join()).not.toContain('sed ');
    });

    it.each([
      ['an unknown cluster', { ...prod, cluster: 'other' }, 'unknown-cluster'],
      ['an unknown KMS', { ...prod, kms: 'other' }, 'unknown-kms'],
    ])('is not rendered for %s', async (_, which, code) => {
      await expect(assurance.setup(which)).rejects.toMatchObject({ code });
    });
  });

  describe('what was changed by hand', () => {
    afterEach(() => vault.restore());
    const changed = async () => {
      const { items } = await assurance.drift(prod);
      return items
        .filter(({ state }) => !['as-expected', 'not-judged'].includes(state))
        .map(({ object, state, lines }) => [
          object,
          state,
          ...lines.map(({ where }) => where),
        ]);
    };

    it('is named line by line in a policy', async () => {
      const before = await policyOf('csi-tenant-sa');
      const more = 'path "csi/*" { capabilities = ["read"] }';
      await writePolicy('csi-tenant-sa', `${more}\n${before}`);
      expect(await changed()).toEqual([
        ['sys/policies/acl/csi-tenant-sa', 'differs', 'line 1'],
      ]);
    });

    it('is named by setting in the roles', async () => {
      await vault.admin('POST', 'auth/kubernetes/role/csi-tenant', {
        bound_service_account_names: '*',
        bound_service_account_namespaces: '*',
        token_policies: 'csi-tenant-sa,default',
        token_ttl: '1h',
      });
      await vault.admin('POST', 'auth/token/roles/csi-tenant', {
        allowed_policies_glob: 'csi-*',
        allowed_entity_aliases: '*',
        token_period: '1h',
        token_bound_cidrs: '10.0.0.0/8',
        token_explicit_max_ttl: '2h',
        token_num_uses: 7,
        path_suffix: 'suffix',
        orphan: false,
      });
      expect(await changed()).toEqual([
        [
          'auth/kubernetes/role/csi-tenant',
          'differs',
          'bound_service_account_names',
          'bound_service_account_namespaces',
          'bound_service_account_namespace_selector',
          'token_policies',
          'token_ttl',
        ],
        [
          'auth/token/roles/csi-tenant',
          'differs',
          'allowed_policies_glob',
          'allowed_entity_aliases',
          'orphan',
          'token_period',
          'token_explicit_max_ttl',
          'token_num_uses',
          'path_suffix',
          'token_bound_cidrs',
        ],
      ]);
      await vault.restore();
      expect(await changed()).toEqual([]);
    });

    it('is named where logins are reviewed, and nothing is clean then', async () => {
      const before = await vault.admin('GET', 'auth/kubernetes/config');
      const foreign = createAuthority('of somebody else').certificate;
      await vault.admin('POST', 'auth/kubernetes/config', {
        kubernetes_host: 'https://evil.example',
        kubernetes_ca_cert: foreign,
        token_reviewer_jwt: 'another',
        use_annotations_as_alias_metadata: true,
      });
      expect(await changed()).toEqual([
        [
          'auth/kubernetes/config',
          'differs',
          'kubernetes_host',
          'kubernetes_ca_cert',
          'use_annotations_as_alias_metadata',
        ],
      ]);
      expect((await isolation()).clean).toBe(false);
      await wireKubernetesAuth(testbed());
      expect(await changed()).toEqual([]);
      expect(await vault.admin('GET', 'auth/kubernetes/config')).toMatchObject({
        data: valueAt(before, 'data'),
      });
    });

    it('is named by bounds that let no login last', async () => {
      const written = await vault.admin(
        'GET',
        'auth/kubernetes/role/csi-tenant',
      );
      await vault.admin('POST', 'auth/kubernetes/role/csi-tenant', {
        bound_service_account_namespace_selector: textAt(
          written,
          'data',
          'bound_service_account_namespace_selector',
        ),
        audience: 'nobody',
        token_bound_cidrs: '10.0.0.1/32',
        token_max_ttl: 601,
      });
      expect(await changed()).toEqual([
        [
          'auth/kubernetes/role/csi-tenant',
          'differs',
          'token_max_ttl',
          'token_bound_cidrs',
        ],
      ]);
    });

    it('is missing where it was removed, and unread where it is hidden', async () => {
      await vault.admin('DELETE', 'auth/kubernetes/role/csi-tenant');
      const portal = await policyOf('volume-encryption-portal');
      const hidden = portal.replace('"auth/token/roles/csi-tenant"', '"none"');
      await writePolicy('volume-encryption-portal', hidden);
      expect(await changed()).toEqual([
        ['auth/kubernetes/role/csi-tenant', 'missing'],
        ['auth/token/roles/csi-tenant', 'unread'],
      ]);
    });
  });

  describe("the portal's identity", () => {
    afterEach(() => vault.restore());
    const identity = async () => {
      const { items, ...rest } = await assurance.identity(prod);
      return { ...rest, items: items.filter(it => it.verdict !== 'exact') };
    };

    it('is exactly what is documented', async () => {
      expect(await identity()).toMatchObject({ verdict: 'exact', items: [] });
    });

    it('is more when it was given more', async () => {
      const policy = await policyOf('volume-encryption-portal');
      const path = `csi/prod.${ACCOUNTS}/data/*`;
      const more = `path "${path}" { capabilities = ["read"] }`;
      await writePolicy('volume-encryption-portal', `${policy}\n${more}`);
      expect(await identity()).toMatchObject({
        verdict: 'more',
        items: [{ path: path.replace('*', 'probe'), actual: ['read'] }],
      });
    });

    it('is less when a line is missing, which is named', async () => {
      const policy = await policyOf('volume-encryption-portal');
      const without = policy.replace('"sys/mounts"', '"none"');
      await writePolicy('volume-encryption-portal', without);
      const { verdict, items } = await identity();
      expect(verdict).toBe('less');
      expect(items.map(({ message }) => message)).toEqual([
        expect.stringContaining(
          'path "sys/mounts" { capabilities = ["read"] }',
        ),
      ]);
    });

    it('is unknown when Vault does not say', async () => {
      await writePolicy('volume-encryption-portal', 'path "none" {}');
      expect(await identity()).toMatchObject({ verdict: 'unknown', items: [] });
    });
  });

  describe('isolation', () => {
    afterEach(() => vault.restore());
    const ids = ['prod', 'dev'].flatMap(it => [
      `${it}.${ACCOUNTS}`,
      `${it}.${TOKENS}`,
    ]);

    it('is clean for both custodies and for namesakes on two clusters', async () => {
      const matrix = await isolation();
      expect(matrix).toMatchObject({ total: 4, clean: true, tenants: ids });
      expect(matrix.totals).toEqual({ asked: 4, findings: 0, unknown: 0 });
      const own = ['create', 'delete', 'read', 'update'];
      const clean = { own, denied: 3, findings: [] };
      expect(matrix.rows).toMatchObject(
        ids.map((tenantId, at) => ({
          tenantId,
          basis: at % 2 === 0 ? 'derived' : 'asked',
          ...clean,
        })),
      );
    });

    it('is held against a tenant too that was offboarded and left its keys', async () => {
      const path = 'csi/prod.gone/data/*';
      await vault.kms.ensureMount('csi/prod.gone', {});
      await writePolicy('more', `path "${path}" { capabilities = ["read"] }`);
      await vault.giveTokenOf('dev', ['more']);
      const { clean, rows, tenants } = await isolation();
      await vault.giveTokenOf('dev', []);
      await vault.admin('DELETE', 'sys/mounts/csi/prod.gone');
      expect([clean, tenants]).toEqual([false, [...ids, 'prod.gone']]);
      expect(rows[0]).toMatchObject({
        tenantId: `dev.${TOKENS}`,
        findings: [{ tenantId: 'prod.gone', capabilities: ['read'] }],
      });
    });

    it('is derived as it is for real logins', async () => {
      const own = ['create', 'delete', 'read', 'update'];
      for (const cluster of ['prod', 'dev']) {
        const others = ids.filter(it => it !== `${cluster}.${ACCOUNTS}`);
        const paths = others.flatMap(it => tenantPaths('csi', it));
        const [key] = tenantPaths('csi', `${cluster}.${ACCOUNTS}`);
        const expected = paths.map(path => [path, ['deny']]);
        expect(
          await vault.allowedByLogin(cluster, [key, ...paths]),
        ).toMatchObject({ [key]: own, ...Object.fromEntries(expected) });
      }
    });

    it('finds what a broken policy gives, as Vault does', async () => {
      const broken = (await policyOf('csi-tenant-sa')).concat(
        'path "csi/dev.*" { capabilities = ["read", "list"] }\n',
      );
      await writePolicy('csi-tenant-sa', broken);
      const { clean, rows } = await isolation();
      const row = rows.find(it => it.tenantId === `prod.${ACCOUNTS}`);
      expect([clean, row?.basis, row?.denied]).toEqual([false, 'unknown', 0]);
      const found = row?.findings.map(it => [it.path, it.capabilities]) ?? [];
      expect(found.map(([path]) => path)).toEqual(
        ids
          .slice(2)
          .flatMap(it => tenantPaths('csi', it))
          .filter(path => path.startsWith('csi/dev.')),
      );
      const real = await vault.allowedByLogin(
        'prod',
        found.map(([path]) => String(path)),
      );
      expect(real).toMatchObject(Object.fromEntries(found));
    });

    const account = { cluster: 'prod', namespace: ACCOUNTS };

    it('lets no account of one cluster in at the auth mount of another', async () => {
      const { status } = await vault.tryLogIn({ ...account, at: 'dev' });
      expect(status).toBe(403);
      expect((await vault.tryLogIn(account)).status).toBe(200);
    });

    it('finds that an auth mount asks the API server of another cluster', async () => {
      await vault.askOfDev('prod');
      const { clean, rows } = await isolation();
      const row = rows.find(it => it.tenantId === `prod.${ACCOUNTS}`);
      expect([clean, row?.basis, row?.denied]).toEqual([false, 'derived', 2]);
      expect(row?.message).toContain('ask the same API server');
      const found = row?.findings.map(it => [it.path, it.capabilities]) ?? [];
      const paths = found.map(([path]) => String(path));
      expect(paths[0]).toBe(`csi/dev.${ACCOUNTS}/data/probe`);
      const { body } = await vault.tryLogIn({ ...account, at: 'dev' });
      const token = textAt(body, 'auth', 'client_token');
      const real = await vault.admin('POST', 'sys/capabilities', {
        ...{ token, paths },
      });
      expect(real).toMatchObject({ data: Object.fromEntries(found) });
    });

    it.each(['destroy/*', 'undelete/*', 'subkeys/*', 'config'])(
      "finds %s of another tenant's mount given to a token's entity",
      async suffix => {
        const path = `csi/prod.${ACCOUNTS}/${suffix}`;
        await writePolicy(
          'more',
          `path "${path}" { capabilities = ["update"] }`,
        );
        await vault.giveTokenOf('dev', ['more']);
        const { clean, rows } = await isolation();
        await vault.giveTokenOf('dev', []);
        const row = rows.find(it => it.tenantId === `dev.${TOKENS}`);
        expect([clean, row?.denied, row?.findings]).toMatchObject([
          ...[false, 2],
          [{ path: path.replace('*', 'probe'), capabilities: ['update'] }],
        ]);
      },
    );

    it('finds what was given to a token by its policy', async () => {
      const broken = (await policyOf('csi-tenant-token')).concat(
        `path "csi/prod.${ACCOUNTS}/data/*" { capabilities = ["read"] }\n`,
      );
      await writePolicy('csi-tenant-token', broken);
      const { clean, rows } = await isolation();
      const row = rows.find(it => it.tenantId === `dev.${TOKENS}`);
      expect(clean).toBe(false);
      expect(row).toMatchObject({
        basis: 'asked',
        denied: 2,
        findings: [{ tenantId: `prod.${ACCOUNTS}`, capabilities: ['read'] }],
        message: expect.stringContaining('csi-tenant-token differs'),
      });
    });

    it('keeps a ServiceAccount off a key that another tenant has', async () => {
      const token = await vault.logIn('prod', ACCOUNTS);
      const ask = askVault({ url: testbed().vaultAddr }, token);
      const statusesAt = async (path: string) => [
        (await ask('GET', path)).status,
        (await ask('POST', path, { data: {} })).status,
        (await ask('DELETE', path)).status,
      ];
      for (const other of ids.filter(it => it !== `prod.${ACCOUNTS}`)) {
        expect(await statusesAt(`csi/${other}/data/${KEY}`)).toEqual([
          ...[403, 403, 403],
        ]);
      }
      const own = `csi/prod.${ACCOUNTS}/data/${KEY}`;
      expect(await statusesAt(own)).toEqual([200, 200, 204]);
    });
  });
});
