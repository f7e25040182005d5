// Generated from openapi.yaml by `npm run generate`.
export interface paths {
    "/entities/{kind}/{namespace}/{name}/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the entity's volumes, judged, from the index in memory. They are in the order of cluster (as configured), namespace and name, as of now, so a claim that comes or goes meanwhile moves those behind it to another page. What is not on the page is not judged. */
        get: operations["getEntityVolumes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One volume of the entity. A claim that is not the entity's is 404. */
        get: operations["getEntityVolume"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The namespaces whose consent names an owner of the entity, where the caller may therefore ask for a volume. */
        get: operations["getEntityTenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/storage-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The StorageClasses of all clusters or of one, with what they ask for. */
        get: operations["listStorageClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Health of every configured Vault or OpenBao, with its raft peers. */
        get: operations["listKms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Health of every configured cluster, as the watches see it. */
        get: operations["listClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The namespaces of a cluster, for the platform team. */
        get: operations["listNamespaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/kms-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The KMS connections that Ceph CSI of this cluster reads. */
        get: operations["listKmsConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The plan of an operation, computed from the state of now. Changes nothing. The manifests can go through a pull request instead. */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plans and carries out an operation, step by step. Safe to run again after any failure. Closing the connection stops it between two steps. */
        post: operations["runOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** The shapes of the HTTP contract, as in openapi.yaml. @public */
export interface components {
    schemas: {
        /**
         * E0 nothing, E1 asked for, E2 recorded on the PersistentVolume, E3 reported by the driver or backend, E4 observed by a mount, E5 key seen in the KMS (metadata only), E6 answer of the storage backend.
         */
        EvidenceGrade: "E0" | "E1" | "E2" | "E3" | "E4" | "E5" | "E6";
        Severity: "ok" | "info" | "warning" | "error";
        /** One finding in plain words. The code is stable, the message is not. */
        Reason: {
            code: string;
            severity: components["schemas"]["Severity"];
            message: string;
            grade?: components["schemas"]["EvidenceGrade"];
        };
        Protection: {
            verdict: "volume/customer-key" | "volume/provider-key" | "infrastructure-only" | "none" | "unknown";
            /**
             * prepared, the key exists and the format comes at the first mount; active, a mount is evidence; cannot-tell. Only active is a full green.
             */
            state: "prepared" | "active" | "cannot-tell";
            grade: components["schemas"]["EvidenceGrade"];
            reasons: components["schemas"]["Reason"][];
        };
        Custody: {
            kind: "held-by-kms" | "wrapped-in-metadata" | "shared-passphrase" | "none" | "unknown";
            /** One sentence, who holds the key. */
            summary: string;
            /** The StorageClass parameter encryptionKMSID. */
            kmsId?: string;
            /** vaulttokens, vaulttenantsa, vault, metadata and so on. */
            kmsType?: string;
            /** The portal's name of the KMS, when the connection is one it knows. */
            kms?: string;
            /** Mount and key name, never a value. */
            keyPath?: string;
            /**
             * How the driver proves itself to the KMS.
             */
            credential?: "tenant-token" | "tenant-service-account" | "driver-service-account" | "secret" | "none" | "unknown";
            /** How many volumes this passphrase opens. Absent when not known. */
            sharedBy?: number;
            key?: components["schemas"]["KeyDescription"];
            reasons: components["schemas"]["Reason"][];
        };
        /** What the KMS says of the key without showing it. */
        KeyDescription: {
            presence: "present" | "soft-deleted" | "destroyed" | "absent";
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            updatedAt?: string;
            currentVersion?: number;
            /** The identity that wrote the current version, in words, from the KV metadata of Vault 1.21 and later. Absent where the KMS does not say. */
            writtenBy?: string;
            /** Whether that identity is the tenant's own. Absent when not known. */
            writtenByTenant?: boolean;
        };
        /** Would the next mount work now? */
        Remount: {
            verdict: "ready" | "at-risk" | "blocked" | "unknown";
            reasons: components["schemas"]["Reason"][];
        };
        /** One link of the chain from claim to key. */
        CustodyLink: {
            kind: "claim" | "persistent-volume" | "storage-class" | "kms-connection" | "tenant-credential" | "kms" | "key";
            name: string;
            status: "ok" | "warning" | "broken" | "unknown";
            grade: components["schemas"]["EvidenceGrade"];
            detail: string;
        };
        /** Why a claim is stuck, from its events, folded. */
        Diagnosis: {
            code: string;
            cause: string;
            owner: "developer" | "platform-team" | "vault-admin" | "storage-admin" | "unknown";
            nextStep: string;
            /** The newest event text as it came. */
            raw: string;
            count: number;
            /** Format: date-time */
            lastSeen?: string;
        };
        Mount: {
            pod: string;
            node?: string;
            running: boolean;
        };
        Volume: {
            cluster: string;
            namespace: string;
            claim: string;
            phase: "Pending" | "Bound" | "Lost";
            /** Format: date-time */
            createdAt: string;
            /** Kubernetes quantity, such as 10Gi. */
            requested: string;
            /** Kubernetes quantity, such as 10Gi. */
            capacity?: string;
            storageClass?: string;
            bindingMode?: "Immediate" | "WaitForFirstConsumer";
            persistentVolume?: string;
            driver?: string;
            volumeHandle?: string;
            mounts: components["schemas"]["Mount"][];
            protection: components["schemas"]["Protection"];
            custody: components["schemas"]["Custody"];
            remount: components["schemas"]["Remount"];
            chain: components["schemas"]["CustodyLink"][];
            diagnoses: components["schemas"]["Diagnosis"][];
            /**
             * Format: date-time
             * When the cluster last confirmed these facts.
             */
            observedAt: string;
            /**
             * Format: date-time
             * When the KMS last answered for the key.
             */
            keyObservedAt?: string;
        };
        /** A cluster, KMS or namespace that could not be read. Its rows are missing or old. */
        SourceProblem: {
            source: "cluster" | "kms" | "namespace";
            name: string;
            code: string;
            message: string;
            /** Format: date-time */
            since?: string;
        };
        EntityVolumes: {
            entityRef: string;
            /** The signal channel that says when to read again. */
            channel: string;
            revision: number;
            /** How many volumes match, on this page or another. */
            total: number;
            /** How many of them come before this page. */
            offset: number;
            /** How many the page holds at most. */
            limit: number;
            volumes: components["schemas"]["Volume"][];
            /** Clusters and namespaces that could not be read, whatever the page, and KMSs that volumes of the page rest on. */
            problems: components["schemas"]["SourceProblem"][];
        };
        Tenant: {
            cluster: string;
            namespace: string;
            /** <cluster>.<namespace> */
            id: string;
            /** Entity ref from the consent annotation. */
            owner?: string;
            /** The kinds of tenant credential found in the namespace. */
            custodies: ("vaulttenantsa" | "vaulttokens")[];
        };
        TenantList: {
            items: components["schemas"]["Tenant"][];
            problems: components["schemas"]["SourceProblem"][];
        };
        StorageClass: {
            cluster: string;
            name: string;
            provisioner: string;
            /**
             * What the class asks the driver for. Not evidence for a volume.
             */
            encryption: "block" | "file" | "none" | "invalid" | "unknown";
            kmsId?: string;
            kmsType?: string;
            isDefault: boolean;
            bindingMode: "Immediate" | "WaitForFirstConsumer";
            reclaimPolicy: "Delete" | "Retain" | "Recycle";
            /** Format: date-time */
            createdAt: string;
            reasons: components["schemas"]["Reason"][];
        };
        StorageClassList: {
            items: components["schemas"]["StorageClass"][];
            problems: components["schemas"]["SourceProblem"][];
        };
        RaftPeer: {
            nodeId: string;
            address: string;
            leader: boolean;
            voter: boolean;
        };
        Kms: {
            name: string;
            address: string;
            state: "active" | "standby" | "sealed" | "uninitialised" | "unreachable" | "unknown";
            version?: string;
            clusterName?: string;
            /** What to do next, when not active. */
            message?: string;
            peers: components["schemas"]["RaftPeer"][];
            /** Why peers could not be listed, or which are not well. */
            peersMessage?: string;
            /** Format: date-time */
            observedAt: string;
        };
        KmsList: {
            items: components["schemas"]["Kms"][];
        };
        Cluster: {
            name: string;
            state: "synced" | "syncing" | "stale" | "unreachable" | "denied";
            message?: string;
            /** Format: date-time */
            observedAt?: string;
            resources: {
                kind: string;
                state: "synced" | "syncing" | "stale" | "unreachable" | "denied";
                count: number;
                message?: string;
                /** Format: date-time */
                observedAt?: string;
            }[];
        };
        ClusterList: {
            items: components["schemas"]["Cluster"][];
        };
        KmsConnection: {
            cluster: string;
            kmsId: string;
            kmsType: string;
            kms?: string;
            address?: string;
            reasons: components["schemas"]["Reason"][];
        };
        KmsConnectionList: {
            items: components["schemas"]["KmsConnection"][];
            problems: components["schemas"]["SourceProblem"][];
        };
        StorageClassRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "storage-class";
            cluster: string;
            name: string;
            /** A connection that exists on this cluster. */
            kmsId: string;
            /** Such as rook-ceph.rbd.csi.ceph.com. */
            provisioner: string;
            /** The Ceph cluster's id as Ceph CSI knows it. */
            clusterId: string;
            /** RBD pool or CephFS filesystem name. */
            pool: string;
            /** Where the CSI Secrets are. */
            secretNamespace: string;
            /** Without it rook-csi-rbd-provisioner or rook-csi-cephfs-provisioner, by the driver. */
            provisionerSecret?: string;
            /** Without it rook-csi-rbd-node or rook-csi-cephfs-node, by the driver. */
            nodeSecret?: string;
            /**
             * @defaultValue Delete
             */
            reclaimPolicy: "Delete" | "Retain";
            /**
             * @defaultValue Immediate
             */
            bindingMode: "Immediate" | "WaitForFirstConsumer";
        };
        TenantSecretRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-secret";
            cluster: string;
            namespace: string;
            /** A vaulttokens connection of this cluster. */
            kmsId: string;
        };
        TenantServiceAccountRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-service-account";
            cluster: string;
            namespace: string;
            /** A vaulttenantsa connection of this cluster. */
            kmsId: string;
        };
        ClaimRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "claim";
            entityRef: string;
            cluster: string;
            namespace: string;
            name: string;
            storageClass: string;
            /** Kubernetes quantity, such as 10Gi. */
            size: string;
            /**
             * @defaultValue ReadWriteOnce
             */
            accessMode: "ReadWriteOnce" | "ReadWriteOncePod" | "ReadWriteMany";
            /**
             * @defaultValue Filesystem
             */
            volumeMode: "Filesystem" | "Block";
        };
        OperationRequest: components["schemas"]["StorageClassRequest"] | components["schemas"]["TenantSecretRequest"] | components["schemas"]["TenantServiceAccountRequest"] | components["schemas"]["ClaimRequest"];
        PlanStep: {
            id: string;
            title: string;
            /**
             * What the step would do to the state of now.
             */
            change: "create" | "update" | "none";
        };
        Plan: {
            operation: string;
            steps: components["schemas"]["PlanStep"][];
            /** YAML of the Kubernetes objects, without any secret value. */
            manifests: string;
            notes: components["schemas"]["Reason"][];
        };
        StepResult: {
            id: string;
            title: string;
            outcome: "created" | "updated" | "unchanged";
        };
        ObjectReference: {
            kind: string;
            cluster?: string;
            namespace?: string;
            name: string;
        };
        OperationResult: {
            operation: string;
            steps: components["schemas"]["StepResult"][];
            references: components["schemas"]["ObjectReference"][];
            notes: components["schemas"]["Reason"][];
        };
    };
    responses: never;
    parameters: {
        kind: string;
        namespace: string;
        name: string;
        cluster: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getEntityVolumes: {
        parameters: {
            query?: {
                /** How many volumes at most. */
                limit?: number;
                /** How many volumes come before the page. */
                offset?: number;
                /** Part of the name of a claim, a namespace or a cluster, in upper or lower case. Only such volumes are counted and answered. */
                search?: string;
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The page, and what could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityVolumes"];
                };
            };
        };
    };
    getEntityVolume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                cluster: components["parameters"]["cluster"];
                claimNamespace: string;
                claim: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The volume. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Volume"];
                };
            };
        };
    };
    getEntityTenants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Tenants, possibly none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantList"];
                };
            };
        };
    };
    listStorageClasses: {
        parameters: {
            query?: {
                cluster?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** StorageClasses, and the clusters that could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageClassList"];
                };
            };
        };
    };
    listKms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One entry per configured KMS, healthy or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KmsList"];
                };
            };
        };
    };
    listClusters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One entry per configured cluster, healthy or not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterList"];
                };
            };
        };
    };
    listNamespaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Namespaces with their consent and custody. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantList"];
                };
            };
        };
    };
    listKmsConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Connections, with what is wrong with each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KmsConnectionList"];
                };
            };
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationRequest"];
            };
        };
        responses: {
            /** The plan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
        };
    };
    runOperation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OperationRequest"];
            };
        };
        responses: {
            /** What each step did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationResult"];
                };
            };
        };
    };
}
