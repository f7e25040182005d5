# Policy volume-encryption-portal: the portal prepares tenants and watches over
# their keys without being able to read one. Give it to a periodic orphan token
# without the policy "default":
#
#   vault token create -orphan -period=24h -no-default-policy \
#     -policy=volume-encryption-portal

# Its own token: look at it, keep it alive, give it up, and check before it
# starts that it may do what is below and nothing else.
path "auth/token/lookup-self" {
  capabilities = ["read"]
}
path "auth/token/renew-self" {
  capabilities = ["update"]
}
path "auth/token/revoke-self" {
  capabilities = ["update"]
}
path "sys/capabilities-self" {
  capabilities = ["update"]
}

# Is Vault well? (Health and seal state need no token.)
path "sys/ha-status" {
  capabilities = ["read"]
}
path "sys/storage/raft/configuration" {
  capabilities = ["read"]
}
path "sys/storage/raft/autopilot/state" {
  capabilities = ["read"]
}

# One KV mount per tenant: create it and look at it. Never delete, tune or move
# one: deleting loses every key in it, and tuning can print keys into the audit
# log. "config" is not among the allowed parameters for the same reason. There are
# no required parameters: Vault would require them of "read" too.
path "sys/mounts" {
  capabilities = ["read"]
}
path "sys/mounts/csi/+" {
  capabilities = ["create", "update", "read"]
  allowed_parameters = {
    "type"        = ["kv"]
    "options"     = []
    "description" = []
  }
}
path "sys/mounts/csi/+/tune" {
  capabilities = ["deny"]
}
path "sys/remount" {
  capabilities = ["deny"]
}

# Which keys there are, since when and by whom; never their values.
path "csi/+/metadata/" {
  capabilities = ["list"]
}
path "csi/+/metadata/*" {
  capabilities = ["list", "read"]
}
path "csi/+/config" {
  capabilities = ["read"]
}
path "csi/+/data/*" {
  capabilities = ["deny"]
}
path "csi/+/subkeys/*" {
  capabilities = ["deny"]
}
path "csi/+/delete/*" {
  capabilities = ["deny"]
}
path "csi/+/undelete/*" {
  capabilities = ["deny"]
}
path "csi/+/destroy/*" {
  capabilities = ["deny"]
}

# Has somebody changed the tenants' set-up? Read only: who can write policies or
# roles can give himself the keys. The reviewer's token is not shown. With several
# clusters repeat the lines of policy, role and config for each.
path "sys/auth" {
  capabilities = ["read"]
}
path "sys/policies/acl/csi-tenant-sa" {
  capabilities = ["read"]
}
path "sys/policies/acl/csi-tenant-token" {
  capabilities = ["read"]
}
path "auth/token/roles/csi-tenant" {
  capabilities = ["read"]
}
path "auth/kubernetes/role/csi-tenant" {
  capabilities = ["read"]
}
path "auth/kubernetes/config" {
  capabilities = ["read"]
}

# Only for custody by token (KMS type "vaulttokens"): mint a tenant's token and
# look after it by its accessor. Leave this part out where every tenant uses
# "vaulttenantsa". A minted token can read the tenant's keys until it is handed
# over; bind the role to the addresses of the CSI pods where those are known.
path "auth/token/create/csi-tenant" {
  capabilities        = ["create", "update"]
  required_parameters = ["entity_alias"]
  allowed_parameters = {
    "entity_alias" = []
    "display_name" = []
    "meta"         = []
  }
}
path "auth/token/lookup-accessor" {
  capabilities = ["update"]
}
path "sys/capabilities-accessor" {
  capabilities = ["update"]
}
path "auth/token/renew-accessor" {
  capabilities = ["update"]
}
path "auth/token/revoke-accessor" {
  capabilities = ["update"]
}
