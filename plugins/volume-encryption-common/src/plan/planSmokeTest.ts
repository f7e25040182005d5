import type { SmokeTestRequest } from '../contract/api';
import { VolumeEncryptionError } from '../contract/errors';
import { requireDnsLabel, requireDnsSubdomain } from '../kubernetes/names';
import type {
  Namespace,
  PersistentVolumeClaim,
  StorageClass,
} from '../kubernetes/objects';
import type { Job } from '../kubernetes/runningPods';
import { consentedOwner } from '../tenant/tenant';
import { freezePlan } from './freezePlan';
import { leftoverStep } from './leftoverStep';
import { requireNamespace } from './ownership';
import type { Plan } from './plan';
import { requireTenantNamespace } from './requireTenantNamespace';
import { smokeTestClaim, smokeTestJob } from './smokeTestManifests';

export { SMOKE_TEST_NAME } from './smokeTestManifests';

/** What the cluster holds now. @public */
export interface SmokeTestState {
  /** ISO 8601. */
  now: string;
  /** A label value, another one for each run. */
  runId: string;
  image: string;
  csiNamespace: string;
  namespace?: Namespace;
  storageClass?: StorageClass;
  /** The claim of a test that is there. */
  claim?: PersistentVolumeClaim;
  /** The Job of a test that is there. */
  job?: Job;
}

/**
 * A claim and a Job that writes and reads, which are removed again, in a namespace
 * that serves an owner. What a test left that was cut off is removed first. Throws
 * `invalid-input`, `not-found`, `unknown-storage-class`, `no-consent`, `not-ours`,
 * and `conflict` while another test is there that is younger than a quarter of an hour.
 *
 * @public
 */
export function planSmokeTest(
  request: SmokeTestRequest,
  state: SmokeTestState,
): Plan {
  const { cluster, namespace, storageClass: name } = request;
  requireDnsLabel('cluster', cluster);
  requireDnsLabel('namespace', namespace);
  requireDnsSubdomain('storageClass', name);
  requireTenantNamespace(namespace, state.csiNamespace);
  requireTenant(requireNamespace(state.namespace, namespace));
  const { bindingMode } = requireClass(state.storageClass, name);
  const left = [state.job, state.claim].flatMap(it => it ?? []);
  const test = { ...state, namespace, storageClass: name };
  return freezePlan({
    operation: 'smoke-test',
    steps: [
      ...left.map(it =>
        leftoverStep(it, { cluster, now: state.now, field: 'namespace' }),
      ),
      {
        kind: 'smoke-test',
        id: 'smoke-test',
        title: `Claim and Job of StorageClass ${name} in namespace ${namespace}, removed afterwards`,
        change: 'create',
        cluster,
        namespace,
        claim: smokeTestClaim(test),
        job: smokeTestJob(test),
        waitsForPod: bindingMode === 'WaitForFirstConsumer',
      },
    ],
    notes: [],
  });
}

function requireTenant(namespace: Namespace): void {
  if (consentedOwner(namespace)) return;
  throw new VolumeEncryptionError(
    'no-consent',
    `Namespace "${namespace.meta.name}" serves no owner. Test in one of a tenant, or onboard it first.`,
    { field: 'namespace' },
  );
}

function requireClass(
  storageClass: StorageClass | undefined,
  name: string,
): StorageClass {
  if (storageClass) return storageClass;
  throw new VolumeEncryptionError(
    'unknown-storage-class',
    `This cluster has no StorageClass "${name}". Choose one that exists.`,
    { field: 'storageClass' },
  );
}
