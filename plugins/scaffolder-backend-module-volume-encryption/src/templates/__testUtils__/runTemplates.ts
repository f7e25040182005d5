import type { VolumeEncryptionService } from 'backstage-plugin-volume-encryption-node';
import { createPreflightAction } from '../../actions/preflight';
import { createPvcCreateAction } from '../../actions/pvcCreate';
import { createStorageClassCreateAction } from '../../actions/storageClassCreate';
import { createTenantSecretCreateAction } from '../../actions/tenantSecretCreate';
import { createTenantServiceAccountCreateAction } from '../../actions/tenantServiceAccountCreate';
import { createVolumeVerifyAction } from '../../actions/volumeVerify';
import { runStep } from '../../__testUtils__/runStep';
import { entityRef } from './orders';

/** Runs "Onboard a tenant", "Encrypted storage class" and "Encrypted volume". */
export async function runTemplates(template: {
  custody: 'vaulttenantsa' | 'vaulttokens';
  cluster: string;
  namespace: string;
  service: VolumeEncryptionService;
}) {
  const { custody, cluster, namespace, service } = template;
  const [createAccess, kmsId] =
    custody === 'vaulttokens'
      ? [createTenantSecretCreateAction, 'vault-tokens']
      : [createTenantServiceAccountCreateAction, 'vault-tenant-sa'];
  const claim = { entityRef, cluster, namespace };
  return {
    access: await runStep(createAccess({ service }), {
      input: { cluster, namespace, kmsId },
    }),
    storageClass: await runStep(createStorageClassCreateAction({ service }), {
      input: {
        cluster,
        name: namespace,
        kmsId,
        provisioner: 'rook-ceph.rbd.csi.ceph.com',
        clusterId: 'rook-ceph',
        pool: 'replicapool',
        secretNamespace: 'rook-ceph',
      },
    }),
    preflight: await runStep(createPreflightAction({ service }), {
      input: { ...claim, name: 'data', storageClass: namespace, size: '1Gi' },
    }),
    claim: await runStep(createPvcCreateAction({ service, intervalMs: 100 }), {
      input: { ...claim, name: 'data', storageClass: namespace, size: '1Gi' },
    }),
    proof: await runStep(createVolumeVerifyAction({ service }), {
      input: { ...claim, claim: 'data' },
    }),
  };
}
