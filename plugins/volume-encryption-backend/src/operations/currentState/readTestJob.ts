import {
  isVolumeEncryptionError,
  VolumeEncryptionError,
  type Job,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import type { ReadContext } from './ReadContext';

/**
 * The Job of a test that is there. Throws `cluster-denied` where the portal may not
 * have Jobs, with the role that lets it.
 */
export async function readTestJob(
  { namespace, name }: { namespace: string; name: string },
  { reader }: Cluster,
  { signal }: ReadContext,
): Promise<Job | undefined> {
  try {
    return await reader.get('Job', { namespace, name, signal });
  } catch (error) {
    if (!isVolumeEncryptionError(error) || error.code !== 'cluster-denied') {
      throw error;
    }
    throw new VolumeEncryptionError(
      'cluster-denied',
      `${error.message} Tests take the role "volume-encryption-portal-tests" of portal-rbac.yaml.`,
    );
  }
}
