/**
 * The names of the HTTP contract's schemas. The shapes themselves are written
 * once, in openapi.yaml, where each field is described.
 */
import type { components } from './openapiTypes.generated';

type Schemas = components['schemas'];

/** How strong a piece of evidence is: E0 (nothing) to E6 (storage backend). */
export type EvidenceGrade = Schemas['EvidenceGrade'];
/** How much a reason matters to its reader. */
export type Severity = Schemas['Severity'];
/** One finding in plain words, with a stable code. */
export type Reason = Schemas['Reason'];
/** Is the volume encrypted, and in which state. */
export type Protection = Schemas['Protection'];
/** Who holds the key, and who else it opens volumes for. */
export type Custody = Schemas['Custody'];
/** What the KMS says of a key without showing it. */
export type KeyDescription = Schemas['KeyDescription'];
/** Would the next mount work now. */
export type Remount = Schemas['Remount'];
/** One link of the chain from claim to key. */
export type CustodyLink = Schemas['CustodyLink'];
/** Why a claim is stuck, who can mend it and how. */
export type Diagnosis = Schemas['Diagnosis'];
/** A pod that has the volume. */
export type Mount = Schemas['Mount'];
/** A volume as the entity tab shows it. */
export type VolumeView = Schemas['Volume'];
/** A source that could not be read. */
export type SourceProblem = Schemas['SourceProblem'];
/** The volumes of one entity. */
export type EntityVolumes = Schemas['EntityVolumes'];
/** A namespace on a cluster, with the owner it serves. */
export type TenantView = Schemas['Tenant'];
/** Tenants, and what could not be read. */
export type TenantList = Schemas['TenantList'];
/** A StorageClass and what it asks the driver for. */
export type StorageClassView = Schemas['StorageClass'];
/** StorageClasses, and what could not be read. */
export type StorageClassList = Schemas['StorageClassList'];
/** A member of a Vault's raft cluster. */
export type RaftPeer = Schemas['RaftPeer'];
/** Health of a configured Vault or OpenBao. */
export type KmsView = Schemas['Kms'];
/** Every configured KMS. */
export type KmsList = Schemas['KmsList'];
/** Health of a configured cluster. */
export type ClusterView = Schemas['Cluster'];
/** Every configured cluster. */
export type ClusterList = Schemas['ClusterList'];
/** A KMS connection that Ceph CSI reads. */
export type KmsConnectionView = Schemas['KmsConnection'];
/** KMS connections, and what could not be read. */
export type KmsConnectionList = Schemas['KmsConnectionList'];
/** Request for an encrypted StorageClass. */
export type StorageClassRequest = Schemas['StorageClassRequest'];
/** Request for a tenant token Secret (custody vaulttokens). */
export type TenantSecretRequest = Schemas['TenantSecretRequest'];
/** Request for a tenant ServiceAccount (custody vaulttenantsa). */
export type TenantServiceAccountRequest =
  Schemas['TenantServiceAccountRequest'];
/** Request for a PersistentVolumeClaim of an entity. */
export type ClaimRequest = Schemas['ClaimRequest'];
/** Any of the four requests, told apart by `operation`. */
export type OperationRequest = Schemas['OperationRequest'];
/** A plan as it is shown before anything is changed. */
export type PlanView = Schemas['Plan'];
/** What one step did. */
export type StepResult = Schemas['StepResult'];
/** What an operation did: names only, never a value. */
export type OperationResult = Schemas['OperationResult'];
