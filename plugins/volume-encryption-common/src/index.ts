/**
 * The pure core of Volume Encryption and its HTTP contract.
 *
 * @packageDocumentation
 */
export type { TenantFacts, VolumeFacts } from './assessment/volumeFacts';
export * from './contract';
export * from './driver/driverProfile';
export * from './driver/driverProfiles';
export * from './kmsConnection/configMapName';
export { connectionInForce } from './kmsConnection/connectionInForce';
export * from './kmsConnection/findConnection';
export {
  tenantObjectNames,
  type KmsConnection,
} from './kmsConnection/kmsConnection';
export * from './kmsConnection/parseConnections';
export * from './kmsConnection/viewKmsConnection';
export * from './kubernetes/isVolumeOfClaim';
export {
  isDnsLabel,
  requireConfigMapKey,
  requireDnsLabel,
  requireDnsSubdomain,
} from './kubernetes/names';
export * from './kubernetes/objects';
export * from './kubernetes/parseObject';
export * from './kubernetes/quantity';
export * from './observation/observed';
export * from './plan/plan';
export * from './plan/planClaim';
export * from './plan/planStorageClass';
export * from './plan/planTenantSecret';
export * from './plan/planTenantServiceAccount';
export * from './plan/requireUsableConnection';
export * from './plan/tenantState';
export * from './plan/viewPlan';
export * from './storageClass/viewStorageClass';
export * from './tenant/tenant';
export * from './verification/verifyVolume';
export * from './volume/entityClaims';
export * from './volume/keyQuery';
export * from './volume/viewVolume';
