# Policy csi-custodian: destroys the keys of a tenant that is gone. It is for the
# credential under "custodian" in the portal's configuration, which is used for
# nothing else. Whoever has it cannot read a key, but can lose every one of them:
# leave it out where nobody is to do that from the portal. Rather give it to a
# role that is logged in to than to a token that lies about:
#
#   vault write auth/kubernetes/role/csi-custodian \
#     bound_service_account_names=volume-encryption-portal \
#     bound_service_account_namespaces=volume-encryption \
#     token_policies=csi-custodian token_no_default_policy=true token_ttl=5m

# Remove a mount. The portal asks for it only when the mount has no key.
path "sys/mounts/csi/+" {
  capabilities = ["delete"]
}

# Which keys there are, and the end of one with all its versions.
path "csi/+/metadata/*" {
  capabilities = ["read", "list", "delete"]
}

# A login is given up after each use.
path "auth/token/revoke-self" {
  capabilities = ["update"]
}

# Check that it may do what is above and nothing else.
path "sys/capabilities-self" {
  capabilities = ["update"]
}
