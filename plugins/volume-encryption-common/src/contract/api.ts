/**
 * The names of the HTTP contract's schemas. The shapes themselves are written
 * once, in openapi.yaml, where each field is described.
 */
import type { components } from './openapiTypes.generated';

/** Every schema, by its name in openapi.yaml. @public */
export type Schemas = components['schemas'];

/**
 * How strong a piece of evidence is: E0 (nothing) to E6 (storage backend).
 *
 * @public
 */
export type EvidenceGrade = Schemas['EvidenceGrade'];
/** How much a reason matters to its reader. @public */
export type Severity = Schemas['Severity'];
/** One finding in plain words, with a stable code. @public */
export type Reason = Schemas['Reason'];
/** Is the volume encrypted, and in which state. @public */
export type Protection = Schemas['Protection'];
/** Who holds the key, and who else it opens volumes for. @public */
export type Custody = Schemas['Custody'];
/** What the KMS says of a key without showing it. @public */
export type KeyDescription = Schemas['KeyDescription'];
/** Would the next mount work now. @public */
export type Remount = Schemas['Remount'];

/** Is the data encrypted between the mount and the storage? @public */
export type InFlight = Schemas['InFlight'];
/** Is encryption asked for of what lies below all volumes? @public */
export type ClusterWide = Schemas['ClusterWide'];
/** One link of the chain from claim to key. @public */
export type CustodyLink = Schemas['CustodyLink'];
/** Why a claim is stuck, who can mend it and how. @public */
export type Diagnosis = Schemas['Diagnosis'];
/** How something stands before a claim is made. @public */
export type PreflightOutcome = Schemas['PreflightOutcome'];
/** One thing that was looked at before a claim is made. @public */
export type PreflightCheck = Schemas['PreflightCheck'];
/** What stands in the way of a claim. @public */
export type Preflight = Schemas['Preflight'];
/** A pod that has the volume. @public */
export type Mount = Schemas['Mount'];
/** What would happen to a volume and its key. @public */
export type Lifecycle = Schemas['Lifecycle'];
/** One act, whether it is possible, and what it does. @public */
export type LifecycleAct = Schemas['LifecycleAct'];
/** What an act does to the key. @public */
export type LifecycleKey = Schemas['LifecycleKey'];
/** A volume as the entity tab shows it. @public */
export type VolumeView = Schemas['Volume'];
/** A source that could not be read. @public */
export type SourceProblem = Schemas['SourceProblem'];
/** A page of the volumes of one entity. @public */
export type EntityVolumes = Schemas['EntityVolumes'];
/** How a tenant proves itself to the KMS. @public */
export type TenantCustody = Schemas['TenantCustody'];
/** How the credential of a tenant stands. @public */
export type TenantCredentialState = Schemas['TenantCredentialState'];
/** Which page of the tenants. @public */
export interface TenantsQuery extends VolumePage {
  /** Only those whose credential is in this state. */
  state?: TenantCredentialState;
}
/** Which page; `operations/getEntityVolumes` has the defaults. @public */
export interface VolumePage {
  /** How many volumes at most, 1 to 500. */
  limit?: number;
  /** How many volumes come before the page. */
  offset?: number;
  /** Part of a claim's, namespace's or cluster's name. */
  search?: string;
}
/** A namespace on a cluster, with the owner it serves. @public */
export type TenantView = Schemas['Tenant'];
/** See `TenantProject` of the contract. @public */
export type TenantProject = Schemas['TenantProject'];
/** Tenants, and what could not be read. @public */
export type TenantList = Schemas['TenantList'];
/** A StorageClass and what it asks the driver for. @public */
export type StorageClassView = Schemas['StorageClass'];
/** Which class a claim of a cluster gets that names none. @public */
export type DefaultClassView = Schemas['DefaultClass'];
/** StorageClasses, and what could not be read. @public */
export type StorageClassList = Schemas['StorageClassList'];
/** A member of a Vault's raft cluster. @public */
export type RaftPeer = Schemas['RaftPeer'];
/** Health of a configured Vault or OpenBao. @public */
export type KmsView = Schemas['Kms'];
/** Every configured KMS. @public */
export type KmsList = Schemas['KmsList'];
/** Health of a configured cluster. @public */
export type ClusterView = Schemas['Cluster'];
/** Every configured cluster. @public */
export type ClusterList = Schemas['ClusterList'];
/** A KMS connection that Ceph CSI reads. @public */
export type KmsConnectionView = Schemas['KmsConnection'];
/** KMS connections, and what could not be read. @public */
export type KmsConnectionList = Schemas['KmsConnectionList'];
/** Request for an encrypted StorageClass. @public */
export type StorageClassRequest = Schemas['StorageClassRequest'];
/** Makes an encrypted class the only default of its cluster. @public */
export type StorageClassDefaultRequest = Schemas['StorageClassDefaultRequest'];
/** Makes a small claim and a Job that uses it, and removes both. @public */
export type SmokeTestRequest = Schemas['SmokeTestRequest'];
/** Asks the Vault of a KMS connection how it is, from within the cluster. @public */
export type KmsTestRequest = Schemas['KmsTestRequest'];
/** Request for a tenant token Secret (custody vaulttokens). @public */
export type TenantSecretRequest = Schemas['TenantSecretRequest'];
/** Request for a tenant ServiceAccount (custody vaulttenantsa). @public */
export type TenantServiceAccountRequest =
  Schemas['TenantServiceAccountRequest'];
/** Request for a PersistentVolumeClaim of an entity. @public */
export type ClaimRequest = Schemas['ClaimRequest'];
/** From a namespace, or none, to a tenant. @public */
export type TenantOnboardRequest = Schemas['TenantOnboardRequest'];
/** Prolongs a tenant's token by its accessor. @public */
export type TenantRenewRequest = Schemas['TenantRenewRequest'];
/** Gives a tenant a new credential, then ends the former one. @public */
export type TenantRotateRequest = Schemas['TenantRotateRequest'];
/** Takes a tenant's access and consent away; keys stay. @public */
export type TenantOffboardRequest = Schemas['TenantOffboardRequest'];
/** Destroys every key of an offboarded tenant. @public */
export type TenantShredRequest = Schemas['TenantShredRequest'];
/** Sets, changes or takes back whom a namespace serves. @public */
export type NamespaceConsentRequest = Schemas['NamespaceConsentRequest'];
/** Creates or replaces a KMS connection. @public */
export type KmsConnectionRequest = Schemas['KmsConnectionRequest'];
/** Removes a KMS connection that nothing names. @public */
export type KmsConnectionRemovalRequest =
  Schemas['KmsConnectionRemovalRequest'];
/** Sets when csi-addons changes the key of a claim's volume. @public */
export type KeyRotationRequest = Schemas['KeyRotationRequest'];
/** Any of the requests, told apart by `operation`. @public */
export type OperationRequest = Schemas['OperationRequest'];
/** A plan as it is shown before anything is changed. @public */
export type PlanView = Schemas['Plan'];
/** What one step did. @public */
export type StepResult = Schemas['StepResult'];
/** What an operation did: names only, never a value. @public */
export type OperationResult = Schemas['OperationResult'];
/** What was destroyed when a tenant was shredded, and what remains. @public */
export type Receipt = Schemas['Receipt'];
/** A page of receipts, newest first. @public */
export type ReceiptPage = Schemas['ReceiptPage'];
/** What the caller may do, by permission. @public */
export type Capabilities = Schemas['Capabilities'];
/** How a tenant proves itself to the KMS, and until when. @public */
export type TenantCredentialView = Schemas['TenantCredential'];
/** A tenant, as the platform's list shows it. @public */
export type TenantSummary = Schemas['TenantSummary'];
/** A page of tenants, and what could not be read. @public */
export type TenantPage = Schemas['TenantPage'];
/** One difference between what should be and what is. @public */
export type Drift = Schemas['Drift'];
/** A tenant's key, who wrote it, and the volume it opens. @public */
export type TenantKey = Schemas['TenantKey'];
/** How a key and what has it go together. @public */
export type KeyState = Schemas['KeyState'];
/** Why a key is in its state. @public */
export type KeyReasonCode = Schemas['KeyReasonCode'];
/** What has a key by its handle. @public */
export type KeyUser = Schemas['KeyUser'];
/** A key in a KMS, or one that should be there; never its value. @public */
export type KmsKey = Schemas['KmsKey'];
/** A page of the keys of a KMS, and what could not be read. @public */
export type KmsKeyPage = Schemas['KmsKeyPage'];
/** One tenant, asked of cluster and KMS now. @public */
export type TenantInspection = Schemas['TenantInspection'];
/** The set-up an administrator applies once, rendered. @public */
export type CustodySetup = Schemas['CustodySetup'];
/** One object of the set-up, as it is beside as it should be. @public */
export type SetupObject = Schemas['SetupObject'];
/** How the set-up in the KMS differs from the rendered one. @public */
export type CustodyDrift = Schemas['CustodyDrift'];
/** What a credential of the portal may do, beside what it has to. @public */
export type CredentialRights = Schemas['CredentialRights'];
/** What the portal's own credentials may do, beside what they have to. @public */
export type PortalIdentity = Schemas['PortalIdentity'];
/** What one tenant's credential may do on the others' paths. @public */
export type IsolationRow = Schemas['IsolationRow'];
/** Rows of the isolation matrix. @public */
export type IsolationMatrix = Schemas['IsolationMatrix'];
/** Which ConfigMap Ceph CSI reads its KMS connections from. @public */
export type KmsSource = Schemas['KmsSource'];
/** How and when the key of one volume is changed. @public */
export type KeyRotation = Schemas['KeyRotation'];
/** How to move the data of a volume to an encrypted one. @public */
export type MovePlan = Schemas['MovePlan'];
/** One thing to do on the way, and by whom. @public */
export type MoveStep = Schemas['MoveStep'];
/** A manifest of the plan. @public */
export type MoveFile = Schemas['MoveFile'];
/** Whether a snapshot could become the encrypted volume. @public */
export type MoveSnapshot = Schemas['MoveSnapshot'];
/** What the catalog may know of: cluster, KMS, StorageClass or tenant. @public */
export type CatalogFactType = Schemas['CatalogFactType'];
/** One of them, what it rests on and who uses it. @public */
export type CatalogFact = Schemas['CatalogFact'];
/** A page of them, and what could not be read. @public */
export type CatalogFactPage = Schemas['CatalogFactPage'];
/** An entity with volumes that rest on something. @public */
export type AffectedEntity = Schemas['AffectedEntity'];
/** How many volumes rest on something, and whose they are. @public */
export type BlastRadius = Schemas['BlastRadius'];
/** What volumes are counted by. @public */
export type CoverageBy = Schemas['CoverageBy'];
/** Some volumes, counted by the answers about them. @public */
export type CoverageCounts = Schemas['CoverageCounts'];
/** The volumes of one cluster, owner, driver or class, counted. @public */
export type CoverageRow = Schemas['CoverageRow'];
/** A page of the counts, and what could not be read. @public */
export type Coverage = Schemas['Coverage'];
/** The coverage over time. @public */
export type Trend = Schemas['Trend'];
/** The coverage of a day or week. @public */
export type TrendPoint = Schemas['TrendPoint'];
/** What a finding means for whoever uses the volume. @public */
export type Impact = Schemas['Impact'];
/** Who can mend something. @public */
export type Mender = Schemas['Mender'];
/** One thing that is not as it should be with a volume. @public */
export type VolumeFinding = Schemas['VolumeFinding'];
/** That of a claim, or of a volume that no claim has. @public */
export type VolumePhase = Schemas['VolumePhase'];
/** A volume as the platform page lists it. @public */
export type PlatformVolume = Schemas['PlatformVolume'];
/** A page of volumes, and what could not be read. @public */
export type PlatformVolumePage = Schemas['PlatformVolumePage'];
/** One thing that is not as it should be, with all that share it. @public */
export type PlatformFinding = Schemas['PlatformFinding'];
/** A page of findings, and what could not be read. @public */
export type PlatformFindingPage = Schemas['PlatformFindingPage'];
/** One change, of one answer about one thing. @public */
export type TimelineEntry = Schemas['TimelineEntry'];
/** A page of changes, newest first. @public */
export type TimelinePage = Schemas['TimelinePage'];
