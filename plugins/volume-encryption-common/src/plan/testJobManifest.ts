import { LABEL_TEST_RUN } from '../contract/annotations';
import type { Manifest } from '../kubernetes/objects';
import { OUR_LABELS } from './ownership';

/**
 * From the start of the Job, which may wait for a volume first; and for how long an
 * ended Job is left where nobody removes it.
 */
const JOB_SECONDS = 300;
const LEFT_SECONDS = 600;

/** No test takes so long; what is older was left by one that was cut off. */
export const LEFT_AFTER_MS = (JOB_SECONDS + LEFT_SECONDS) * 1_000;

/** Nobody's, so that it owns nothing on the node; a volume is given to it. */
const NOBODY = 65534;

/** Of what is made for one run. */
export interface TestRunPlace {
  name: string;
  namespace: string;
  /** A label value, another one for each run. */
  runId: string;
}

/** What the one container of a test does. */
export interface TestContainer {
  name: string;
  image: string;
  script: string;
  env?: readonly { name: string; value: string }[];
  volumeMounts?: readonly object[];
}

/** Name, namespace and labels of an object of a run. */
export function testMetadata({ name, namespace, runId }: TestRunPlace) {
  const labels = { ...OUR_LABELS, [LABEL_TEST_RUN]: runId };
  return { name, namespace, labels };
}

const confinedPod = {
  restartPolicy: 'Never',
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  // A shell that is the first process is deaf to a request to end.
  terminationGracePeriodSeconds: 1,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: NOBODY,
    runAsGroup: NOBODY,
    fsGroup: NOBODY,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/**
 * A Job whose pod is admitted by Pod Security at level `restricted`, has no
 * ServiceAccount's token, and is tried once. What `portal-admission.yaml` lets in is
 * this and no other.
 */
export function testJob(
  place: TestRunPlace,
  container: TestContainer,
  volumes?: readonly object[],
): Manifest {
  const metadata = testMetadata(place);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata,
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: JOB_SECONDS,
      ttlSecondsAfterFinished: LEFT_SECONDS,
      template: {
        metadata: { labels: metadata.labels },
        spec: {
          ...confinedPod,
          containers: [confined(container)],
          ...(volumes && { volumes }),
        },
      },
    },
  };
}

function confined({ script, ...container }: TestContainer) {
  return {
    ...container,
    command: ['sh', '-c', script],
    resources: {
      requests: { cpu: '10m', memory: '16Mi' },
      limits: { memory: '64Mi' },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  };
}
