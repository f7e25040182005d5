import type { Manifest } from '../kubernetes/objects';
import { testJob, testMetadata } from './testJobManifest';

/**
 * The name of its claim and of its Job. There is one in a namespace at a time, so
 * that RBAC can allow the portal to remove these and no other.
 *
 * @public
 */
export const SMOKE_TEST_NAME = 'volume-encryption-smoke-test';

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
    metadata: testMetadata({ ...test, name: SMOKE_TEST_NAME }),
    spec: {
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      resources: { requests: { storage: '1Gi' } },
      storageClassName: test.storageClass,
    },
  };
}

/** Its Job, which uses the claim. */
export function smokeTestJob(test: SmokeTest): Manifest {
  const claimName = SMOKE_TEST_NAME;
  return testJob(
    { ...test, name: SMOKE_TEST_NAME },
    {
      name: 'write-and-read',
      image: test.image,
      script: SCRIPT,
      volumeMounts: [{ name: 'volume', mountPath: '/volume' }],
    },
    [{ name: 'volume', persistentVolumeClaim: { claimName } }],
  );
}
