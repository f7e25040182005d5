import { readFile } from 'node:fs/promises';
import {
  observed,
  unknown,
  type ClusterCustody,
  type KnownApiServer,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { fingerprintsOf } from '../network/fingerprintsOf';

const UNTOLD =
  "The portal's own configuration of the cluster does not tell it.";

/**
 * The API server of a cluster as it is known by configuration: as the KMS
 * reaches it where that is said, else as the portal does.
 */
export async function knownApiServer(
  cluster: Cluster,
  { kubernetesHost, kubernetesCaFile }: ClusterCustody,
  at: string,
): Promise<KnownApiServer> {
  const own = await identityOf(cluster);
  return {
    host: kubernetesHost ? observed(kubernetesHost, at) : seen(own?.address),
    authorities: kubernetesCaFile
      ? await authoritiesIn(kubernetesCaFile, at)
      : seen(own?.authorities),
  };

  function seen<T>(value: T | undefined): Observed<T> {
    return value === undefined
      ? unknown('not-configured', UNTOLD)
      : observed(value, at);
  }
}

/** A cluster that cannot be reached says nothing against the KMS. */
async function identityOf(cluster: Cluster) {
  try {
    return await cluster.apiServer?.();
  } catch {
    return undefined;
  }
}

async function authoritiesIn(
  file: string,
  at: string,
): Promise<Observed<readonly string[]>> {
  try {
    return observed(fingerprintsOf(await readFile(file, 'utf8')), at);
  } catch {
    return unknown(
      'failed',
      'The configured kubernetesCaFile cannot be read, or has no certificate.',
    );
  }
}
