# Policy csi-tenant-token: what a tenant may do with a token that was minted for
# its namespace (KMS type "vaulttokens"). The token carries the tenant's id,
# "<cluster>.<namespace>", as the alias of its entity, and Vault puts it in here.
#
# Before it is written, replace
#   TOKEN_AUTH_ACCESSOR  the accessor of token/ in "vault auth list"

path "csi/{{identity.entity.aliases.TOKEN_AUTH_ACCESSOR.name}}/data/*" {
  capabilities = ["create", "update", "read", "delete"]
}

path "csi/{{identity.entity.aliases.TOKEN_AUTH_ACCESSOR.name}}/metadata/*" {
  capabilities = ["read", "delete"]
}
