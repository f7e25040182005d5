/**
 * The ConfigMap of KMS connections, in the namespace of the Ceph CSI pods (Rook
 * and ceph-csi `internal/kms/kms.go`).
 *
 * @public
 */
export const CONNECTIONS_CONFIG_MAP = 'csi-kms-connection-details';
