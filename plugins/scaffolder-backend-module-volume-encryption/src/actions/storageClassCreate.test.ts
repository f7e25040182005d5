import {
  doneOutput,
  examplePlan,
  exampleResult,
  fakeService,
} from '../__testUtils__/fakeService';
import { initiator, runStep } from '../__testUtils__/runStep';
import { createStorageClassCreateAction } from './storageClassCreate';

const input = {
  cluster: 'prod',
  name: 'ceph-block-encrypted',
  kmsId: 'vault-tenant-sa',
  provisioner: 'rook-ceph.rbd.csi.ceph.com',
  clusterId: 'rook-ceph',
  pool: 'replicapool',
  secretNamespace: 'rook-ceph',
};
const request = {
  ...input,
  operation: 'storage-class',
  reclaimPolicy: 'Delete',
  bindingMode: 'Immediate',
};

function backend() {
  return fakeService({
    createPlan: async () => examplePlan,
    runOperation: async () => exampleResult(),
  });
}

describe('volume-encryption:storage-class:create', () => {
  it('runs the operation for the user and tells each step', async () => {
    const service = backend();
    const { signal } = new AbortController();
    const { lines, outputs } = await runStep(
      createStorageClassCreateAction({ service }),
      { input, signal },
    );
    expect(service.runOperation).toHaveBeenCalledWith(request, {
      credentials: initiator,
      signal,
      onProgress: expect.any(Function),
    });
    expect(lines).toEqual([
      'info: To do: Apply Example "one"',
      'info: Apply Example "one": unchanged',
      'info: All is well.',
    ]);
    expect(outputs).toEqual({
      cluster: 'prod',
      storageClass: 'ceph-block-encrypted',
      ...doneOutput,
    });
  });

  it('only plans in a dry run, and shows the manifests', async () => {
    const service = fakeService({ createPlan: async () => examplePlan });
    const { lines, outputs } = await runStep(
      createStorageClassCreateAction({ service }),
      { input, isDryRun: true },
    );
    expect(service.runOperation).not.toHaveBeenCalled();
    expect(lines).toEqual([
      'info: Apply Example "one": would be created',
      'warn: Mind the gap.',
      'info: Manifests:\nkind: Example\n',
    ]);
    expect(outputs).toMatchObject({ manifests: 'kind: Example\n' });
  });

  it('keeps what the template chose', async () => {
    const service = backend();
    const chosen = {
      reclaimPolicy: 'Retain',
      bindingMode: 'WaitForFirstConsumer',
      nodeSecret: 'my-node-secret',
    } as const;
    await runStep(createStorageClassCreateAction({ service }), {
      input: { ...input, ...chosen },
    });
    expect(service.runOperation.mock.calls[0][0]).toEqual({
      ...request,
      ...chosen,
    });
  });
});
