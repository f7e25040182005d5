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
    "/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller may do, so that a page offers nothing that would be refused. Resource permissions are judged for the entity that is named; without one they are left out. */
        get: operations["getCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenants of all clusters or of one, with what their credential is and when it ends, from the index in memory and the portal's records. In the order of cluster (as configured) and namespace. */
        get: operations["listTenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{cluster}/{namespace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One tenant, asked of cluster and KMS now - each difference between what should be and what is, and a page of its keys with who wrote them. No key is read. */
        get: operations["inspectTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many volumes of all clusters are encrypted, by cluster, owner, driver or StorageClass, those with the most unencrypted volumes first. From the index in memory; no request asks a cluster or a KMS. */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volumes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The volumes of all clusters, those with the gravest finding first, then by cluster, namespace and claim. Their keys are not asked for; what was seen of them in the last minutes counts. */
        get: operations["listVolumes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/volumes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them as a CSV file (RFC 4180, UTF-8), in the same order. Cells that a spreadsheet would take for a formula begin with an apostrophe. Lines at the end that begin with `#` say what could not be read, and the very last one how many volumes there are; a file without it is not whole. */
        get: operations["exportVolumes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is not as it should be, what hurts first first; folded where several volumes of one tenant, class, KMS or cluster share a reason. */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/findings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them as a CSV file, as `/volumes.csv` is one. */
        get: operations["exportFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The coverage over time as it was recorded, once for each day, cluster and owner: day by day, and week by week for more than 91 days. From the plugin's database; no request asks a cluster or a KMS. */
        get: operations["getTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview/trend.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV file, as `/volumes.csv` is one. Where nothing was recorded the cells of a day are empty. */
        get: operations["exportTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts of shredded tenants, newest first. */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms/{kms}/custody-setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The set-up that an administrator applies once for one cluster, rendered for review and download. The portal never holds the right to apply it. */
        get: operations["getCustodySetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms/{kms}/custody-drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the policies and roles in the KMS differ from that set-up, line by line. */
        get: operations["getCustodyDrift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms/{kms}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the portal's own identity may do in the KMS, asked of it, beside what it has to be allowed and no more; and the same of the credential that destroys keys. */
        get: operations["getPortalIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms/{kms}/isolation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each tenant's credential may do on the paths of all the others. A page is of the tenants whose credential is looked at; each is held against all tenants of the KMS. All of them are looked at together, and the pages of the next half minute are of that look. */
        get: operations["getIsolation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms/{kms}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of all tenants in the KMS and those that should be there, each held against the volumes and snapshots of every cluster that uses the KMS. What hurts first first. Nothing is asked for a request: the KMS is asked for lists of names again and again, a limited number at a time; `looks` says how old they are. */
        get: operations["listKmsKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/kms/{kms}/keys.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of them as a CSV file, as `/volumes.csv` is one. */
        get: operations["exportKmsKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clusters/{cluster}/kms-source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ConfigMap the Ceph CSI of this cluster reads its KMS connections from, and how that is known. */
        get: operations["getKmsSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/key-rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How and when the key of one volume of the entity is changed by csi- addons, which is a thing apart from the tenant's credential. */
        get: operations["getKeyRotation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/move-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to move the data of one volume of the entity to an encrypted one - what stands in the way, the steps and who takes each, and the manifests. Starts nothing. Asks the cluster, as a dry run, whether it would take the new claim. Needs the permission to ask for volumes of the entity. */
        get: operations["getMovePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed with the entity's volumes, and with the KMSs and clusters that they rest on, newest first; also of volumes that are gone. */
        get: operations["getEntityTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{kind}/{namespace}/{name}/volumes/{cluster}/{claimNamespace}/{claim}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same for one volume of the entity, and the KMS and the cluster that it rests on. A claim that is not the entity's is 404. */
        get: operations["getVolumeTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{cluster}/{namespace}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed with the credentials of a tenant, newest first. */
        get: operations["getTenantTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalog-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the catalog may know - clusters, KMSs, StorageClasses and tenants, what each rests on, and the entities whose volumes rest on it - from the index in memory, in the order of their ids. */
        get: operations["listCatalogFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blast-radius": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many volumes rest on a KMS, StorageClass or tenant, and a page of the entities that they are of, from the index in memory. */
        get: operations["getBlastRadius"];
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
    "/preflights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stands in the way of a claim, looked for before anything is made, by who may make it. Cluster and KMS are asked now; what they do not tell is `unknown`, and never taken for good. Changes nothing. */
        post: operations["createPreflight"];
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
        /** Plans and carries out an operation, step by step. Safe to run again after any failure. Closing the connection stops it between two steps. With `Accept: application/x-ndjson` it is told line by line: each step, note and receipt as it comes, then the result or the error; empty lines keep the connection alive. An error otherwise has what was done in `progress`. */
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
         * What went wrong, for code. Each is answered with one HTTP status.
         *
         *     - `invalid-input` 400: a field is not acceptable; `field` names it
         *     - `unknown-cluster`, `unknown-kms`, `unknown-connection`,
         *       `unknown-storage-class`, `not-found` 404
         *     - `not-allowed`, `no-consent` 403
         *     - `conflict` 409: the object changed, or another manager owns a field
         *     - `not-ours` 409: an object of that name exists that we did not make
         *     - `taken-by-other` 409: somebody else unwrapped a token; an alarm
         *     - `in-use` 409: volumes, snapshots or classes still rest on it
         *     - `cluster-unreachable`, `cluster-denied`, `kms-unreachable`,
         *       `kms-sealed`, `kms-denied`, `timeout` 503: a system behind us did not
         *       do its part
         *     - `aborted` 499: the caller went away between two steps
         *     - `not-implemented` 501
         */
        ErrorCode: "invalid-input" | "unknown-cluster" | "unknown-kms" | "unknown-connection" | "unknown-storage-class" | "not-found" | "not-allowed" | "no-consent" | "conflict" | "not-ours" | "taken-by-other" | "in-use" | "cluster-unreachable" | "cluster-denied" | "kms-unreachable" | "kms-sealed" | "kms-denied" | "timeout" | "aborted" | "not-implemented";
        ErrorBody: {
            error: {
                name: string;
                /** What happened and what to do next. */
                message: string;
                code?: components["schemas"]["ErrorCode"];
                /** The field of the request that the error is about. */
                field?: string;
            };
            request?: {
                method?: string;
                url?: string;
            };
            response?: {
                statusCode?: number;
            };
        };
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
        ProtectionVerdict: "volume/customer-key" | "volume/provider-key" | "infrastructure-only" | "none" | "unknown";
        /**
         * prepared, the key exists and the format comes at the first mount; active, a mount is evidence; cannot-tell. Only active is a full green.
         */
        ProtectionState: "prepared" | "active" | "cannot-tell";
        InFlightAnswer: "encrypted" | "clear" | "unknown";
        RemountVerdict: "ready" | "at-risk" | "blocked" | "unknown";
        Protection: {
            verdict: components["schemas"]["ProtectionVerdict"];
            state: components["schemas"]["ProtectionState"];
            grade: components["schemas"]["EvidenceGrade"];
            reasons: components["schemas"]["Reason"][];
        };
        CustodyKind: "held-by-kms" | "wrapped-in-metadata" | "shared-passphrase" | "held-in-secret" | "held-by-provider" | "held-by-array" | "held-on-node" | "none" | "unknown";
        Custody: {
            kind: components["schemas"]["CustodyKind"];
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
        /** Is the data encrypted between the mount and the storage? An answer of its own, never part of the volume's. */
        InFlight: {
            answer: components["schemas"]["InFlightAnswer"];
            reasons: components["schemas"]["Reason"][];
        };
        /** Is encryption asked for of what lies below all volumes, such as the devices of a Ceph cluster or the disks of nodes? What is asked for, never what was seen, and never part of the volume's own answer. */
        ClusterWide: {
            answer: "asked" | "partly" | "not-asked" | "unknown";
            reasons: components["schemas"]["Reason"][];
        };
        /** Would the next mount work now? */
        Remount: {
            verdict: components["schemas"]["RemountVerdict"];
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
        /**
         * Who can mend it.
         */
        Mender: "developer" | "platform-team" | "vault-admin" | "storage-admin" | "unknown";
        /** Why a claim is stuck, from its events, folded. */
        Diagnosis: {
            code: string;
            cause: string;
            owner: components["schemas"]["Mender"];
            nextStep: string;
            /** The address of a page that tells more. */
            link?: string;
            /** The newest event text as it came, credentials hidden. */
            raw: string;
            count: number;
            /** Format: date-time */
            firstSeen?: string;
            /** Format: date-time */
            lastSeen?: string;
        };
        /**
         * blocked, the volume could not be made or used; warning, it could, and not as one would wish; unknown, it could not be found out.
         */
        PreflightOutcome: "ok" | "warning" | "blocked" | "unknown";
        /** One thing that was looked at before a claim is made. */
        PreflightCheck: {
            /**
             * What was looked at. Stable.
             */
            about: "namespace" | "consent" | "claim" | "storage-class" | "class-secrets" | "access-mode" | "binding-mode" | "driver" | "size-limits" | "quota" | "kms-connection" | "kms" | "key-mount" | "credential";
            outcome: components["schemas"]["PreflightOutcome"];
            message: string;
            owner?: components["schemas"]["Mender"];
            nextStep?: string;
            /** The code by which the failure would be explained afterwards, such as `quota-exceeded`; see docs/diagnosis.md. */
            diagnosis?: string;
            /** The address of a page that tells more. */
            link?: string;
        };
        /** Each thing that was looked at, in the order of what rests on what. */
        Preflight: {
            outcome: components["schemas"]["PreflightOutcome"];
            checks: components["schemas"]["PreflightCheck"][];
            /** Format: date-time */
            observedAt: string;
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
            inFlight: components["schemas"]["InFlight"];
            clusterWide: components["schemas"]["ClusterWide"];
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
            lifecycle?: components["schemas"]["Lifecycle"];
        };
        /** What would happen to the volume and its key, said before it happens. In the answer about one volume, not in pages of them. */
        Lifecycle: {
            /**
             * volume, by what is recorded of it; storage-class, a prediction for a claim that has no volume yet.
             */
            basis: "volume" | "storage-class";
            /** One of each act, in the order of the enumeration. */
            acts: components["schemas"]["LifecycleAct"][];
        };
        LifecycleAct: {
            act: "expand" | "snapshot" | "restore" | "clone" | "delete";
            answer: "possible" | "not-possible" | "unknown";
            /** Why it is not possible, or why that is not known and what would settle it. Absent where it is possible. */
            reason?: string;
            /** What happens to the volume, as far as that is known. */
            volume?: string;
            key?: components["schemas"]["LifecycleKey"];
            /** What can be lost. */
            warning?: string;
        };
        /** What happens to the key; absent where nothing happens at all. */
        LifecycleKey: {
            /**
             * same, the volume keeps its key; copied, the copy gets the same key, kept anew; new, the copy gets a key of its own; shared, one key for more volumes, which stays; deleted; soft-deleted, whoever may can bring it back; stays; none, there is no key.
             */
            fate: "same" | "copied" | "new" | "shared" | "deleted" | "soft-deleted" | "stays" | "none" | "unknown";
            message: string;
        };
        /** A cluster, KMS or namespace that could not be read, so that its rows are missing or old; or where something is wrong for everybody. */
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
            project?: components["schemas"]["TenantProject"];
            /** The kinds of tenant credential found in the namespace; absent when that is not known, as of one that serves nobody, where none is looked for. */
            custodies?: ("vaulttenantsa" | "vaulttokens")[];
        };
        /** What OpenShift says of the project that a namespace is. It tells of the namespace and grants nothing. */
        TenantProject: {
            displayName?: string;
            description?: string;
            /** The cluster's user who asked for it. */
            requester?: string;
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
            /** What a claim that names no class would get of it, whatever its driver; only where the severity is ok it may be made the default. */
            asDefault: components["schemas"]["Reason"];
        };
        /** Which class a claim of a cluster gets that names none, and whether that is as it should be. */
        DefaultClass: {
            cluster: string;
            /** Every class that is marked as default, the one that counts first; none where it is not known. */
            names: string[];
            reasons: components["schemas"]["Reason"][];
        };
        StorageClassList: {
            items: components["schemas"]["StorageClass"][];
            defaults: components["schemas"]["DefaultClass"][];
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
            /** Milliseconds that it took to say its state; absent where it did not. */
            latencyMs?: number;
            /** The TLS certificate that it showed; absent without TLS, or where it did not answer. */
            certificate?: {
                /** Format: date-time */
                expiresAt?: string;
                /** Whole days from when it was asked. */
                daysLeft: number;
            };
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
            /** The entry as it is written, each value as text, without what is a credential or no single value; absent where the entry cannot be read. */
            options?: {
                [key: string]: string;
            };
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
        /** Makes an encrypted class the only default of its cluster. */
        StorageClassDefaultRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "storage-class-default";
            cluster: string;
            /** A class that exists. */
            name: string;
        };
        /** Makes a small claim of a class and a Job that writes and reads, and removes both again. */
        SmokeTestRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "smoke-test";
            cluster: string;
            /** A tenant. */
            namespace: string;
            storageClass: string;
        };
        /** Makes a Job in the namespace of Ceph CSI that asks the Vault of a KMS connection how it is, without a credential, and removes it again. */
        KmsTestRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "kms-test";
            cluster: string;
            kmsId: string;
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
        /** From a namespace, or none, to a tenant; custody is that of the connection. */
        TenantOnboardRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-onboard";
            cluster: string;
            namespace: string;
            /** The KMS connection that the tenant's classes name. */
            kmsId: string;
            /** Entity ref of whom the namespace serves. */
            owner: string;
            /**
             * Make the namespace where there is none; on OpenShift by a project request where namespaces may not be created.
             * @defaultValue false
             */
            createNamespace: boolean;
        };
        /** Prolongs the tenant's token by its accessor. */
        TenantRenewRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-renew";
            cluster: string;
            namespace: string;
            /** The KMS connection that the tenant's classes name. */
            kmsId: string;
        };
        /** Gives the tenant a new credential, then ends the former one. */
        TenantRotateRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-rotate";
            cluster: string;
            namespace: string;
            /** The KMS connection that the tenant's classes name. */
            kmsId: string;
        };
        /** Takes access and consent away. Keys stay. */
        TenantOffboardRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-offboard";
            cluster: string;
            namespace: string;
            /** The KMS connection that the tenant's classes name. */
            kmsId: string;
        };
        /** Destroys every key of an offboarded tenant, for good. */
        TenantShredRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "tenant-shred";
            cluster: string;
            namespace: string;
            /** The KMS connection that the tenant's classes name. */
            kmsId: string;
            /** The id of the tenant, typed by the one who asks. */
            confirm: string;
        };
        /** Sets, changes or takes back whom a namespace serves. */
        NamespaceConsentRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "namespace-consent";
            cluster: string;
            namespace: string;
            /** Entity ref; without it the consent is taken back. */
            owner?: string;
        };
        /** Creates or replaces one entry of the KMS connections in force. */
        KmsConnectionRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "kms-connection";
            cluster: string;
            kmsId: string;
            /** The whole entry, with encryptionKMSType or KMS_PROVIDER. */
            options: {
                [key: string]: string;
            };
        };
        /** Removes an entry that no class or volume names, and no tenant needs. */
        KmsConnectionRemovalRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "kms-connection-removal";
            cluster: string;
            kmsId: string;
        };
        /** Sets when csi-addons changes the key of a claim's volume. */
        KeyRotationRequest: {
            /**
             * discriminator enum property added by openapi-typescript
             */
            operation: "key-rotation";
            entityRef: string;
            cluster: string;
            namespace: string;
            /** The claim. */
            name: string;
            /** Cron, or one of the words for it, such as the one for weekly; without it the claim has no schedule of its own. */
            schedule?: string;
        };
        OperationRequest: components["schemas"]["StorageClassRequest"] | components["schemas"]["StorageClassDefaultRequest"] | components["schemas"]["SmokeTestRequest"] | components["schemas"]["KmsTestRequest"] | components["schemas"]["TenantSecretRequest"] | components["schemas"]["TenantServiceAccountRequest"] | components["schemas"]["ClaimRequest"] | components["schemas"]["TenantOnboardRequest"] | components["schemas"]["TenantRenewRequest"] | components["schemas"]["TenantRotateRequest"] | components["schemas"]["TenantOffboardRequest"] | components["schemas"]["TenantShredRequest"] | components["schemas"]["NamespaceConsentRequest"] | components["schemas"]["KmsConnectionRequest"] | components["schemas"]["KmsConnectionRemovalRequest"] | components["schemas"]["KeyRotationRequest"];
        PlanStep: {
            id: string;
            title: string;
            /**
             * What the step would do to the state of now.
             */
            change: "create" | "update" | "delete" | "none";
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
            /**
             * A test leaves nothing behind; the notes say what came of it.
             */
            outcome: "created" | "updated" | "deleted" | "unchanged" | "tested";
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
            receipt?: components["schemas"]["Receipt"];
        };
        Capabilities: {
            items: {
                permission: string;
                allowed: boolean;
            }[];
        };
        TenantCustody: "vaulttenantsa" | "vaulttokens";
        /**
         * expiring, renewal is overdue or the end is near; lost, recorded by us but the KMS does not know it any more; foreign, there is one that we did not deliver; refused, it is there and no login with it succeeds.
         */
        TenantCredentialState: "live" | "expiring" | "expired" | "missing" | "lost" | "foreign" | "refused" | "unknown";
        /** How the tenant proves itself to the KMS, and until when. */
        TenantCredential: {
            kind: "tenant-token" | "tenant-service-account";
            state: components["schemas"]["TenantCredentialState"];
            /** What it means and what to do. */
            message: string;
            /** Format: date-time */
            issuedAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            /** Whole days until it ends, 0 on its last day or after. */
            daysLeft?: number;
            /**
             * Format: date-time
             * When the portal renews it by itself.
             */
            renewsAt?: string;
            /** Why the last renewal failed, if it did. */
            lastFailure?: string;
            /**
             * Format: date-time
             * When the KMS last answered for it.
             */
            checkedAt?: string;
        };
        TenantSummary: {
            cluster: string;
            namespace: string;
            /** <cluster>.<namespace> */
            id: string;
            /** Entity ref that the namespace serves. */
            owner?: string;
            /** Whether the namespace could be read, so that without an owner it serves nobody. */
            ownerKnown: boolean;
            project?: components["schemas"]["TenantProject"];
            custody: "vaulttenantsa" | "vaulttokens";
            /** The portal's name of the KMS. */
            kms?: string;
            /** KMS connections of its cluster that fit its custody and KMS; absent when it is not known which there are. */
            kmsIds?: string[];
            credential: components["schemas"]["TenantCredential"];
            /** PersistentVolumes of its namespace that are recorded as encrypted; absent when they are not known. */
            volumes?: number;
        };
        TenantPage: {
            total: number;
            /** How many credentials are in which state, of all that match whatever the page and the state asked for; a state that none is in is not here. */
            states: {
                [key: string]: number;
            };
            offset: number;
            limit: number;
            items: components["schemas"]["TenantSummary"][];
            problems: components["schemas"]["SourceProblem"][];
        };
        /** One difference between what should be and what is. */
        Drift: {
            code: string;
            severity: components["schemas"]["Severity"];
            /** Such as ConfigMap payments/ceph-csi-kms-config. */
            object: string;
            message: string;
            expected?: string;
            actual?: string;
            remedy: string;
        };
        TenantKey: {
            /** The volume handle. */
            name: string;
            key: components["schemas"]["KeyDescription"];
            state: components["schemas"]["KeyState"];
            code: components["schemas"]["KeyReasonCode"];
            message: string;
            users: components["schemas"]["KeyUser"][];
        };
        /**
         * present, something has it and its name is listed; missing, a volume needs it and it is not there; orphan, nothing has it on any cluster that uses the KMS; unknown, with the reason, where that cannot be said now.
         */
        KeyState: "present" | "missing" | "orphan" | "unknown";
        /**
         * Why a key is in its state; docs/keys.md explains each.
         */
        KeyReasonCode: "cluster-not-configured" | "cluster-unread" | "key-comes-with-first-mount" | "key-elsewhere" | "key-in-the-making" | "key-listed" | "key-looked-at-before" | "key-missing" | "key-name-foreign" | "key-not-checkable" | "key-not-found" | "key-unread" | "key-without-volume";
        /** What has a key by its handle. */
        KeyUser: {
            cluster: string;
            kind: "PersistentVolume" | "VolumeSnapshotContent";
            name: string;
            /** Its claim or snapshot, as `namespace/name`. */
            of?: string;
        };
        /** A key in a KMS, or one that should be there. Never its value. */
        KmsKey: {
            /** The portal's name of the KMS. */
            kms: string;
            mount: string;
            /** Below the mount; it ends with the handle of what has the key. */
            name: string;
            state: components["schemas"]["KeyState"];
            code: components["schemas"]["KeyReasonCode"];
            message: string;
            /** Never to delete the key. */
            nextStep: string;
            /** Id of the tenant whose mount it is; absent for a mount of no tenant. */
            tenant?: string;
            users: components["schemas"]["KeyUser"][];
            /**
             * Format: date-time
             * When the KMS last listed its folder; absent when it never did.
             */
            observedAt?: string;
        };
        KmsKeyPage: {
            total: number;
            /** How many keys are in which state, of all that match whatever the page and the state asked for. */
            states: {
                present: number;
                missing: number;
                orphan: number;
                unknown: number;
            };
            offset: number;
            limit: number;
            items: components["schemas"]["KmsKey"][];
            /** The lists that the answer rests on, one for each mount or folder of keys. */
            looks: {
                folders: number;
                /** How many were listed at least once. */
                done: number;
                /** How many could not be listed when that was last tried. */
                failed: number;
                /** Format: date-time */
                oldestAt?: string;
                /** Format: date-time */
                newestAt?: string;
            };
            /** Whether keys may lack, or what is said of them may be old. */
            incomplete: boolean;
            /** Format: date-time */
            assessedAt: string;
            problems: components["schemas"]["SourceProblem"][];
        };
        TenantInspection: {
            tenant: components["schemas"]["TenantSummary"];
            drift: components["schemas"]["Drift"][];
            /** What the KMS says of the tenant's token, by its accessor. */
            identity?: {
                entityId?: string;
                policies: string[];
                boundCidrs?: string[];
                meta: {
                    [key: string]: string;
                };
            };
            /** Path of its mount in the KMS. */
            mount: string;
            keys: {
                total: number;
                offset: number;
                limit: number;
                items: components["schemas"]["TenantKey"][];
            };
            problems: components["schemas"]["SourceProblem"][];
            /** Format: date-time */
            inspectedAt: string;
        };
        /** What was destroyed when a tenant was shredded, and what remains. */
        Receipt: {
            tenantId: string;
            kms: string;
            mount: string;
            mountRemoved: boolean;
            /** The last look at the mount found no key. False while it is under way, when it was stopped or died, and when keys resist. */
            finished: boolean;
            destroyed: {
                name: string;
                versions: number;
            }[];
            /** What the portal cannot destroy, could not, or has not tried yet. */
            remaining: {
                name: string;
                reason: string;
            }[];
            /** Format: date-time */
            at: string;
            requestedBy: string;
        };
        ReceiptPage: {
            total: number;
            offset: number;
            limit: number;
            items: components["schemas"]["Receipt"][];
        };
        CoverageBy: "cluster" | "owner" | "driver" | "storage-class";
        /** Some volumes, counted. */
        CoverageCounts: {
            volumes: number;
            /** By the verdict on their protection; the sum is all of them. */
            protections: {
                "volume/customer-key": number;
                "volume/provider-key": number;
                "infrastructure-only": number;
                none: number;
                unknown: number;
            };
            /** Of those with the verdict volume/customer-key or volume/provider-key. */
            states: {
                active: number;
                prepared: number;
                "cannot-tell": number;
            };
            /** Their capacity, or what is requested where there is no volume yet. */
            bytes: number;
            /** That of those with the verdict none. */
            unencryptedBytes: number;
        };
        CoverageRow: {
            /** The cluster, owner, driver or class; `(none)` and `(unknown)` as in the filters. */
            name: string;
            /** That of a class; classes of two clusters are two. */
            cluster?: string;
            counts: components["schemas"]["CoverageCounts"];
            /** Whether volumes may be missing or old because a cluster could not be read; see problems. */
            incomplete: boolean;
        };
        Coverage: {
            by: components["schemas"]["CoverageBy"];
            all: components["schemas"]["CoverageCounts"];
            /** As that of a row, for all that the filters let through. */
            incomplete: boolean;
            /** How many rows there are. */
            total: number;
            offset: number;
            limit: number;
            items: components["schemas"]["CoverageRow"][];
            /**
             * Format: date-time
             * When the assessment of all volumes began that this rests on. Those that changed since then were assessed anew.
             */
            assessedAt: string;
            /** Of that assessment. A signal of a greater one on the platform's channel says that there is something newer to read. */
            revision: number;
            problems: components["schemas"]["SourceProblem"][];
        };
        Trend: {
            /**
             * What a point stands for.
             */
            step: "day" | "week";
            items: components["schemas"]["TrendPoint"][];
        };
        /** The coverage of a day, or of the last recorded day of a week. */
        TrendPoint: {
            /**
             * Format: date
             * The day in UTC, of a week its Monday.
             */
            day: string;
            /** Absent where no cluster was read that day: nothing is known of it. Less than all where clusters are missing. */
            counts?: components["schemas"]["CoverageCounts"];
            /** The clusters that could not be read, and are not counted. */
            missing: string[];
        };
        /**
         * What a finding means, what hurts most first. blocked, a mount does not work or the next one will not; unencrypted; at-risk; unknown; clear-in-flight, data travels in clear text; left-over, something that nothing seems to need.
         */
        Impact: "blocked" | "unencrypted" | "at-risk" | "unknown" | "clear-in-flight" | "left-over";
        /** One thing that is not as it should be with a volume. */
        VolumeFinding: {
            /** That of a reason, or of a diagnosis of a claim without a volume. */
            code: string;
            impact: components["schemas"]["Impact"];
            severity: components["schemas"]["Severity"];
            message: string;
            mender: components["schemas"]["Mender"];
            nextStep: string;
            about: components["schemas"]["FindingAbout"];
        };
        /**
         * What it is a finding about, so where one remedy helps all.
         */
        FindingAbout: "tenant" | "storage-class" | "kms" | "cluster";
        /**
         * That of the claim; of a volume that no claim has, its own.
         */
        VolumePhase: "Pending" | "Bound" | "Lost" | "Available" | "Released" | "Failed";
        /** A volume as the table of the platform page shows it: by its claim, or by itself where no claim has it. */
        PlatformVolume: {
            cluster: string;
            /** Absent for a volume that was never of a claim. Of one that no claim has any more, this and the next are of the last one. */
            namespace?: string;
            claim?: string;
            /** Name of a volume that no claim has; absent for all others. */
            persistentVolume?: string;
            phase: components["schemas"]["VolumePhase"];
            /** Whom the namespace serves, an entity ref; absent for nobody. */
            owner?: string;
            /** False where the namespace could not be read. */
            ownerKnown: boolean;
            storageClass?: string;
            /** The CSI driver or kind of volume, or the provisioner of the class where there is no volume yet. Absent when not known. */
            driver?: string;
            /** Capacity, or what is requested; a Kubernetes quantity. */
            size: string;
            protection: components["schemas"]["ProtectionVerdict"];
            state: components["schemas"]["ProtectionState"];
            grade: components["schemas"]["EvidenceGrade"];
            custody: components["schemas"]["CustodyKind"];
            /** The portal's name of the KMS. */
            kms?: string;
            inFlight: components["schemas"]["InFlightAnswer"];
            remount: components["schemas"]["RemountVerdict"];
            /** The gravest first. */
            findings: components["schemas"]["VolumeFinding"][];
            /**
             * Format: date-time
             * When the cluster last confirmed these facts.
             */
            observedAt: string;
            /**
             * Format: date-time
             * When the KMS last answered for the key; absent when not lately.
             */
            keyObservedAt?: string;
        };
        PlatformVolumePage: {
            total: number;
            offset: number;
            limit: number;
            items: components["schemas"]["PlatformVolume"][];
            /** As that of the coverage. */
            incomplete: boolean;
            /** Format: date-time */
            assessedAt: string;
            /** As that of the coverage. */
            revision: number;
            problems: components["schemas"]["SourceProblem"][];
        };
        /** One thing that is not as it should be, with the volumes that share it. */
        PlatformFinding: {
            code: string;
            impact: components["schemas"]["Impact"];
            severity: components["schemas"]["Severity"];
            /** As it is said of the example. */
            message: string;
            mender: components["schemas"]["Mender"];
            nextStep: string;
            about: components["schemas"]["FindingAbout"];
            /** That of the example, where it is about a KMS; absent where it is about keys of nothing. */
            cluster?: string;
            /** That of a tenant. */
            namespace?: string;
            /** The class that it is about. */
            storageClass?: string;
            /** The KMS that it is about. */
            kms?: string;
            /** Whose volumes they are, by how many each has; at most 10. `(none)` and `(unknown)` as in the filters. */
            owners: string[];
            /** How many owners there are. */
            ownerCount: number;
            volumes: number;
            /** How many keys, where it is about keys and no volumes. */
            keys?: number;
            /**
             * Format: date-time
             * When the oldest of the facts that it rests on was seen.
             */
            observedAt?: string;
            /** One of the volumes; absent where there is none. */
            example?: {
                cluster: string;
                namespace?: string;
                claim?: string;
                persistentVolume?: string;
            };
        };
        PlatformFindingPage: {
            total: number;
            offset: number;
            limit: number;
            items: components["schemas"]["PlatformFinding"][];
            /** As that of the coverage. */
            incomplete: boolean;
            /** Format: date-time */
            assessedAt: string;
            /** As that of the coverage. */
            revision: number;
            problems: components["schemas"]["SourceProblem"][];
        };
        /** One change, of one answer about one thing. */
        TimelineEntry: {
            id: string;
            /**
             * Format: date-time
             * When it was seen to hold.
             */
            at: string;
            kind: "volume" | "tenant" | "kms" | "cluster";
            /** Absent for a KMS. */
            cluster?: string;
            namespace?: string;
            claim?: string;
            custody?: components["schemas"]["TenantCustody"];
            /** The portal's name of the KMS. */
            kms?: string;
            /**
             * The answer that is another now; or that it was seen for the first time, or is not there any more.
             */
            what: "first-seen" | "gone" | "protection" | "state" | "remount" | "credential" | "kms" | "cluster";
            /** The answer before; absent where there was none. */
            from?: string;
            /** The answer, such as a verdict on protection. Of a KMS `serving`, `sealed`, `uninitialised` or `unreachable`; of a cluster `read` or `unread`. */
            to?: string;
            /** Codes of what decides the answer; none where all is well. */
            reasons: string[];
        };
        TimelinePage: {
            total: number;
            offset: number;
            limit: number;
            items: components["schemas"]["TimelineEntry"][];
            /** For how many days changes are kept. */
            keptDays: number;
        };
        CustodySetup: {
            kms: string;
            cluster: string;
            files: {
                /** Such as csi-tenant-sa.hcl. */
                name: string;
                title: string;
                content: string;
            }[];
            /** In the order to be run, in a shell in the folder of the files. */
            steps: {
                title: string;
                command: string;
                note?: string;
            }[];
        };
        SetupObject: {
            /** Such as sys/policies/acl/csi-tenant-sa. */
            object: string;
            /**
             * not-judged, it was read and nobody can tell whether it is as it has to be; not-needed, it is not there, and nobody needs it.
             */
            state: "as-expected" | "differs" | "missing" | "unread" | "not-judged" | "not-needed";
            /** Only lines or settings that differ; with not-judged, those that cannot be told. */
            lines: {
                /** A line number or the name of a setting. */
                where: string;
                expected?: string;
                actual?: string;
            }[];
            message: string;
            remedy?: string;
        };
        CustodyDrift: {
            kms: string;
            cluster: string;
            items: components["schemas"]["SetupObject"][];
            /** Format: date-time */
            observedAt: string;
        };
        PortalIdentity: {
            kms: string;
            verdict: components["schemas"]["RightsVerdict"];
            message?: string;
            items: components["schemas"]["CredentialRight"][];
            /** Of the credential that destroys keys; absent where none is configured. */
            custodian?: components["schemas"]["CredentialRights"];
            /** Format: date-time */
            observedAt: string;
        };
        RightsVerdict: "exact" | "more" | "less" | "unknown";
        CredentialRights: {
            verdict: components["schemas"]["RightsVerdict"];
            message?: string;
            items: components["schemas"]["CredentialRight"][];
        };
        CredentialRight: {
            path: string;
            expected: string[];
            actual: string[];
            verdict: "exact" | "more" | "less";
            message: string;
        };
        IsolationRow: {
            tenantId: string;
            custody: "vaulttenantsa" | "vaulttokens";
            /**
             * asked, the KMS answered for the credential; derived, from role and policy as read; unknown, neither could be had.
             */
            basis: "asked" | "derived" | "unknown";
            /** What it may do on its own keys. */
            own: string[];
            /** How many other tenants it is denied all of. */
            denied: number;
            /** Every path of another tenant that is not denied. With basis unknown no cell is known to be denied, and only what is known to be allowed is here. */
            findings: {
                tenantId: string;
                path: string;
                capabilities: string[];
                message: string;
            }[];
            message?: string;
        };
        IsolationMatrix: {
            kms: string;
            total: number;
            offset: number;
            limit: number;
            /** Ids of all tenants of the KMS, the columns; of those too that were offboarded and whose keys were kept. */
            tenants: string[];
            /** The page. Rows with findings come first, then those that are not known, then the others, each in the order of tenants. */
            rows: components["schemas"]["IsolationRow"][];
            /** How all rows stand, whatever the page. */
            totals: {
                /** How many were looked at; the others follow in a moment, and are unknown until then. */
                asked: number;
                /** Of how many rows something is allowed. */
                findings: number;
                /** Of how many others not everything is known. */
                unknown: number;
            };
            /** Whether every cell of all rows, on whatever page, is known to be denied, and all tenants are known. Never of none. */
            clean: boolean;
            message?: string;
            /** Format: date-time */
            observedAt: string;
        };
        KmsSource: {
            cluster: string;
            namespace: string;
            /**
             * mounted-file, one key config.json that hides all else; config-map, a key per connection, read through the API.
             */
            style: "mounted-file" | "config-map" | "unknown";
            configMap?: string;
            /** How it is known. */
            evidence: string;
            reasons: components["schemas"]["Reason"][];
        };
        KeyRotation: {
            availability: "available" | "not-installed" | "not-supported" | "unknown";
            message: string;
            schedule?: string;
            scheduleFrom?: "claim" | "namespace" | "storage-class";
            suspended?: boolean;
            cronJob?: string;
            /** Format: date-time */
            lastScheduledAt?: string;
            /** Format: date-time */
            lastSuccessAt?: string;
            /** Newest first, at most 20. */
            jobs: {
                name: string;
                result: "running" | "succeeded" | "failed";
                message?: string;
                /** Format: date-time */
                startedAt?: string;
                /** Format: date-time */
                completedAt?: string;
                retries?: number;
            }[];
            /** What the KMS knows of the key's versions; a job that succeeded is no proof. */
            proof?: string;
        };
        /** Whether a snapshot of the old volume could become the new one. */
        MoveSnapshot: {
            /**
             * stays-clear, the driver takes it and leaves the data unencrypted; possible, by hand, for the plan is to copy.
             */
            answer: "possible" | "refused" | "stays-clear" | "unknown";
            message: string;
        };
        MoveStep: {
            id: string;
            title: string;
            who: components["schemas"]["Mender"];
            /** What to do and to look at. */
            detail: string;
            /** Lines for a shell, where there are such. */
            commands?: string;
        };
        MoveFile: {
            name: string;
            /** YAML, without any secret value. */
            content: string;
        };
        MovePlan: {
            cluster: string;
            namespace: string;
            /** The claim whose data moves. */
            claim: string;
            /** The claim that it moves to. */
            newClaim: string;
            storageClass: string;
            size: string;
            accessModes: string[];
            volumeMode: "Filesystem" | "Block";
            /** What has to be mended first. While there is one, there are neither steps nor files. */
            blockers: components["schemas"]["Reason"][];
            notes: components["schemas"]["Reason"][];
            snapshot: components["schemas"]["MoveSnapshot"];
            steps: components["schemas"]["MoveStep"][];
            files: components["schemas"]["MoveFile"][];
        };
        CatalogFactType: "cluster" | "kms" | "storage-class" | "tenant";
        /** One thing that the catalog may know. */
        CatalogFact: {
            /** Such as cluster/prod, kms/vault, storage-class/prod/encrypted or tenant/prod/payments. */
            id: string;
            type: components["schemas"]["CatalogFactType"];
            name: string;
            /** Where a StorageClass or a tenant is. */
            cluster?: string;
            /** Whom a tenant's namespace serves, an entity ref; absent also where that could not be read. */
            owner?: string;
            /** The ids of what it rests on. */
            dependsOn: string[];
            /** The refs of the entities whose claims rest on it. Those of a KMS only as far as neither the tenant nor the StorageClass of the claim leads to it. */
            usedBy: string[];
        };
        CatalogFactPage: {
            items: components["schemas"]["CatalogFact"][];
            /** What `after` is to be for the next page; absent on the last. */
            next?: string;
            /** The clusters that could not be read as a whole. What lacks of theirs may be there, and what rests on it. */
            unread: string[];
        };
        AffectedEntity: {
            entityRef: string;
            owners: string[];
            volumes: number;
        };
        BlastRadius: {
            fact: components["schemas"]["CatalogFact"];
            /** How many bound claims rest on it, of an entity or not. */
            volumes: number;
            /** How many of these are of no entity of the catalog. */
            volumesOfNone: number;
            /** How many own the entities of all pages. */
            owners: number;
            /** How many entities. */
            total: number;
            offset: number;
            limit: number;
            /** Those with most volumes first. */
            items: components["schemas"]["AffectedEntity"][];
            problems: components["schemas"]["SourceProblem"][];
        };
    };
    responses: {
        /** It was not done, or not answered. The status is that of the error's code; an error without one is Backstage's own, such as 401 for who is not signed in. */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        kind: string;
        namespace: string;
        name: string;
        kms: string;
        cluster: string;
        /** Only volumes of this cluster. */
        whereCluster: string;
        /** Only those of namespaces of this name. */
        whereNamespace: string;
        /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
        whereOwner: string;
        /** Only those of this CSI driver or kind of volume; `(unknown)`. */
        whereDriver: string;
        /** Only those of classes of this name; `(none)`. */
        whereStorageClass: string;
        /** Only those in this phase: Available, Released and Failed are volumes that no claim has. */
        wherePhase: components["schemas"]["VolumePhase"];
        /** Only those with this verdict. */
        whereProtection: components["schemas"]["ProtectionVerdict"];
        /** Only those in this state. */
        whereState: components["schemas"]["ProtectionState"];
        /** Only those with this answer for the wire. */
        whereInFlight: components["schemas"]["InFlightAnswer"];
        /** Only those with this verdict on the next mount. */
        whereRemount: components["schemas"]["RemountVerdict"];
        /** Only those with a finding of this kind; of findings only these. */
        whereImpact: components["schemas"]["Impact"];
        /** Only those with a finding of this code; of findings only these. */
        whereReason: string;
        /** Part of a claim, namespace or cluster. */
        whereSearch: string;
        /** Only keys in this state. */
        whereKeyState: components["schemas"]["KeyState"];
        /** Part of a key's mount or name, or of a cluster, volume, claim or snapshot that has it. */
        whereKey: string;
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
        };
    };
    getCapabilities: {
        parameters: {
            query?: {
                /** The entity that resource permissions are asked for. */
                entityRef?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One entry per permission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capabilities"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** Only tenants of this cluster. */
                cluster?: string;
                /** Part of a namespace, a cluster or an owner. */
                search?: string;
                /** Only tenants whose credential is in this state. */
                state?: components["schemas"]["TenantCredentialState"];
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    inspectTenant: {
        parameters: {
            query?: {
                /** Of the credentials of the namespace the one of this custody, where it has several; else the first. */
                custody?: components["schemas"]["TenantCustody"];
                /** The one for this KMS, by the portal's name of it. */
                kms?: string;
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path: {
                cluster: components["parameters"]["cluster"];
                namespace: components["parameters"]["namespace"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantInspection"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCoverage: {
        parameters: {
            query: {
                /** What the volumes are counted by. */
                by: components["schemas"]["CoverageBy"];
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of namespaces of this name. */
                namespace?: components["parameters"]["whereNamespace"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** Only those of this CSI driver or kind of volume; `(unknown)`. */
                driver?: components["parameters"]["whereDriver"];
                /** Only those of classes of this name; `(none)`. */
                storageClass?: components["parameters"]["whereStorageClass"];
                /** Only those in this phase: Available, Released and Failed are volumes that no claim has. */
                phase?: components["parameters"]["wherePhase"];
                /** Only those with this verdict. */
                protection?: components["parameters"]["whereProtection"];
                /** Only those in this state. */
                state?: components["parameters"]["whereState"];
                /** Only those with this answer for the wire. */
                inFlight?: components["parameters"]["whereInFlight"];
                /** Only those with this verdict on the next mount. */
                remount?: components["parameters"]["whereRemount"];
                /** Only those with a finding of this kind; of findings only these. */
                impact?: components["parameters"]["whereImpact"];
                /** Only those with a finding of this code; of findings only these. */
                reason?: components["parameters"]["whereReason"];
                /** Part of a claim, namespace or cluster. */
                search?: components["parameters"]["whereSearch"];
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of the counts, and what could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listVolumes: {
        parameters: {
            query?: {
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of namespaces of this name. */
                namespace?: components["parameters"]["whereNamespace"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** Only those of this CSI driver or kind of volume; `(unknown)`. */
                driver?: components["parameters"]["whereDriver"];
                /** Only those of classes of this name; `(none)`. */
                storageClass?: components["parameters"]["whereStorageClass"];
                /** Only those in this phase: Available, Released and Failed are volumes that no claim has. */
                phase?: components["parameters"]["wherePhase"];
                /** Only those with this verdict. */
                protection?: components["parameters"]["whereProtection"];
                /** Only those in this state. */
                state?: components["parameters"]["whereState"];
                /** Only those with this answer for the wire. */
                inFlight?: components["parameters"]["whereInFlight"];
                /** Only those with this verdict on the next mount. */
                remount?: components["parameters"]["whereRemount"];
                /** Only those with a finding of this kind; of findings only these. */
                impact?: components["parameters"]["whereImpact"];
                /** Only those with a finding of this code; of findings only these. */
                reason?: components["parameters"]["whereReason"];
                /** Part of a claim, namespace or cluster. */
                search?: components["parameters"]["whereSearch"];
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of volumes, and what could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformVolumePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportVolumes: {
        parameters: {
            query?: {
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of namespaces of this name. */
                namespace?: components["parameters"]["whereNamespace"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** Only those of this CSI driver or kind of volume; `(unknown)`. */
                driver?: components["parameters"]["whereDriver"];
                /** Only those of classes of this name; `(none)`. */
                storageClass?: components["parameters"]["whereStorageClass"];
                /** Only those in this phase: Available, Released and Failed are volumes that no claim has. */
                phase?: components["parameters"]["wherePhase"];
                /** Only those with this verdict. */
                protection?: components["parameters"]["whereProtection"];
                /** Only those in this state. */
                state?: components["parameters"]["whereState"];
                /** Only those with this answer for the wire. */
                inFlight?: components["parameters"]["whereInFlight"];
                /** Only those with this verdict on the next mount. */
                remount?: components["parameters"]["whereRemount"];
                /** Only those with a finding of this kind; of findings only these. */
                impact?: components["parameters"]["whereImpact"];
                /** Only those with a finding of this code; of findings only these. */
                reason?: components["parameters"]["whereReason"];
                /** Part of a claim, namespace or cluster. */
                search?: components["parameters"]["whereSearch"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of namespaces of this name. */
                namespace?: components["parameters"]["whereNamespace"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** Only those of this CSI driver or kind of volume; `(unknown)`. */
                driver?: components["parameters"]["whereDriver"];
                /** Only those of classes of this name; `(none)`. */
                storageClass?: components["parameters"]["whereStorageClass"];
                /** Only those in this phase: Available, Released and Failed are volumes that no claim has. */
                phase?: components["parameters"]["wherePhase"];
                /** Only those with this verdict. */
                protection?: components["parameters"]["whereProtection"];
                /** Only those in this state. */
                state?: components["parameters"]["whereState"];
                /** Only those with this answer for the wire. */
                inFlight?: components["parameters"]["whereInFlight"];
                /** Only those with this verdict on the next mount. */
                remount?: components["parameters"]["whereRemount"];
                /** Only those with a finding of this kind; of findings only these. */
                impact?: components["parameters"]["whereImpact"];
                /** Only those with a finding of this code; of findings only these. */
                reason?: components["parameters"]["whereReason"];
                /** Part of a claim, namespace or cluster. */
                search?: components["parameters"]["whereSearch"];
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of findings, and what could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformFindingPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportFindings: {
        parameters: {
            query?: {
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of namespaces of this name. */
                namespace?: components["parameters"]["whereNamespace"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** Only those of this CSI driver or kind of volume; `(unknown)`. */
                driver?: components["parameters"]["whereDriver"];
                /** Only those of classes of this name; `(none)`. */
                storageClass?: components["parameters"]["whereStorageClass"];
                /** Only those in this phase: Available, Released and Failed are volumes that no claim has. */
                phase?: components["parameters"]["wherePhase"];
                /** Only those with this verdict. */
                protection?: components["parameters"]["whereProtection"];
                /** Only those in this state. */
                state?: components["parameters"]["whereState"];
                /** Only those with this answer for the wire. */
                inFlight?: components["parameters"]["whereInFlight"];
                /** Only those with this verdict on the next mount. */
                remount?: components["parameters"]["whereRemount"];
                /** Only those with a finding of this kind; of findings only these. */
                impact?: components["parameters"]["whereImpact"];
                /** Only those with a finding of this code; of findings only these. */
                reason?: components["parameters"]["whereReason"];
                /** Part of a claim, namespace or cluster. */
                search?: components["parameters"]["whereSearch"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTrend: {
        parameters: {
            query?: {
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** How many days back from today, in UTC, today included. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A point for each day or week, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportTrend: {
        parameters: {
            query?: {
                /** Only volumes of this cluster. */
                cluster?: components["parameters"]["whereCluster"];
                /** Only those of this owner, an entity ref; `(none)` for those of namespaces that serve nobody, `(unknown)` where that could not be read. */
                owner?: components["parameters"]["whereOwner"];
                /** How many days back from today, in UTC, today included. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustodySetup: {
        parameters: {
            query: {
                /** The cluster whose tenants the set-up is for. */
                cluster: string;
            };
            header?: never;
            path: {
                kms: components["parameters"]["kms"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Files and commands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodySetup"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCustodyDrift: {
        parameters: {
            query: {
                /** The cluster whose tenants the set-up is for. */
                cluster: string;
            };
            header?: never;
            path: {
                kms: components["parameters"]["kms"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One entry per object of the set-up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodyDrift"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPortalIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kms: components["parameters"]["kms"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One entry per path. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalIdentity"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getIsolation: {
        parameters: {
            query?: {
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path: {
                kms: components["parameters"]["kms"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The page, and what is not as it must be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IsolationMatrix"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listKmsKeys: {
        parameters: {
            query?: {
                /** Only keys in this state. */
                state?: components["parameters"]["whereKeyState"];
                /** Part of a key's mount or name, or of a cluster, volume, claim or snapshot that has it. */
                search?: components["parameters"]["whereKey"];
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path: {
                kms: components["parameters"]["kms"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of keys, and what could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KmsKeyPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    exportKmsKeys: {
        parameters: {
            query?: {
                /** Only keys in this state. */
                state?: components["parameters"]["whereKeyState"];
                /** Part of a key's mount or name, or of a cluster, volume, claim or snapshot that has it. */
                search?: components["parameters"]["whereKey"];
            };
            header?: never;
            path: {
                kms: components["parameters"]["kms"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getKmsSource: {
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
            /** The source in force. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KmsSource"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getKeyRotation: {
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
            /** Schedule and runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getMovePlan: {
        parameters: {
            query: {
                /** The encrypted class of the new volume. */
                storageClass: string;
                /** Name of the new claim; the old one's with `-encrypted` if absent. */
                newClaim?: string;
                /** Kubernetes quantity. That of the old volume if absent, and of a block volume 16Mi more, which the header of the encryption takes. */
                size?: string;
                /** Image of the Job that copies, with bash, GNU tar, coreutils, findutils and diffutils, and for block volumes util-linux. */
                image?: string;
                /** User that the Job runs as where none may run as root; root if absent. */
                runAsUser?: number;
            };
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
            /** The plan, also where something stands in the way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovePlan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getEntityTimeline: {
        parameters: {
            query?: {
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
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
            /** The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getVolumeTimeline: {
        parameters: {
            query?: {
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
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
            /** The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getTenantTimeline: {
        parameters: {
            query?: {
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path: {
                cluster: components["parameters"]["cluster"];
                namespace: components["parameters"]["namespace"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCatalogFacts: {
        parameters: {
            query?: {
                /** The id that the page before ended with. So what comes or goes between two pages neither hides nor repeats another. */
                after?: string;
                /** How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The page, and the clusters of which facts may lack. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogFactPage"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getBlastRadius: {
        parameters: {
            query: {
                /** The id among the catalog's facts, such as kms/vault. */
                of: string;
                /** How many at most. */
                limit?: number;
                /** How many come before the page. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The counts and the page, and what could not be read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlastRadius"];
                };
            };
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
        };
    };
    createPreflight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** Each thing that was looked at. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preflight"];
                };
            };
            default: components["responses"]["Error"];
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
            default: components["responses"]["Error"];
        };
    };
}
