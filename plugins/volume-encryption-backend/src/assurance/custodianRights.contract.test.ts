import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { custodianProbes } from 'backstage-plugin-volume-encryption-common';
import { connect, seedVault, startSandbox, type Sandbox } from 'sandbox';
import { createCustodianToken, describeOnTestbed } from 'testbed';
import { textAt } from '../network/valueAt';
import { callVault, unique } from '../vault/__testUtils__/administrate';
import { configFor } from '../vault/__testUtils__/VaultUnderTest';
import { createKms } from '../vault/createKms';
import { custodianRightsOf } from './credentialRights';

const POLICY = readFileSync(
  join(__dirname, '../../../../deploy/vault/csi-custodian.hcl'),
  'utf8',
);

interface Vault {
  url: string;
  rootToken: string;
  custodianToken: string;
}

/** What is said of a custodian's credential, on every Vault. */
function describeRights(vault: () => Vault): void {
  async function rightsWith(token: string) {
    const { url } = vault();
    const config = configFor({ url, rootToken: '', portalToken: '' });
    const custodianAuth = { method: 'token' as const, token };
    const kms = createKms({ ...config, custodianAuth });
    const { custodyNames: names } = kms;
    const place = { names, cluster: 'prod', clusters: ['prod'] };
    const probes = custodianProbes(place, ['prod.payments']);
    const about = { hasTokenTenants: false, doubts: [] };
    const rights = await custodianRightsOf(kms, probes, about);
    const items = rights?.items ?? [];
    return { ...rights, items: items.filter(it => it.verdict !== 'exact') };
  }

  async function tokenWith(policy: string): Promise<string> {
    const admin = callVault(vault().url, vault().rootToken);
    const name = unique('custodian');
    await admin('PUT', `sys/policies/acl/${name}`, { policy });
    const made = await admin('POST', 'auth/token/create', {
      policies: [name],
      no_default_policy: true,
      ttl: '1h',
    });
    return textAt(made, 'auth', 'client_token') ?? '';
  }

  it('is exact with the policy as it is written', async () => {
    expect(await rightsWith(vault().custodianToken)).toEqual({
      verdict: 'exact',
      items: [],
    });
  });

  it('is more with a root token, at every path', async () => {
    const { verdict, items } = await rightsWith(vault().rootToken);
    expect(verdict).toBe('more');
    expect(items).toContainEqual(
      expect.objectContaining({
        path: 'csi/prod.payments/data/probe',
        expected: ['deny'],
        actual: ['root'],
      }),
    );
  });

  it('is more with one line too many', async () => {
    const more = 'path "csi/+/data/*" { capabilities = ["read"] }';
    const { verdict, items } = await rightsWith(
      await tokenWith(`${POLICY}\n${more}`),
    );
    expect(verdict).toBe('more');
    expect(items.map(({ path, actual }) => [path, actual])).toEqual([
      ['csi/prod.payments/data/probe', ['read']],
      ['csi/prod.probe/data/probe', ['read']],
    ]);
  });

  it('is unknown with the policy of old, and names the line', async () => {
    const old = POLICY.replace('"sys/capabilities-self"', '"none"');
    expect(await rightsWith(await tokenWith(old))).toEqual({
      verdict: 'unknown',
      items: [],
      message: expect.stringContaining(
        'path "sys/capabilities-self" { capabilities = ["update"] }',
      ),
    });
  });
}

describe('the rights of the custodian, in the sandbox', () => {
  let sandbox: Sandbox;
  let custodianToken: string;
  beforeAll(async () => {
    sandbox = await startSandbox();
    const { vault, kubernetes: server } = sandbox;
    const headers = { 'x-vault-token': vault.rootToken };
    const { reviewer: reviewerToken } = server.tokens;
    const kubernetes = { url: server.url, reviewerToken };
    const seed = { cluster: 'prod', kubernetes };
    const send = connect({ url: vault.url, headers });
    ({ custodianToken } = await seedVault(send, seed));
  });
  afterAll(() => sandbox.stop());
  describeRights(() => ({ ...sandbox.vault, custodianToken }));
});

describeOnTestbed('the rights of the custodian, on real servers', testbed => {
  let custodianToken: string;
  beforeAll(async () => {
    custodianToken = await createCustodianToken(testbed());
  });
  describeRights(() => {
    const { vaultAddr: url, rootToken } = testbed();
    return { url, rootToken, custodianToken };
  });
});
