import { clusterName } from '../../../operations/__testUtils__/OperationsUnderTest';
import { csiNamespace } from '../../../operations/__testUtils__/prepareCluster';

/** The writes of the portal by name, with `<tenant>` for a namespace. */
const namespacePath = '/api/v1/namespaces/<tenant>';

/** A new namespace, or a change of its consent. */
export const namespaceWritten = `PATCH ${namespacePath}`;

const applied = (path: string) => `PATCH ${namespacePath}/${path}`;
const deleted = (path: string) => `DELETE ${namespacePath}/${path}`;

const accountPath = 'serviceaccounts/ceph-csi-vault-sa';
const configMapPath = 'configmaps/ceph-csi-kms-config';
const secretPath = 'secrets/ceph-csi-kms-token';

export const account = applied(accountPath);
export const accountDeleted = deleted(accountPath);
export const configMap = applied(configMapPath);
export const configMapDeleted = deleted(configMapPath);
export const secretDeleted = deleted(secretPath);
export const claim = applied('persistentvolumeclaims/orders-data');

export const connections = `PATCH /api/v1/namespaces/${csiNamespace}/configmaps/csi-kms-connection-details`;

const mountPath = `/v1/sys/mounts/csi/${clusterName}.<tenant>`;
export const mount = `POST ${mountPath}`;
export const mountRemoved = `DELETE ${mountPath}`;
export const keyDestroyed = (name: string) =>
  `DELETE /v1/csi/${clusterName}.<tenant>/metadata/${name}`;

export const mint = 'POST /v1/auth/token/create/csi-tenant';
export const renew = 'POST /v1/auth/token/renew-accessor';
export const lookup = 'POST /v1/auth/token/lookup-accessor';
export const revoke = 'POST /v1/auth/token/revoke-accessor';

export const rowInserted = 'insert into tenant_credentials';
export const rowUpdated = 'update tenant_credentials';
export const receiptInserted = 'insert into shred_receipts';
export const receiptUpdated = 'update shred_receipts';

/** A new token, verified and in the Secret. */
export const delivery = [
  rowInserted,
  mint,
  rowUpdated,
  lookup,
  'POST /v1/sys/capabilities-accessor',
  applied(secretPath),
];
/** The token that it replaces is ended. */
export const ending = [lookup, revoke, rowUpdated];
