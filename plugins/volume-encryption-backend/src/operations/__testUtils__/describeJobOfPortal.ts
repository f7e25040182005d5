// A suite for real servers of our own.
/* eslint-disable jest/no-export */

import {
  isVolumeEncryptionError,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import type { OperationsUnderTest } from './OperationsUnderTest';
import { workbench, type Workbench } from './Workbench';

const NAME = 'volume-encryption-smoke-test';
const ROLE =
  '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/volume-encryption-portal-tests';

/** What the cluster refuses to whoever has the portal's identity. */
export function describeJobOfPortal(under: () => OperationsUnderTest): void {
  describe('the Job of the portal', () => {
    let bench: Workbench;
    beforeAll(async () => {
      bench = await workbench(under());
    });
    afterAll(() => bench.close());

    const jobOf = (pod: object, container: object = {}, name = NAME) => ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { namespace: bench.namespace, name },
      spec: {
        template: {
          spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true },
            containers: [
              {
                name: 'c',
                image: 'busybox',
                securityContext: { allowPrivilegeEscalation: false },
                ...container,
              },
            ],
            ...pod,
          },
        },
      },
    });
    const outcomeOf = (job: Manifest) =>
      bench.cluster.writer
        .apply(job, { dryRun: true })
        .catch(error => isVolumeEncryptionError(error) && error.code);

    it('is taken as a smoke test makes it', async () => {
      const deadline = Date.now() + 20_000;
      // Policies are followed by a watch of the API server's own.
      const refused = jobOf({ serviceAccountName: 'other' });
      while (
        (await outcomeOf(refused)) === 'created' &&
        Date.now() < deadline
      ) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      expect(await outcomeOf(jobOf({}))).toBe('created');
    });

    it.each<[string, object, object?]>([
      ['has the account of another', { serviceAccountName: 'other' }],
      ['has it by the former name', { serviceAccount: 'other' }],
      ['has a token', { automountServiceAccountToken: true }],
      [
        'mounts a Secret',
        { volumes: [{ name: 'v', secret: { secretName: 's' } }] },
      ],
      [
        'mounts the host',
        { volumes: [{ name: 'v', hostPath: { path: '/' } }] },
      ],
      [
        "mounts a component's claim",
        {
          volumes: [
            { name: 'v', persistentVolumeClaim: { claimName: 'data' } },
          ],
        },
      ],
      ['is in the network of the host', { hostNetwork: true }],
      ['may be root', { securityContext: { runAsNonRoot: false } }],
      [
        'reads a Secret into its environment',
        {},
        { envFrom: [{ secretRef: { name: 's' } }] },
      ],
      ['has privileges', {}, { securityContext: { privileged: true } }],
      ['begins with another', { initContainers: [{ name: 'i', image: 'x' }] }],
    ])('is refused where it %s', async (_, pod, container) => {
      expect(await outcomeOf(jobOf(pod, container))).toBe('invalid-input');
    });

    it('has one name', async () => {
      expect(await outcomeOf(jobOf({}, {}, 'other'))).toBe('cluster-denied');
    });

    it('needs the role for it, and says so', async () => {
      await bench.kubernetes('DELETE', ROLE);
      const request = {
        operation: 'smoke-test' as const,
        ...{ cluster: 'contract', namespace: bench.namespace },
        storageClass: 'any',
      };
      const plan = () =>
        bench
          .service()
          .plan(request, { requestedBy: 'user:default/ada' })
          .catch(error => error);
      let failure = await plan();
      while (failure.code !== 'cluster-denied') {
        await new Promise(resolve => setTimeout(resolve, 100));
        failure = await plan();
      }
      expect(failure.message).toContain('"volume-encryption-portal-tests"');
    });
  });
}
