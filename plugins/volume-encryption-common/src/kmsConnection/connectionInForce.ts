import type { ConfigMap } from '../kubernetes/objects';
import type { KmsConnection } from './kmsConnection';
import { withoutCredentials } from './withoutCredentials';

/** What a tenant of any tenant type may set (`vault_tokens.go` isTenantConfigOption). */
const TENANT_OPTIONS = [
  'vaultAddress',
  'vaultBackend',
  'vaultBackendPath',
  'vaultNamespace',
  'vaultAuthNamespace',
  'vaultDestroyKeys',
  'vaultTLSServerName',
  'vaultCAVerify',
];

/** What a tenant with a ServiceAccount may set besides (`vault_sa.go`). */
const SERVICE_ACCOUNT_OPTIONS = ['tenantSAName', 'vaultAuthPath', 'vaultRole'];

const OPTIONS_OF_TYPE = new Map([
  ['vaulttokens', TENANT_OPTIONS],
  ['vaulttenantsa', [...TENANT_OPTIONS, ...SERVICE_ACCOUNT_OPTIONS]],
]);

/**
 * The connection with the overrides of the tenant's ConfigMap, which Ceph CSI
 * reads anew at every call. Options that a tenant may not set are ignored, as
 * Ceph CSI does; other types than `vaulttokens` and `vaulttenantsa` have none.
 *
 * @public
 */
export function connectionInForce(
  connection: KmsConnection,
  tenantConfigMap: ConfigMap | undefined,
): KmsConnection {
  const data = tenantConfigMap?.data ?? {};
  const overrides = Object.fromEntries(
    tenantOverrides(connection, tenantConfigMap).map(it => [it, data[it]]),
  );
  const options = {
    ...connection.options,
    ...authNamespaceOf(connection, overrides),
    ...withoutCredentials(overrides),
  };
  return { ...connection, options };
}

/**
 * A tenant's Vault namespace is where he logs in as well, unless the shared
 * connection tells the two apart (ceph-csi `internal/kms/vault.go`, #2862).
 */
function authNamespaceOf(
  { options }: KmsConnection,
  { vaultNamespace }: Record<string, string>,
): Record<string, string> {
  const { vaultAuthNamespace } = options;
  const isSame = vaultAuthNamespace === (options.vaultNamespace ?? '');
  return isSame && vaultNamespace !== undefined
    ? { vaultAuthNamespace: vaultNamespace }
    : {};
}

/** Names of the options that the tenant's ConfigMap sets and may set. */
export function tenantOverrides(
  { kmsType }: KmsConnection,
  tenantConfigMap: ConfigMap | undefined,
): string[] {
  const data = tenantConfigMap?.data ?? {};
  const allowed = OPTIONS_OF_TYPE.get(kmsType) ?? [];
  return allowed.filter(name => Object.hasOwn(data, name));
}

/**
 * Keys of the tenant's ConfigMap that Ceph CSI does not act on, with none of the
 * types. Also `vaultCAFromSecret`, which it takes and has no use for: certificates
 * come from the shared connection alone (`vault_tokens.go`).
 */
export function ignoredOverrides(
  kmsTypes: readonly string[],
  tenantConfigMap: ConfigMap | undefined,
): string[] {
  const read = kmsTypes.flatMap(type => OPTIONS_OF_TYPE.get(type) ?? []);
  const keys = Object.keys(tenantConfigMap?.data ?? {});
  return keys.filter(key => !read.includes(key)).sort();
}
