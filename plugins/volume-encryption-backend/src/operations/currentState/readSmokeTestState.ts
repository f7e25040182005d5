import { randomBytes } from 'node:crypto';
import {
  SMOKE_TEST_NAME,
  type SmokeTestRequest,
  type SmokeTestState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { JobTesting } from '../testJobs/JobTesting';
import type { ReadContext } from './ReadContext';
import { readTestJob } from './readTestJob';

/**
 * What the plan of a smoke test depends on, read from the cluster now, and an id
 * for the run. Throws `cluster-denied` as `readTestJob` does.
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
    readTestJob(ref, parts.cluster, { now, signal }),
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
