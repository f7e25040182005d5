import { VolumeEncryptionError } from '../contract/errors';

/** Of the cluster itself; who has volumes there serves everybody. */
const OF_THE_CLUSTER = /^(default|kube-.*|openshift|openshift-.*)$/;

/** Throws `invalid-input` for a namespace that can be nobody's alone. */
export function requireTenantNamespace(
  namespace: string,
  csiNamespace: string,
): void {
  if (OF_THE_CLUSTER.test(namespace) || namespace === csiNamespace) {
    throw new VolumeEncryptionError(
      'invalid-input',
      `namespace "${namespace}" belongs to the cluster itself and serves no single owner. Choose a namespace of the tenant's own.`,
      { field: 'namespace' },
    );
  }
}
