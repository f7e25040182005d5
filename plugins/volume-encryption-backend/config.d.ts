import type { HumanDuration } from '@backstage/types';

export interface Config {
  volumeEncryption?: {
    /** The clusters whose volumes are followed. */
    clusters?: Array<{
      /**
       * A DNS label, unique. It becomes part of tenants' Vault paths, so it must
       * not change once tenants have keys.
       */
      name: string;
      /** Address of the API server. Give this, `kubeconfig` or `inCluster`. */
      url?: string;
      /**
       * Bearer token, with `url`. Rather give `tokenFile`.
       * @visibility secret
       */
      token?: string;
      /** File with the bearer token, read anew when it changes; with `url`. */
      tokenFile?: string;
      /** File with the CA certificates of the API server; with `url`. */
      caFile?: string;
      /**
       * Name to expect in its certificate, when that is not the address's; with
       * `url`.
       */
      tlsServerName?: string;
      /** Do not verify the API server's certificate; with `url`. For trials only. */
      skipTLSVerify?: boolean;
      /** A kubeconfig file, and the context in it unless its current one. */
      kubeconfig?: { file: string; context?: string };
      /** Use the ServiceAccount of the pod that Backstage runs in. */
      inCluster?: boolean;
      /** Namespace of the Ceph CSI pods. Without it `rook-ceph`. */
      csiNamespace?: string;
      /** Deadline of one call. Without it 10 seconds. */
      timeout?: HumanDuration | string;
      /**
       * Connections for calls at a time, 1 to 1000; further calls wait. Watches
       * have some eight of their own beside. Without it 16.
       */
      maxConnections?: number;
    }>;
    /** The HashiCorp Vaults or OpenBaos that hold keys. */
    kms?: Array<{
      /** A DNS label, unique. */
      name: string;
      /** Such as `https://vault.example.com:8200`. */
      address: string;
      /** Other addresses by which KMS connections of Ceph CSI name it. */
      otherAddresses?: string[];
      /** Vault Enterprise or OpenBao namespace. */
      namespace?: string;
      /** File with the CA certificates of the Vault. */
      caFile?: string;
      /** Name to expect in its certificate, when that is not the address's. */
      tlsServerName?: string;
      /** Exactly one of these. */
      auth: {
        /**
         * Rather give `tokenFile`.
         * @visibility secret
         */
        token?: string;
        /** File with a token, read anew when it changes. */
        tokenFile?: string;
        kubernetes?: {
          role: string;
          /** Without it `kubernetes`. */
          mountPath?: string;
          /** Without it the ServiceAccount token of the pod. */
          tokenFile?: string;
        };
        appRole?: {
          roleId: string;
          secretIdFile: string;
          /** Without it `approle`. */
          mountPath?: string;
        };
        jwt?: {
          role: string;
          /** File with the JWT, read anew at every login. */
          tokenFile: string;
          /** Without it `jwt`. */
          mountPath?: string;
        };
      };
      /**
       * The credential by which keys are destroyed and mounts removed, with the
       * policy `csi-custodian` and another than `auth`. It is used for nothing
       * else, and a login is given up after each use. Without it the portal
       * destroys nothing.
       */
      custodian?: {
        /** Exactly one of these. */
        auth: {
          /**
           * Rather give `tokenFile`.
           * @visibility secret
           */
          token?: string;
          /** File with a token, read anew when it changes. */
          tokenFile?: string;
          kubernetes?: {
            role: string;
            /** Without it `kubernetes`. */
            mountPath?: string;
            /** Without it the ServiceAccount token of the pod. */
            tokenFile?: string;
          };
          appRole?: {
            roleId: string;
            secretIdFile: string;
            /** Without it `approle`. */
            mountPath?: string;
          };
          jwt?: {
            role: string;
            /** File with the JWT, read anew at every login. */
            tokenFile: string;
            /** Without it `jwt`. */
            mountPath?: string;
          };
        };
      };
      /** What an administrator has set up for tenants; usual names without it. */
      custody?: {
        /** Policy of tenants' tokens. Without it `csi-tenant-token`. */
        tokenPolicy?: string;
        /** `token_period` of the token role, whole seconds. Without it 30 days. */
        tokenPeriod?: HumanDuration | string;
        /** Where tenants' tokens may be used from, such as `10.0.0.0/8`. */
        tokenBoundCidrs?: string[];
        /**
         * For how long a new token is wrapped, 10 seconds to an hour: the portal
         * is not shown the token, `deploy/kubernetes/token-unwrapper.yaml` takes it
         * out in the cluster. Without it the portal puts the token into the
         * tenant's Secret itself.
         */
        tokenWrapTtl?: HumanDuration | string;
        /** Policy of the portal. Without it `volume-encryption-portal`. */
        portalPolicy?: string;
        /** Clusters of which something is other than usual. */
        clusters?: Array<{
          /** Name of the cluster, unique here. */
          name: string;
          /** Kubernetes auth mount, of no other cluster. Without it `kubernetes`. */
          authMount?: string;
          /** Role of it for tenants. Without it `csi-tenant`. */
          role?: string;
          /** Policy of that role, of no other cluster. Without it `csi-tenant-sa`. */
          policy?: string;
          /**
           * Audience of the role: the API server's own. Without it the role
           * should ask for none: another one is called "not judged", and
           * whether tenants can log in is unknown.
           */
          audience?: string;
          /**
           * Address of the API server as this KMS reaches it, which has to be
           * that of the auth mount. Without it the address by which the portal
           * reaches the cluster.
           */
          kubernetesHost?: string;
          /**
           * File with the CA certificates of that API server. Without it those
           * that the portal trusts for the cluster.
           */
          kubernetesCaFile?: string;
          /**
           * The KMS runs in this cluster, so that its auth mount needs neither
           * a CA certificate nor a reviewer's token of its own.
           */
          kmsInCluster?: boolean;
        }>;
      };
      /** Where tenants' mounts are. Without it `csi`. */
      mountPrefix?: string;
      /** Token role that tenants' tokens are made from. Without it `csi-tenant`. */
      tokenRole?: string;
      /** Deadline of one call. Without it 5 seconds. */
      timeout?: HumanDuration | string;
      /**
       * Connections at a time, 1 to 1000; further calls wait. Without it 16.
       */
      maxConnections?: number;
    }>;
    testJobs?: {
      /**
       * Image of the pods that test a class or reach out for a KMS: one with `sh`,
       * `head`, `tee`, `sha256sum` and `curl`, such as a copy in your own registry.
       * Without it `curlimages/curl:8.16.0`. The policy `volume-encryption-test-jobs`
       * of portal-admission.yaml lets in this one only: put yours there, too.
       */
      image?: string;
    };
    /** What changed with volumes and credentials, and who is told of it. */
    history?: {
      /** For how many days changes are kept, 1 to 3650. Without it 400. */
      days?: number;
      /**
       * Entity ref of the team that is told when a cluster or a KMS does not
       * answer and when a tenant's credential is in trouble, such as
       * `group:default/platform`. Without it nobody but owners is told.
       */
      platformTeam?: string;
    };
  };
}
