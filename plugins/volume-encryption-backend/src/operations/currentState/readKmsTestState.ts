import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  KMS_TEST_NAME,
  parseConnections,
  VolumeEncryptionError,
  type ConfigMap,
  type KmsTestRequest,
  type KmsTestState,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { Systems } from '../../systems';
import type { JobTesting } from '../testJobs/JobTesting';
import type { ReadContext } from './ReadContext';
import { readConnections } from './readConnections';
import { readTestJob } from './readTestJob';

interface Parts {
  cluster: Cluster;
  systems: Systems;
  jobTesting: JobTesting;
}

/**
 * What the plan of a KMS test depends on, read from the cluster now, and an id for
 * the run. Throws `cluster-denied` as `readTestJob` does.
 */
export async function readKmsTestState(
  { kmsId }: KmsTestRequest,
  parts: Parts,
  context: ReadContext,
): Promise<KmsTestState> {
  const { cluster, jobTesting } = parts;
  const { csiNamespace } = cluster;
  const [configMap, job] = await Promise.all([
    readConnections(cluster, context),
    readTestJob(
      { namespace: csiNamespace, name: KMS_TEST_NAME },
      cluster,
      context,
    ),
  ]);
  return {
    now: context.now,
    runId: randomBytes(4).toString('hex'),
    image: jobTesting.image,
    csiNamespace,
    configMap,
    job,
    kms: await readKms(kmsId, configMap, parts),
  };
}

/** The configured KMS that the connection means, with the CA that the portal has. */
async function readKms(
  kmsId: string,
  configMap: ConfigMap | undefined,
  { systems, jobTesting }: Parts,
): Promise<KmsTestState['kms']> {
  const { connections } = parseConnections(configMap);
  const connection = connections.find(it => it.kmsId === kmsId);
  const kms = systems.findKmsAt(connection?.options.vaultAddress ?? '');
  if (!kms) return undefined;
  const { name } = kms;
  const file = jobTesting.caFiles?.get(name);
  if (!file) return { name };
  try {
    return { name, authorities: await readFile(file, 'utf8') };
  } catch {
    throw new VolumeEncryptionError(
      'invalid-input',
      `The CA file of Vault "${name}" cannot be read: check "caFile".`,
      { field: 'caFile' },
    );
  }
}
