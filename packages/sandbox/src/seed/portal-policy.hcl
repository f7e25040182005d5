# What the portal may do: manage tenants, and never read a key.
path "auth/token/lookup-self" { capabilities = ["read"] }
path "auth/token/renew-self"  { capabilities = ["update"] }
path "auth/token/revoke-self" { capabilities = ["update"] }
path "sys/capabilities-self"  { capabilities = ["update"] }
path "sys/ha-status"                     { capabilities = ["read"] }
path "sys/storage/raft/configuration"    { capabilities = ["read"] }
path "sys/storage/raft/autopilot/state"  { capabilities = ["read"] }
# Tenant mounts: create and inspect, never delete, tune or move.
path "sys/mounts"            { capabilities = ["read"] }
path "sys/mounts/csi/+" {
  capabilities       = ["create", "update", "read"]
  allowed_parameters = { "type" = ["kv"], "options" = [], "description" = [] }
}
path "sys/mounts/csi/+/tune" { capabilities = ["deny"] }
path "sys/remount"           { capabilities = ["deny"] }
# Inventory without values.
path "csi/+/metadata/"  { capabilities = ["list"] }
path "csi/+/metadata/*" { capabilities = ["list", "read"] }
path "csi/+/config"     { capabilities = ["read"] }
path "csi/+/data/*"     { capabilities = ["deny"] }
path "csi/+/subkeys/*"  { capabilities = ["deny"] }
path "csi/+/delete/*"   { capabilities = ["deny"] }
path "csi/+/undelete/*" { capabilities = ["deny"] }
path "csi/+/destroy/*"  { capabilities = ["deny"] }
# The fixed objects, to see whether they drift.
path "sys/policies/acl/csi-tenant-sa"    { capabilities = ["read"] }
path "sys/policies/acl/csi-tenant-token" { capabilities = ["read"] }
path "auth/token/roles/csi-tenant"       { capabilities = ["read"] }
path "auth/kubernetes/role/csi-tenant"   { capabilities = ["read"] }
# Custody by tokens.
path "auth/token/create/csi-tenant" {
  capabilities        = ["create", "update"]
  required_parameters = ["entity_alias"]
  allowed_parameters  = { "entity_alias" = [], "display_name" = [], "meta" = [] }
}
path "auth/token/lookup-accessor" { capabilities = ["update"] }
path "sys/capabilities-accessor"  { capabilities = ["update"] }
path "auth/token/renew-accessor"  { capabilities = ["update"] }
path "auth/token/revoke-accessor" { capabilities = ["update"] }
