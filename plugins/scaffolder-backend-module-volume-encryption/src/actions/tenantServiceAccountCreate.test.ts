import {
  doneOutput,
  examplePlan,
  exampleResult,
  fakeService,
} from '../__testUtils__/fakeService';
import { runStep } from '../__testUtils__/runStep';
import { createTenantServiceAccountCreateAction } from './tenantServiceAccountCreate';

const input = { cluster: 'prod', namespace: 'payments', kmsId: 'vault-sa' };
const request = { ...input, operation: 'tenant-service-account' };

describe('volume-encryption:tenant-service-account:create', () => {
  it('outputs the names of what is there now', async () => {
    const references = [
      { kind: 'Mount', name: 'csi/prod.payments' },
      { kind: 'ConfigMap', name: 'ceph-csi-kms-config' },
      { kind: 'ServiceAccount', name: 'ceph-csi-vault-sa' },
    ];
    const service = fakeService({
      createPlan: async () => examplePlan,
      runOperation: async () => exampleResult(references),
    });
    const { outputs } = await runStep(
      createTenantServiceAccountCreateAction({ service }),
      { input },
    );
    expect(service.runOperation.mock.calls[0][0]).toEqual(request);
    expect(outputs).toEqual({
      cluster: 'prod',
      namespace: 'payments',
      serviceAccount: 'ceph-csi-vault-sa',
      mount: 'csi/prod.payments',
      ...doneOutput,
    });
  });

  it('only plans in a dry run', async () => {
    const service = fakeService({ createPlan: async () => examplePlan });
    const { outputs } = await runStep(
      createTenantServiceAccountCreateAction({ service }),
      { input, isDryRun: true },
    );
    expect(service.createPlan.mock.calls[0][0]).toEqual(request);
    expect(outputs).toMatchObject({ manifests: 'kind: Example\n' });
  });
});
