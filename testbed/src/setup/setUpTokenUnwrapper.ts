import { textAt, valueAt } from '../access/fields';
import { kubernetesApi, type ServerAccess } from '../access/ServerAccess';
import { applyManifests } from './applyManifests';
import { readManifests } from './deployFiles';
import { serviceAccountToken } from './serviceAccountToken';

/** What runs in the pod, and who it is in the cluster. */
export interface TokenUnwrapper {
  /** For `sh`. */
  program: string;
  accountToken: string;
}

/**
 * Applies `deploy/kubernetes/token-unwrapper.yaml`. There is no kubelet, so the
 * program runs only where the caller runs it.
 */
export async function setUpTokenUnwrapper(
  servers: ServerAccess,
): Promise<TokenUnwrapper> {
  const kubernetes = kubernetesApi(servers.kubernetes);
  const manifests = readManifests('token-unwrapper.yaml');
  await applyManifests(kubernetes, manifests);
  const map = manifests.find(it => valueAt(it, ['kind']) === 'ConfigMap');
  return {
    program: textAt(map, 'data', 'unwrap.sh'),
    accountToken: await serviceAccountToken(kubernetes, {
      namespace: 'volume-encryption',
      name: 'token-unwrapper',
    }),
  };
}
