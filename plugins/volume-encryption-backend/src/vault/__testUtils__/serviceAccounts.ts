import { readFileSync } from 'node:fs';
import { connect } from 'sandbox';
import { textAt } from '../../network/valueAt';
import type { VaultWithCluster } from './VaultUnderTest';

/** As Ceph CSI names it for its tenants. */
const TENANT_ACCOUNT = 'ceph-csi-vault-sa';

/** The label by which the role `csi-tenant` knows a namespace of a tenant. */
const TENANT_LABELS = { 'csi-kms': 'enabled' };

/** A ServiceAccount, the tenant's unless told; its namespace is a tenant's. */
export interface Account {
  namespace: string;
  name?: string;
  labels?: Record<string, string>;
  /** For whom its token is; for the API server unless told. */
  audiences?: string[];
}

/** A token of a ServiceAccount, which is made, its namespace too, where missing. */
export async function serviceAccountToken(
  vault: VaultWithCluster,
  account: Account,
): Promise<string> {
  const { namespace, name = TENANT_ACCOUNT, labels = TENANT_LABELS } = account;
  const { audiences } = account;
  const send = administrator(vault);
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  const metadata = { name: namespace, labels };
  await send('POST', '/api/v1/namespaces', { metadata });
  await send('POST', accounts, { metadata: { name } });
  const path = `${accounts}/${name}/token`;
  const spec = audiences ? { audiences } : {};
  const { body } = await send('POST', path, { spec });
  return textAt(body, 'status', 'token') ?? '';
}

/** Removes a ServiceAccount, with which its tokens end. */
export async function removeServiceAccount(
  vault: VaultWithCluster,
  { namespace, name = TENANT_ACCOUNT }: Account,
): Promise<void> {
  const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  await administrator(vault)('DELETE', `${accounts}/${name}`);
}

function administrator({
  kubernetes: { url, caFile, adminToken },
}: VaultWithCluster) {
  const ca = caFile && readFileSync(caFile, 'utf8');
  return connect({
    url,
    ca,
    headers: { authorization: `Bearer ${adminToken}` },
  });
}
