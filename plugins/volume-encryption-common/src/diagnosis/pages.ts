const CEPH_CSI = 'https://github.com/ceph/ceph-csi';
const CEPH_CSI_DOCS = `${CEPH_CSI}/blob/v3.12.2/docs`;
const KUBERNETES = 'https://kubernetes.io/docs';
const VAULT = 'https://developer.hashicorp.com/vault/docs';

/** Pages of the projects whose texts are explained; each tells more of one matter. */
export const pages = {
  cephCsiEncryption: `${CEPH_CSI_DOCS}/deploy-rbd.md`,
  cephCsiCephFs: `${CEPH_CSI_DOCS}/deploy-cephfs.md`,
  cephCsiTokens: `${CEPH_CSI_DOCS}/design/proposals/encryption-with-vault-tokens.md`,
  cephCsiAccounts: `${CEPH_CSI_DOCS}/design/proposals/encryption-with-vault-sa.md`,
  cephCsiFscrypt: `${CEPH_CSI_DOCS}/design/proposals/cephfs-fscrypt.md`,
  cephCsiHalfFormatted: `${CEPH_CSI}/issues/3402`,
  cephCsiResize: `${CEPH_CSI}/issues/3945`,
  cephCsiRestore: `${CEPH_CSI}/issues/2109`,
  cephCsiUnreachable: `${CEPH_CSI}/issues/2657`,
  rookTroubles:
    'https://rook.io/docs/rook/latest/Troubleshooting/ceph-csi-common-issues/',
  rookSecrets: 'https://github.com/rook/rook/issues/6848',
  csiSpecification:
    'https://github.com/container-storage-interface/spec/blob/v1.11.0/spec.md',
  claims: `${KUBERNETES}/concepts/storage/persistent-volumes/`,
  accessModes: `${KUBERNETES}/concepts/storage/persistent-volumes/#access-modes`,
  blockVolumes: `${KUBERNETES}/concepts/storage/persistent-volumes/#raw-block-volume-support`,
  classes: `${KUBERNETES}/concepts/storage/storage-classes/`,
  bindingMode: `${KUBERNETES}/concepts/storage/storage-classes/#volume-binding-mode`,
  attributesClasses: `${KUBERNETES}/concepts/storage/volume-attributes-classes/`,
  clones: `${KUBERNETES}/concepts/storage/volume-pvc-datasource/`,
  snapshots: `${KUBERNETES}/concepts/storage/volume-snapshots/`,
  capacity: `${KUBERNETES}/concepts/storage/storage-capacity/`,
  volumeLimits: `${KUBERNETES}/concepts/storage/storage-limits/`,
  ephemeralVolumes: `${KUBERNETES}/concepts/storage/ephemeral-volumes/`,
  quotas: `${KUBERNETES}/concepts/policy/resource-quotas/`,
  limitRanges: `${KUBERNETES}/concepts/policy/limit-range/`,
  nodeShutdown: `${KUBERNETES}/concepts/cluster-administration/node-shutdown/`,
  securityContext: `${KUBERNETES}/tasks/configure-pod-container/security-context/`,
  podTroubles: `${KUBERNETES}/tasks/debug/debug-application/debug-pods/`,
  rbac: `${KUBERNETES}/reference/access-authn-authz/rbac/`,
  nodeRights: `${KUBERNETES}/reference/access-authn-authz/node/`,
  vaultSeal: `${VAULT}/concepts/seal`,
  vaultTokens: `${VAULT}/concepts/tokens`,
  vaultPolicies: `${VAULT}/concepts/policies`,
  vaultKubernetes: `${VAULT}/auth/kubernetes`,
  vaultKeyValue: `${VAULT}/secrets/kv/kv-v2`,
  vaultLimits: `${VAULT}/concepts/resource-quotas`,
};
