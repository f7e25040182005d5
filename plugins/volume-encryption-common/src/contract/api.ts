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
/** One link of the chain from claim to key. @public */
export type CustodyLink = Schemas['CustodyLink'];
/** Why a claim is stuck, who can mend it and how. @public */
export type Diagnosis = Schemas['Diagnosis'];
/** A pod that has the volume. @public */
export type Mount = Schemas['Mount'];
/** A volume as the entity tab shows it. @public */
export type VolumeView = Schemas['Volume'];
/** A source that could not be read. @public */
export type SourceProblem = Schemas['SourceProblem'];
/** A page of the volumes of one entity. @public */
export type EntityVolumes = Schemas['EntityVolumes'];
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
/** Tenants, and what could not be read. @public */
export type TenantList = Schemas['TenantList'];
/** A StorageClass and what it asks the driver for. @public */
export type StorageClassView = Schemas['StorageClass'];
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
/** Request for a tenant token Secret (custody vaulttokens). @public */
export type TenantSecretRequest = Schemas['TenantSecretRequest'];
/** Request for a tenant ServiceAccount (custody vaulttenantsa). @public */
export type TenantServiceAccountRequest =
  Schemas['TenantServiceAccountRequest'];
/** Request for a PersistentVolumeClaim of an entity. @public */
export type ClaimRequest = Schemas['ClaimRequest'];
/** Any of the four requests, told apart by `operation`. @public */
export type OperationRequest = Schemas['OperationRequest'];
/** A plan as it is shown before anything is changed. @public */
export type PlanView = Schemas['Plan'];
/** What one step did. @public */
export type StepResult = Schemas['StepResult'];
/** What an operation did: names only, never a value. @public */
export type OperationResult = Schemas['OperationResult'];
