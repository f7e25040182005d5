import { textsAt } from './access/fields';
import { kubernetesApi, vaultApi } from './access/ServerAccess';
import { describeOnTestbed } from './describeOnTestbed';
import { createCustodianToken } from './setup/createCustodianToken';
import { createPortalIdentity } from './setup/createPortalIdentity';
import { mountTenantKeys } from './setup/mountTenantKeys';
import { setUpTenantCustody } from './setup/setUpTenantCustody';
import { wireKubernetesAuth } from './setup/wireKubernetesAuth';
import {
  createTenantNamespace,
  logInAsTenant,
  mintTenantToken,
} from './tenantFixtures';

describeOnTestbed('tenants of a cluster on a Vault', testbed => {
  const vault = (token: string) => vaultApi(testbed().vaultAddr, token);
  const keyOf = (tenant: string) => `/v1/csi/${tenant}/data/some-volume`;
  const writeKey = async (token: string, tenant: string) => {
    const body = { data: { passphrase: 'of a test' } };
    const path = keyOf(tenant);
    return (await vault(token).send({ method: 'POST', path, body })).status;
  };
  const dev = {
    authMount: 'kubernetes-dev',
    role: 'csi-tenant',
    policy: 'csi-tenant-sa-dev',
  };
  let portal: { kubernetesToken: string; vaultToken: string };

  beforeAll(async () => {
    await wireKubernetesAuth(testbed());
    await setUpTenantCustody(testbed(), { cluster: 'prod' });
    await wireKubernetesAuth(testbed(), dev.authMount);
    await setUpTenantCustody(testbed(), { cluster: 'dev', names: dev });
    portal = await createPortalIdentity(testbed(), [dev]);
    const kubernetes = kubernetesApi(testbed().kubernetes);
    const labels = { 'csi-kms': 'enabled' };
    await createTenantNamespace(kubernetes, 'payments', labels);
    await createTenantNamespace(kubernetes, 'orders', labels);
    await createTenantNamespace(kubernetes, 'stranger', {});
    await mountTenantKeys(vault(portal.vaultToken), 'prod.payments');
    await mountTenantKeys(vault(portal.vaultToken), 'prod.orders');
    await mountTenantKeys(vault(portal.vaultToken), 'dev.payments');
  }, 60_000);

  it('lets a ServiceAccount keep keys in its own mount only', async () => {
    const token = await logInAsTenant(testbed(), 'payments');
    expect(await writeKey(token, 'prod.payments')).toBe(200);
    expect(await writeKey(token, 'prod.orders')).toBe(403);
  });

  it('lets a minted token keep keys in its own mount only', async () => {
    const portalVault = vault(portal.vaultToken);
    const token = await mintTenantToken(portalVault, 'prod.orders');
    expect(await writeKey(token, 'prod.orders')).toBe(200);
    expect(await writeKey(token, 'prod.payments')).toBe(403);
  });

  it('admits no namespace without the label of tenants', async () => {
    await expect(logInAsTenant(testbed(), 'stranger')).rejects.toThrow(
      'auth/kubernetes/login answered 403',
    );
  });

  // One API server is behind both mounts here, so the same account logs in at
  // either; the backend's assurance is tried with an API server for each.
  it('gives at each of two auth mounts the keys of its own cluster only', async () => {
    const first = await logInAsTenant(testbed(), 'payments');
    expect(await writeKey(first, 'dev.payments')).toBe(403);
    const second = await logInAsTenant(testbed(), 'payments', dev.authMount);
    expect(await writeKey(second, 'dev.payments')).toBe(200);
    expect(await writeKey(second, 'prod.payments')).toBe(403);
  });

  it.each([
    ['sys/policies/acl/csi-tenant-sa-dev'],
    ['auth/kubernetes-dev/role/csi-tenant'],
    ['auth/kubernetes-dev/config'],
  ])('lets the portal read %s of the second cluster', async path => {
    const request = { method: 'GET', path: `/v1/${path}` } as const;
    const { status } = await vault(portal.vaultToken).send(request);
    expect(status).toBe(200);
  });

  it('lets a custodian destroy keys and read none', async () => {
    const tenant = await logInAsTenant(testbed(), 'payments');
    await writeKey(tenant, 'prod.payments');
    const custodian = vault(await createCustodianToken(testbed()));
    const path = keyOf('prod.payments');
    const ask = async (method: 'GET' | 'DELETE', at: string) =>
      (await custodian.send({ method, path: at })).status;
    expect(await ask('GET', path)).toBe(403);
    expect(await ask('DELETE', path)).toBe(403);
    expect(await ask('DELETE', path.replace('/data/', '/metadata/'))).toBe(204);
    expect(await ask('GET', '/v1/sys/mounts')).toBe(403);
    expect(await ask('DELETE', '/v1/sys/mounts/cubbyhole')).toBe(403);
  });

  it('mints no token for a tenant of another cluster', async () => {
    const minting = mintTenantToken(vault(portal.vaultToken), 'test.orders');
    await expect(minting).rejects.toThrow('create/csi-tenant answered 400');
  });

  it('lets the portal list keys and read none', async () => {
    const tenant = await logInAsTenant(testbed(), 'payments');
    await writeKey(tenant, 'prod.payments');
    const portalVault = vault(portal.vaultToken);
    const listed = await portalVault.demand({
      method: 'LIST',
      path: '/v1/csi/prod.payments/metadata/',
    });
    expect(textsAt(listed.body, 'data', 'keys')).toEqual(['some-volume']);
    const read = await portalVault.send({
      method: 'GET',
      path: keyOf('prod.payments'),
    });
    expect(read.status).toBe(403);
  });

  it.each([
    ['/api/v1/persistentvolumeclaims', 200],
    ['/apis/storage.k8s.io/v1/storageclasses', 200],
    ['/api/v1/secrets?fieldSelector=metadata.name%3Dceph-csi-kms-token', 200],
    ['/api/v1/secrets', 403],
    ['/api/v1/namespaces/payments/secrets/other', 403],
    ['/apis/apps/v1/statefulsets', 403],
  ])('answers the portal at %s with %d', async (path, status) => {
    const { kubernetes } = testbed();
    const api = kubernetesApi(kubernetes, portal.kubernetesToken);
    expect((await api.send({ method: 'GET', path })).status).toBe(status);
  });
});
