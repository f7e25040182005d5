import { VolumeEncryptionError } from '../contract/errors';
import type { WantedConsent } from './consentSteps';
import type { Step } from './plan';

/** Names that OpenShift makes no project of (origin projectrequest/delegated). */
const REFUSED = /^(openshift|kubernetes|kube)(-.*)?$/;

/**
 * Asks OpenShift for a namespace. It serves nobody yet; a label or an annotation in
 * the request would be dropped. Throws `invalid-input` for a name that is refused.
 */
export function requestProjectStep(
  name: string,
  { cluster, owner }: Pick<WantedConsent, 'cluster' | 'owner'>,
): Step {
  if (REFUSED.test(name)) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `OpenShift makes no project "${name}": names that begin with openshift, kubernetes or kube are its own. Choose another.`,
      { field: 'namespace' },
    );
  }
  return {
    kind: 'request-project',
    id: 'namespace',
    title: `Project ${name}, by a request to OpenShift`,
    change: 'create',
    cluster,
    request: {
      apiVersion: 'project.openshift.io/v1',
      kind: 'ProjectRequest',
      metadata: { name },
      description: `Encrypted volumes of ${owner}`,
    },
  };
}
