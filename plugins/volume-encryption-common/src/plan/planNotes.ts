import type { Reason } from '../contract/api';

/**
 * The stable codes of what a plan says beside its steps; findings about the
 * KMS connection and the class come with their own codes.
 *
 * - `namespace-not-labelled`: Vault's role selects namespaces by a label that
 *   this one lacks
 * - `namespace-without-owner`: no component may use the namespace yet
 * - `project-admin`: what OpenShift lets the portal do in a project it asked for
 * - `consent-left`: what the administrator has to write on a namespace
 * - `file-encryption-limits`: needs a recent kernel and driver
 * - `login-not-known`: whether the new account could log in
 * - `former-credential-ends`: what a rotation ends, and when
 * - `claims-stay`: a consent that ends or changes leaves what is there
 * - `left-alone`: an object at the tenant's place that is not ours
 * - `already-offboarded`: nothing but the mount is left of the tenant
 * - `keys-stay`: how many keys are left, and how to destroy them
 * - `keys-unknown`: folders of a mount that cannot be listed
 * - `cluster-unread`: what of a cluster needs keys is not known
 * - `tokens-elsewhere`: tokens of another KMS stay in force
 * - `cannot-be-undone`: what is destroyed for good
 * - `key-rotation-off`: why a schedule is not followed
 * - `key-rotation-unattached`: runs fail while the volume is on no node
 * - `key-rotation-inherited`: which schedule counts then
 * - `key-rotation-proof`: what proves that a key was changed
 * - `connection-option-dropped`: an option that the former entry had
 * - `connection-credential-changed`: volumes that are there are asked for with
 *   something else, such as another role
 * - `connection-before-unreadable`: the former entry was malformed, so nobody can
 *   tell whether the keys of its volumes are found by the new one
 * - `snapshots-may-need-it`: snapshots whose volumes are gone do not tell by which
 *   connection their keys were made
 * - `default-class-reach`: which claims get the new default
 * - `smoke-test-passed`: what was written was read back
 * - `smoke-test-inconclusive`: no pod ran, or what was seen does not settle it
 * - `smoke-test-failed`
 * - `smoke-test-bound`: after how long
 * - `smoke-test-verdict`: what is known of the encryption of its volume
 * - `kms-test-answered`: with what state
 * - `kms-test-failed`: how the Vault cannot be reached from within the cluster
 * - `kms-test-inconclusive`: no pod asked
 * - `kms-test-authority`: how the Vault's certificate is checked
 * - `test-leftover`: what could not be removed
 * - `default-class-kept-elsewhere`: who may set the mark as it was before
 *
 * @public
 */
export type PlanNoteCode =
  | 'namespace-not-labelled'
  | 'namespace-without-owner'
  | 'project-admin'
  | 'consent-left'
  | 'file-encryption-limits'
  | 'login-not-known'
  | 'former-credential-ends'
  | 'claims-stay'
  | 'left-alone'
  | 'already-offboarded'
  | 'keys-stay'
  | 'keys-unknown'
  | 'cluster-unread'
  | 'tokens-elsewhere'
  | 'cannot-be-undone'
  | 'key-rotation-off'
  | 'key-rotation-unattached'
  | 'key-rotation-inherited'
  | 'key-rotation-proof'
  | 'connection-option-dropped'
  | 'connection-credential-changed'
  | 'connection-before-unreadable'
  | 'snapshots-may-need-it'
  | 'smoke-test-passed'
  | 'smoke-test-inconclusive'
  | 'smoke-test-failed'
  | 'smoke-test-bound'
  | 'smoke-test-verdict'
  | 'kms-test-answered'
  | 'kms-test-failed'
  | 'kms-test-inconclusive'
  | 'kms-test-authority'
  | 'test-leftover'
  | 'default-class-reach'
  | 'default-class-kept-elsewhere';

/** A note of a plan. @public */
export function planNote(
  code: PlanNoteCode,
  severity: Reason['severity'],
  message: string,
): Reason {
  return { code, severity, message };
}
