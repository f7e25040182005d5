import type { Reason } from '../contract/api';

/**
 * The stable codes of what stands in the way of a move, and of what is to be known.
 * Findings about the KMS connection and the credential come with their own codes.
 *
 * In the way
 * - `move-not-bound`, `move-volume-unread`: there is no volume to copy, or it is
 *   not known
 * - `move-claim-ends`: the claim is being deleted
 * - `move-already-encrypted`
 * - `move-cannot-be-written`: it would be for reading only, or in a mode that its
 *   driver does not know
 * - `move-new-claim-taken`: there is another claim of the new name
 * - `move-new-claim-refused`: the cluster was asked and would not take it
 * - `move-no-root`: the namespace lets no pod run as root
 *
 * To be known
 * - `move-source-unknown`: whether the old volume is encrypted is not known
 * - `move-in-use`, `move-use-unknown`: the pods that have the old volume
 * - `move-hidden-when-stopped`: the component has the claim by its pods only
 * - `move-user-of-range`: OpenShift lets no pod run as root by default
 * - `move-one-pod`: ReadWriteOncePod
 * - `move-both-at-once`: quota, and node and zone, must allow both volumes
 * - `move-smaller-inside`: what the header of the encryption takes
 * - `move-back-by-policy`: the old volume goes with its claim
 * - `move-clear-remains`: what is left of the data in clear
 */
export type MoveCode =
  | 'move-not-bound'
  | 'move-volume-unread'
  | 'move-claim-ends'
  | 'move-already-encrypted'
  | 'move-cannot-be-written'
  | 'move-new-claim-taken'
  | 'move-new-claim-refused'
  | 'move-no-root'
  | 'move-source-unknown'
  | 'move-in-use'
  | 'move-use-unknown'
  | 'move-hidden-when-stopped'
  | 'move-user-of-range'
  | 'move-one-pod'
  | 'move-both-at-once'
  | 'move-smaller-inside'
  | 'move-back-by-policy'
  | 'move-clear-remains';

/** Something that has to be mended before the move. */
export function blocker(code: MoveCode, message: string): Reason {
  return { code, severity: 'error', message };
}

/** Something to be known of the move. */
export function moveNote(
  code: MoveCode,
  severity: 'info' | 'warning',
  message: string,
): Reason {
  return { code, severity, message };
}
