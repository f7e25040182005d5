import { parseAllDocuments } from 'yaml';
import { freezePlan } from './freezePlan';
import type { Plan } from './plan';
import { planClaim } from './planClaim';
import { planKmsConnectionRemoval } from './planKmsConnectionRemoval';
import { planTenantSecret } from './planTenantSecret';
import { planTenantServiceAccount } from './planTenantServiceAccount';
import { renderManifests } from './renderManifests';
import { connectionStateOf, mapOf } from './testConnectionState';
import { namespaceOf, storageClassOf, tenantStateOf } from './testState';
import { viewPlan } from './viewPlan';

const tenant = { cluster: 'prod', namespace: 'payments' };
const account = planTenantServiceAccount(
  { operation: 'tenant-service-account', ...tenant, kmsId: 'vault-sa' },
  tenantStateOf(),
);
const token = planTenantSecret(
  { operation: 'tenant-secret', ...tenant, kmsId: 'vault-tokens' },
  tenantStateOf(),
);
const claim = planClaim(
  {
    operation: 'claim',
    ...tenant,
    entityRef: 'component:default/shop',
    name: 'data',
    storageClass: 'encrypted',
    size: '10Gi',
    accessMode: 'ReadWriteOnce',
    volumeMode: 'Filesystem',
  },
  {
    namespace: namespaceOf(),
    storageClass: storageClassOf(),
    kubernetesId: '0123',
  },
);

const objectsIn = (text: string) =>
  parseAllDocuments(text)
    .map((document): unknown => document.toJS())
    .filter(value => value !== null);

describe('renderManifests', () => {
  it.each<[string, Plan]>([
    ['a service account', account],
    ['a token', token],
    ['a claim', claim],
  ])('of %s gives back every manifest', (_what, plan) => {
    const manifests = plan.steps.flatMap(step =>
      step.kind === 'apply' ? [step.manifest] : [],
    );
    expect(objectsIn(renderManifests(plan))).toEqual(manifests);
  });

  it('shows no credential of the other entries of a mounted file', () => {
    const password = 'https://ada:geheim@vault.example:8200';
    const entries = {
      gone: { encryptionKMSType: 'vaulttokens' },
      other: { vaultAddress: password, SECRET_TOKEN: 'geheim' },
      kept: { vaultAddress: 'https://vault.example:8200', VAULT_CACERT: 'ca' },
    };
    const plan = freezePlan({
      operation: 'kms-connection',
      steps: [
        {
          ...{ kind: 'patch', id: 'x', title: 'x', change: 'update' },
          cluster: 'prod',
          target: {
            ...{ kind: 'ConfigMap', namespace: 'rook-ceph', name: 'x' },
            ...{ uid: 'u', resourceVersion: '1' },
          },
          patch: { data: { 'config.json': JSON.stringify(entries) } },
        },
      ],
      notes: [],
    });
    const shown = renderManifests(plan);
    expect(shown).not.toContain('geheim');
    expect(shown).toContain('"vaultAddress":"https://vault.example:8200"');
    expect(shown).toContain('"VAULT_CACERT":"ca"');
    expect(shown).toContain('"SECRET_TOKEN":"(not shown)"');
  });

  it('keeps a text that looks like a number a text', () => {
    expect(renderManifests(claim)).toContain(
      'backstage.io/kubernetes-id: "0123"',
    );
  });

  it('shows a change of a few fields as a comment', () => {
    const removal = planKmsConnectionRemoval(
      {
        operation: 'kms-connection-removal',
        cluster: 'prod',
        kmsId: 'vault-sa',
      },
      connectionStateOf({ configMap: mapOf({ 'vault-sa': '{' }) }),
    );
    expect(objectsIn(renderManifests(removal))).toEqual([]);
    expect(renderManifests(removal)).toContain('#   vault-sa: null\n');
  });

  it('says what to do in Vault before the objects', () => {
    const text = renderManifests(account);
    expect(text).toContain(
      '# vault secrets enable -path=csi/prod.payments -version=2 kv\n',
    );
    expect(text.indexOf('vault secrets enable')).toBeLessThan(
      text.indexOf('kind: ServiceAccount'),
    );
  });

  it('holds no Secret, only where its token belongs', () => {
    const text = renderManifests(token);
    expect(text).not.toContain('kind: Secret');
    expect(text).toContain('Secret payments/ceph-csi-kms-token');
    expect(text).toContain('Never commit a token.');
  });
});

describe('viewPlan', () => {
  it('shows the steps without their insides', () => {
    expect(viewPlan(claim)).toEqual({
      operation: 'claim',
      steps: [
        {
          id: 'claim',
          title: 'PersistentVolumeClaim payments/data',
          change: 'create',
        },
      ],
      manifests: renderManifests(claim),
      notes: [],
    });
  });
});
