import type { ClusterCustody } from 'backstage-plugin-volume-encryption-common';

/** How one cluster's API server is reached. */
export type ClusterConnection =
  | {
      kind: 'url';
      url: string;
      /** A bearer token, from `token` or read anew from `tokenFile`. */
      token?: string;
      tokenFile?: string;
      caFile?: string;
      /** The name to expect in the certificate, if not that of the address. */
      tlsServerName?: string;
      skipTlsVerify: boolean;
    }
  | { kind: 'kubeconfig'; file: string; context?: string }
  | { kind: 'in-cluster' };

/** One entry of `volumeEncryption.clusters`. */
export interface ClusterConfig {
  /** A DNS label: it becomes part of tenants' Vault paths. */
  name: string;
  connection: ClusterConnection;
  /** Namespace of the Ceph CSI pods. */
  csiNamespace: string;
  /** Deadline of one call in milliseconds; watches have their own. */
  timeoutMs: number;
  /** Connections for calls at a time; watches have their own beside. */
  maxConnections: number;
}

/** How the portal proves itself to a Vault. */
export type KmsAuth =
  | { method: 'token'; token: string }
  | { method: 'token-file'; file: string }
  | {
      method: 'kubernetes' | 'jwt';
      role: string;
      mountPath: string;
      tokenFile: string;
    }
  | {
      method: 'app-role';
      roleId: string;
      secretIdFile: string;
      mountPath: string;
    };

/** What an administrator has set up for tenants in a KMS. */
export interface CustodyConfig {
  /** Policy of tenants' tokens. */
  tokenPolicy: string;
  tokenPeriodSeconds: number;
  tokenBoundCidrs: string[];
  /** For how long tokens are wrapped; without it they are not. */
  tokenWrapTtlSeconds?: number;
  /** Policy of the portal itself. */
  portalPolicy: string;
  /** For the clusters that have other names than the default ones. */
  clusters: ClusterCustody[];
}

/** One entry of `volumeEncryption.kms`. */
export interface KmsConfig {
  name: string;
  address: string;
  /** Other addresses by which KMS connections name the same Vault. */
  otherAddresses: string[];
  /** Vault Enterprise or OpenBao namespace. */
  namespace?: string;
  caFile?: string;
  tlsServerName?: string;
  auth: KmsAuth;
  /** Where tenants' mounts are, such as `csi`. */
  mountPrefix: string;
  /** The token role tenants' tokens are made from. */
  tokenRole: string;
  /** Names and bounds of the tenants' set-up; without it the default ones. */
  custody?: CustodyConfig;
  /** All clusters of the portal, to tell their tenants apart by name. */
  clusterNames?: readonly string[];
  /** The credential by which keys are destroyed; another than `auth`. */
  custodianAuth?: KmsAuth;
  /** Deadline of one call in milliseconds. */
  timeoutMs: number;
  /** Connections at a time. */
  maxConnections: number;
}

/** What is remembered, and who is told of it. */
export interface HistoryConfig {
  /** For how many days changes are kept. */
  days: number;
  /** Who is told of clusters, KMSs and credentials, an entity ref. */
  platformTeam?: string;
}

/** The whole of `volumeEncryption`. */
export interface VolumeEncryptionConfig {
  clusters: ClusterConfig[];
  kms: KmsConfig[];
  /** The image of the pods that test a class or a connection. */
  testImage: string;
  history: HistoryConfig;
}
