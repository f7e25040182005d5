// A suite for real servers of our own.
/* eslint-disable jest/no-export */

import {
  isVolumeEncryptionError,
  type Manifest,
  type OperationRequest,
} from 'backstage-plugin-volume-encryption-common';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { csiNamespace } from './prepareCluster';
import { workbench, type Workbench } from './Workbench';

const ROLE =
  '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/volume-encryption-portal-tests';
const POD = 'spec.template.spec';
const CONTAINER = `${POD}.containers.0`;
const context = { requestedBy: 'user:default/ada' };

/** A field of the Job, and what stands there instead. */
type Change = [path: string, value: unknown];

/** What the cluster refuses to whoever has the portal's identity. */
export function describeJobOfPortal(under: () => OperationsUnderTest): void {
  describe('the Job of the portal', () => {
    let bench: Workbench;
    let smokeTest: OperationRequest;
    const kmsTest = {
      operation: 'kms-test' as const,
      ...{ cluster: clusterName, kmsId: 'vault-tokens' },
    };
    const serveOwner = (owner: string | null) =>
      bench.kubernetes('PATCH', `/api/v1/namespaces/${bench.namespace}`, {
        metadata: {
          annotations: { 'volume-encryption.backstage.io/owner': owner },
        },
      });
    const jobOf = async (
      request: OperationRequest,
      ...changes: Change[]
    ): Promise<Manifest> => {
      const { steps } = await bench
        .service({
          jobTesting: {
            image: 'curlimages/curl:8.16.0',
            volumes: { claimVolume: async () => undefined },
          },
        })
        .plan(request, context);
      const step = steps.at(-1);
      const job = structuredClone(step && 'job' in step && step.job);
      if (!job) throw new Error('The plan has no Job.');
      changes.forEach(([path, value]) => put(job, path.split('.'), value));
      return job;
    };
    const outcomeOf = (job: Manifest) =>
      bench.cluster.writer
        .apply(job, { dryRun: true })
        .catch(error => isVolumeEncryptionError(error) && error.code);
    /** They are followed by a watch of the API server's own. */
    const untilPoliciesCount = async () => {
      const deadline = Date.now() + 20_000;
      const refused = await jobOf(kmsTest, [`${POD}.hostPID`, true]);
      while (
        (await outcomeOf(refused)) === 'created' &&
        Date.now() < deadline
      ) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    };

    beforeAll(async () => {
      bench = await workbench(under());
      const { namespace } = bench;
      await serveOwner('group:default/shop');
      await bench.kubernetes('POST', '/apis/storage.k8s.io/v1/storageclasses', {
        metadata: { name: namespace },
        provisioner: 'nobody.example.com',
      });
      smokeTest = {
        operation: 'smoke-test',
        ...{ cluster: clusterName, namespace, storageClass: namespace },
      };
      await untilPoliciesCount();
    });
    afterAll(() => bench.close());

    it('is taken as tests make it', async () => {
      expect(await outcomeOf(await jobOf(smokeTest))).toBe('created');
      expect(await outcomeOf(await jobOf(kmsTest))).toBe('created');
    });

    it.each<[string, ...Change[]]>([
      ['is of another image', [`${CONTAINER}.image`, 'example.com/miner:1']],
      ['does something else', [`${CONTAINER}.command`, ['sh', '-c', 'env']]],
      ['has arguments', [`${CONTAINER}.args`, ['x']]],
      [
        'does something more when it starts',
        [
          `${CONTAINER}.lifecycle`,
          { postStart: { exec: { command: ['sh'] } } },
        ],
      ],
      [
        'does something to see whether it lives',
        [`${CONTAINER}.livenessProbe`, { exec: { command: ['sh'] } }],
      ],
      [
        'begins with another',
        [`${POD}.initContainers`, [{ name: 'i', image: 'x' }]],
      ],
      [
        'has another beside it',
        [`${POD}.containers.1`, { name: 'c', image: 'x' }],
      ],
      ['has the account of another', [`${POD}.serviceAccountName`, 'other']],
      ['has it by the former name', [`${POD}.serviceAccount`, 'other']],
      ['has a token', [`${POD}.automountServiceAccountToken`, true]],
      [
        'mounts a Secret',
        [`${POD}.volumes`, [{ name: 'volume', secret: { secretName: 's' } }]],
      ],
      [
        'mounts the host',
        [`${POD}.volumes`, [{ name: 'volume', hostPath: { path: '/' } }]],
      ],
      [
        "mounts a component's claim",
        [
          `${POD}.volumes`,
          [{ name: 'volume', persistentVolumeClaim: { claimName: 'data' } }],
        ],
      ],
      [
        'reads a Secret into its environment',
        [`${CONTAINER}.envFrom`, [{ secretRef: { name: 's' } }]],
      ],
      [
        'reads one of its keys',
        [
          `${CONTAINER}.env`,
          [
            {
              name: 'CA',
              valueFrom: { secretKeyRef: { name: 's', key: 'k' } },
            },
          ],
        ],
      ],
      [
        'asks something else',
        [`${CONTAINER}.env`, [{ name: 'ADDRESS', value: 'http://a/v1/x' }]],
      ],
      [
        'loads a program',
        [`${CONTAINER}.env`, [{ name: 'LD_PRELOAD', value: '/volume/x' }]],
      ],
      ['is in the network of the host', [`${POD}.hostNetwork`, true]],
      ['sees the processes of the host', [`${POD}.hostPID`, true]],
      ['chooses its node', [`${POD}.nodeName`, 'control-plane']],
      ['may be root', [`${POD}.securityContext.runAsNonRoot`, false]],
      [
        'may be root in its container',
        [`${CONTAINER}.securityContext.runAsNonRoot`, false],
      ],
      ['has privileges', [`${CONTAINER}.securityContext.privileged`, true]],
      [
        'has a capability',
        [`${CONTAINER}.securityContext.capabilities.add`, ['SYS_ADMIN']],
      ],
      ['runs many times', ['spec.parallelism', 50]],
      ['does not end', ['spec.activeDeadlineSeconds', 86_400]],
    ])('is refused where it %s', async (_, change) => {
      for (const request of [smokeTest, kmsTest]) {
        const job = await jobOf(request, change);
        expect(await outcomeOf(job)).not.toBe('created');
      }
    });

    it('is refused where the other one belongs', async () => {
      const namespace: Change = ['metadata.namespace', csiNamespace];
      const here = await jobOf(smokeTest, namespace);
      expect(await outcomeOf(here)).toBe('invalid-input');
      const there = await jobOf(kmsTest, [namespace[0], bench.namespace]);
      expect(await outcomeOf(there)).toBe('invalid-input');
    });

    it('says what to look at where it is refused', async () => {
      const jobTesting = {
        image: 'registry.example/other:1',
        volumes: { claimVolume: async () => undefined },
      };
      const ended = bench.service({ jobTesting }).run(kmsTest, context);
      await expect(ended).rejects.toMatchObject({
        code: 'invalid-input',
        message: expect.stringContaining('volumeEncryption.testJobs.image'),
      });
    });

    it('has one of two names', async () => {
      const job = await jobOf(kmsTest, ['metadata.name', 'other']);
      expect(await outcomeOf(job)).toBe('cluster-denied');
    });

    it('needs the role for it, and says so', async () => {
      await bench.kubernetes('DELETE', ROLE);
      const deadline = Date.now() + 20_000;
      const plan = () =>
        bench
          .service()
          .plan(smokeTest, context)
          .catch(error => error);
      let failure = await plan();
      while (failure.code !== 'cluster-denied' && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 100));
        failure = await plan();
      }
      expect(failure.message).toContain('"volume-encryption-portal-tests"');
    });
  });
}

function put(into: object, [field, ...below]: string[], value: unknown): void {
  if (below.length > 0) put(Reflect.get(into, field), below, value);
  else Reflect.set(into, field, value);
}
