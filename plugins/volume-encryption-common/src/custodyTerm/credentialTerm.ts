/** The running period of a tenant's credential, as recorded. @public */
export interface CredentialTerm {
  /** Of the record; spreads the renewals of many. */
  id: string;
  /** ISO 8601: when the period began; not known of old records. */
  issuedAt?: string;
  /** ISO 8601: when the credential ends. */
  expiresAt?: string;
  /** The KMS did not know it when it was last asked. */
  lost?: boolean;
}

/** A period in milliseconds, or undefined where its ends are not known. */
export function periodOf({
  issuedAt,
  expiresAt,
}: CredentialTerm): { from: number; length: number } | undefined {
  const from = Date.parse(issuedAt ?? '');
  const length = Date.parse(expiresAt ?? '') - from;
  return Number.isFinite(length)
    ? { from, length: Math.max(0, length) }
    : undefined;
}
