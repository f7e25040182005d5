import { LABEL_SMOKE_TEST } from '../contract/annotations';
import type { Manifest } from '../kubernetes/objects';
import { OUR_LABELS } from './ownership';

/**
 * The name of its claim and of its Job. There is one in a namespace at a time, so
 * that RBAC can allow the portal to remove these and no other.
 *
 * @public
 */
export const SMOKE_TEST_NAME = 'volume-encryption-smoke-test';

/** For how long its pod may take, and for how long an ended Job may be left. */
const POD_SECONDS = 120;
const LEFT_SECONDS = 600;

/** Nobody's, so that it owns nothing on the node; the volume is given to it. */
const NOBODY = 65534;

/** Writes 4 MiB that nobody could have had, and reads them back. */
const SCRIPT = [
  'set -eu',
  'wrote=$(head -c 4194304 /dev/urandom | tee /volume/block | sha256sum)',
  'sync',
  'read=$(sha256sum < /volume/block)',
  '[ "$wrote" = "$read" ]',
].join('\n');

/** What is made for one run. */
interface SmokeTest {
  namespace: string;
  storageClass: string;
  /** A label value, another one for each run. */
  runId: string;
  image: string;
}

/** A claim of 1 GiB. */
export function smokeTestClaim(test: SmokeTest): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf(test),
    spec: {
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      resources: { requests: { storage: '1Gi' } },
      storageClassName: test.storageClass,
    },
  };
}

/**
 * A Job whose pod is admitted by Pod Security at level `restricted`, has no
 * ServiceAccount's token, and is tried once.
 */
export function smokeTestJob(test: SmokeTest): Manifest {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadataOf(test),
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: POD_SECONDS,
      ttlSecondsAfterFinished: LEFT_SECONDS,
      template: {
        metadata: { labels: metadataOf(test).labels },
        spec: podSpecOf(test),
      },
    },
  };
}

function metadataOf({ namespace, runId }: SmokeTest) {
  const labels = { ...OUR_LABELS, [LABEL_SMOKE_TEST]: runId };
  return { name: SMOKE_TEST_NAME, namespace, labels };
}

function podSpecOf({ image }: SmokeTest): object {
  const claimName = SMOKE_TEST_NAME;
  return {
    restartPolicy: 'Never',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: NOBODY,
      runAsGroup: NOBODY,
      fsGroup: NOBODY,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'write-and-read',
        image,
        command: ['sh', '-c', SCRIPT],
        resources: {
          requests: { cpu: '10m', memory: '16Mi' },
          limits: { memory: '64Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [{ name: 'volume', mountPath: '/volume' }],
      },
    ],
    volumes: [{ name: 'volume', persistentVolumeClaim: { claimName } }],
  };
}
