# Policy csi-tenant-sa: what a tenant may do who logs in with the ServiceAccount
# of its namespace (KMS type "vaulttenantsa"). One policy serves all tenants of a
# cluster: Vault puts in the namespace it has learned from the API server, so
# none can name another's.
#
# Before it is written, replace
#   CLUSTER                   the cluster's name as in the portal's configuration
#   KUBERNETES_AUTH_ACCESSOR  the accessor of auth/kubernetes/ in "vault auth list"
#
# It is for KV version 2: "data" holds the keys, "metadata" their history. Ceph
# CSI deletes a key by its metadata, so that no version is left.

path "csi/CLUSTER.{{identity.entity.aliases.KUBERNETES_AUTH_ACCESSOR.metadata.service_account_namespace}}/data/*" {
  capabilities = ["create", "update", "read", "delete"]
}

path "csi/CLUSTER.{{identity.entity.aliases.KUBERNETES_AUTH_ACCESSOR.metadata.service_account_namespace}}/metadata/*" {
  capabilities = ["read", "delete"]
}
