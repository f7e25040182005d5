import { USUAL_CUSTODY } from '../config/readCustody';
import type { KmsConfig } from '../config/types';
import { keyWriter, tenantWriters } from './keyWriter';

const written = (actor?: string) => ({ created_by: actor && { actor } });

const config: KmsConfig = {
  name: 'vault',
  address: 'https://vault.example:8200',
  otherAddresses: [],
  auth: { method: 'token', token: 'none' },
  mountPrefix: 'csi',
  tokenRole: 'csi-tenant',
  timeoutMs: 1000,
  maxConnections: 1,
};
const usual = tenantWriters({ ...config, clusterNames: ['prod'] });

it.each([
  [
    'kubernetes-payments-ceph-csi-vault-sa',
    'ServiceAccount payments/ceph-csi-vault-sa',
    true,
  ],
  ['token-prod-payments', 'the token of tenant prod.payments', true],
  ['root', 'the root token', false],
  ['kubernetes-orders-ceph-csi-vault-sa', undefined, undefined],
  ['userpass-alice', undefined, undefined],
])('knows %s in the mount of prod.payments', (actor, words, byTenant) => {
  const writer = keyWriter(written(actor), 'csi/prod.payments', usual);
  expect(writer.writtenBy).toBe(words ?? actor);
  expect(writer.writtenByTenant).toBe(byTenant);
});

it('takes nobody for the tenant of a mount that is shared', () => {
  const writer = keyWriter(written('token-secret'), 'secret', usual);
  expect(writer).toEqual({ writtenBy: 'token-secret' });
});

it('says nothing where Vault does not', () => {
  expect(keyWriter(written(), 'csi/prod.payments', usual)).toEqual({});
});

describe('of two clusters at one Vault', () => {
  const at = (cluster: string, authMount: string) => ({
    ...{ cluster, authMount },
    ...{ role: 'csi-tenant', policy: `csi-tenant-${cluster}` },
  });
  const writers = tenantWriters({
    ...config,
    clusterNames: ['prod', 'dev', 'dev-2'],
    custody: {
      ...USUAL_CUSTODY,
      clusters: [at('prod', 'k8s/prod'), at('dev', 'kubernetes')],
    },
  });
  const isTenants = (actor: string, mount: string) =>
    keyWriter(written(actor), mount, writers).writtenByTenant;

  it.each([
    ['k8s-prod-payments-ceph-csi-vault-sa', 'csi/prod.payments', true],
    ['kubernetes-payments-ceph-csi-vault-sa', 'csi/dev.payments', true],
    // Through the mount of the other cluster.
    ['k8s-prod-payments-ceph-csi-vault-sa', 'csi/dev.payments', undefined],
    ['kubernetes-payments-ceph-csi-vault-sa', 'csi/prod.payments', undefined],
    ['token-prod-payments', 'csi/prod.payments', true],
    ['token-dev-payments', 'csi/dev.payments', true],
    // Of dev.2-a, or of dev-2.a.
    ['token-dev-2-a', 'csi/dev-2.a', undefined],
    ['token-dev-2-a', 'csi/dev.2-a', undefined],
  ])('%s in %s: %s', (actor, mount, byTenant) => {
    expect(isTenants(actor, mount)).toBe(byTenant);
  });
});
