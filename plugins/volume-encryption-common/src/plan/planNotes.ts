import type { Reason } from '../contract/api';

/**
 * The stable codes of what a plan says beside its steps; findings about the
 * KMS connection and the class come with their own codes.
 *
 * - `namespace-not-labelled`: Vault's role selects namespaces by a label that
 *   this one lacks
 * - `namespace-without-owner`: no component may use the namespace yet
 * - `file-encryption-limits`: needs a recent kernel and driver
 */
export type PlanNoteCode =
  | 'namespace-not-labelled'
  | 'namespace-without-owner'
  | 'file-encryption-limits';

/** A note of a plan. */
export function planNote(
  code: PlanNoteCode,
  severity: Reason['severity'],
  message: string,
): Reason {
  return { code, severity, message };
}
