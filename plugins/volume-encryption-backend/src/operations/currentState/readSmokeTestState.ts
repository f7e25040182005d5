import { randomBytes } from 'node:crypto';
import {
  isVolumeEncryptionError,
  SMOKE_TEST_NAME,
  VolumeEncryptionError,
  type SmokeTestRequest,
  type SmokeTestState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { JobTesting } from '../testJobs/JobTesting';
import type { ReadContext } from './ReadContext';

/**
 * What the plan of a smoke test depends on, read from the cluster now, and an id
 * for the run. Throws `cluster-denied` where the portal may not have Jobs, with
 * the role that lets it.
 */
export async function readSmokeTestState(
  { namespace, storageClass }: SmokeTestRequest,
  parts: { cluster: Cluster; jobTesting: JobTesting },
  { now, signal }: ReadContext,
): Promise<SmokeTestState> {
  const { reader, csiNamespace } = parts.cluster;
  const ref = { namespace, name: SMOKE_TEST_NAME, signal };
  const [namespaceObject, classObject, claim, job] = await Promise.all([
    reader.get('Namespace', { name: namespace, signal }),
    reader.get('StorageClass', { name: storageClass, signal }),
    reader.get('PersistentVolumeClaim', ref),
    reader.get('Job', ref).catch(withRemedy),
  ]);
  return {
    now,
    runId: randomBytes(4).toString('hex'),
    image: parts.jobTesting.image,
    csiNamespace,
    namespace: namespaceObject,
    storageClass: classObject,
    claim,
    job,
  };
}

function withRemedy(error: unknown): never {
  if (!isVolumeEncryptionError(error) || error.code !== 'cluster-denied') {
    throw error;
  }
  throw new VolumeEncryptionError(
    'cluster-denied',
    `${error.message} A smoke test takes the role "volume-encryption-portal-smoke-tests" of portal-rbac.yaml.`,
  );
}
