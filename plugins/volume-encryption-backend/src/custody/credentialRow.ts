import type { CredentialState, TenantCredential } from './TenantCredential';

/** A row of table `tenant_credentials`, as both SQLite and PostgreSQL give it. */
export interface CredentialRow {
  id: string;
  cluster: string;
  namespace: string;
  kms: string;
  tenant_id: string;
  state: CredentialState;
  secret_name: string | null;
  accessor: string | null;
  expires_at: string | null;
  issued_at: string | null;
  checked_at: string | null;
  last_failure: string | null;
  /** SQLite gives 0 or 1. */
  lost: boolean | number;
  secret_version: string | null;
  requested_by: string;
  created_at: string;
  updated_at: string;
}

export function fromRow(row: CredentialRow): TenantCredential {
  return {
    id: row.id,
    cluster: row.cluster,
    namespace: row.namespace,
    kms: row.kms,
    tenantId: row.tenant_id,
    state: row.state,
    secretName: row.secret_name ?? undefined,
    accessor: row.accessor ?? undefined,
    expiresAt: row.expires_at ?? undefined,
    issuedAt: row.issued_at ?? undefined,
    checkedAt: row.checked_at ?? undefined,
    lastFailure: row.last_failure ?? undefined,
    lost: row.lost ? true : undefined,
    secretVersion: row.secret_version ?? undefined,
    requestedBy: row.requested_by,
  };
}
