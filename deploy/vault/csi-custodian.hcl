# Policy csi-custodian: destroys the keys of a tenant that was shredded, and its
# empty mount. It is not the portal's: give it to a credential of its own, which
# the portal uses for nothing else (`custodian` of the KMS in its configuration),
# or to nobody.

path "csi/+/metadata/" {
  capabilities = ["list"]
}
path "csi/+/metadata/*" {
  capabilities = ["list", "read", "delete"]
}
path "sys/mounts/csi/+" {
  capabilities = ["read", "delete"]
}
