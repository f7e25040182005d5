/**
 * The pure core of Volume Encryption and its HTTP contract.
 *
 * @packageDocumentation
 */
export type { AccountFacts } from './accountLogin/accountFacts';
export {
  remedySentence,
  type AccountJudgement,
} from './accountLogin/accountJudgement';
export { judgeAccount } from './accountLogin/judgeAccount';
export type { RoleSettings } from './accountLogin/roleAdmits';
export type {
  BelowFacts,
  CephFacts,
  TenantFacts,
  VolumeFacts,
} from './assessment/volumeFacts';
export * from './catalogFact/catalogFactId';
export * from './contract';
export { custodyDrift } from './custodySetup/custodyDrift';
export type { ClusterCustody, CustodyNames } from './custodySetup/CustodyNames';
export {
  accessorsIn,
  type FoundSetup,
  type KnownApiServer,
} from './custodySetup/FoundSetup';
export { notCompared } from './custodySetup/notCompared';
export type { PortalRight } from './custodySetup/portalRights';
export { areSameCidrs, plainCidr } from './custodySetup/plainCidr';
export { renderCustodySetup } from './custodySetup/renderCustodySetup';
export type { Settings } from './custodySetup/settingDifferences';
export type { SetupAccessors, SetupPlace } from './custodySetup/SetupPlace';
export { isTokenOfPortal } from './custodyTerm/isTokenOfPortal';
export * from './custodyTerm/credentialState';
export type { CredentialTerm } from './custodyTerm/credentialTerm';
export * from './custodyTerm/renewalTime';
export type { CephDriver } from './driver/cephDriver';
export type { DriverId } from './driver/driverId';
export * from './driver/driverProfile';
export * from './driver/driverProfiles';
export { namedKmsId, type EncryptionAsked } from './driver/encryptionAsked';
export { passphraseSecretOf } from './driver/passphraseSecret';
export type * from './driver/volumeAnswer';
export type { VolumeObjects } from './driver/volumeObjects';
export {
  isCephCsi,
  type CephCsiWorkload,
} from './kmsConnection/cephCsiWorkload';
export { maskSecrets } from './diagnosis/maskSecrets';
export * from './history/followAnswers';
export * from './history/volumeAnswers';
export * from './inspection/inspectedTenant';
export * from './inspection/inspectTenant';
export {
  CSI_ADDONS_CONFIG_MAP,
  CSI_ADDONS_NAMESPACE,
} from './keyRotation/csiAddons';
export { isCronSchedule } from './keyRotation/cronSchedule';
export * from './keyRotation/keyRotationFacts';
export * from './keyRotation/viewKeyRotation';
export { comparedSetup, type ReadSetup } from './isolation/derivedLogin';
export { derivedRow } from './isolation/derivedRow';
export {
  isolationPaths,
  isolationRow,
  rowState,
  unknownRow,
  type IsolationAnswer,
  type IsolationQuestion,
} from './isolation/isolationRow';
export { tenantPaths } from './isolation/tenantPaths';
export { tokenSetupMessage } from './isolation/tokenSetupMessage';
export {
  kmsTypeOptions,
  type KmsTypeOptions,
} from './kmsConnection/connectionOptions';
export * from './kmsConnection/configMapName';
export { knownOptions } from './kmsConnection/knownOptions';
export { connectionInForce } from './kmsConnection/connectionInForce';
export * from './kmsConnection/connectionsInForce';
export * from './kmsConnection/connectionSource';
export * from './kmsConnection/findConnection';
export {
  tenantObjectNames,
  type KmsConnection,
} from './kmsConnection/kmsConnection';
export { loginPlace, type LoginPlace } from './kmsConnection/loginPlace';
export {
  isTenantType,
  parseConnections,
  type ParsedConnections,
} from './kmsConnection/parseConnections';
export { setupProblems, type KmsSetup } from './kmsConnection/setupProblems';
export * from './kmsConnection/reservedId';
export * from './kmsConnection/viewKmsConnection';
export * from './keyInventory/keyFilter';
export { keyCsvColumns } from './keyInventory/keyCsvColumns';
export {
  judgeFolder,
  surroundingsOf,
  type KmsKeyFacts,
} from './keyInventory/judgeKeys';
export type { KeySurroundings } from './keyInventory/KeyEvidence';
export * from './keyInventory/KeyLook';
export type * from './keyInventory/KeyUse';
export {
  awaitedKeys,
  keyUses,
  type KeyedObjects,
} from './keyInventory/keyUses';
export type { PlaceSources } from './keyInventory/keyPlaces';
export {
  matchListing,
  SortedUses,
  type UsesOfKms,
} from './keyInventory/matchListing';
export { orphanFinding } from './keyInventory/orphanFinding';
export * from './kubernetes/isVolumeOfClaim';
export {
  isDnsLabel,
  requireConfigMapKey,
  requireDnsLabel,
  requireDnsSubdomain,
} from './kubernetes/names';
export * from './kubernetes/objects';
export type * from './kubernetes/cephClusters';
export type * from './kubernetes/claimLimits';
export type * from './kubernetes/csiRegistrations';
export type * from './kubernetes/csiAddons';
export type * from './kubernetes/runningPods';
export type * from './kubernetes/diskPools';
export type * from './kubernetes/vendorObjects';
export type * from './kubernetes/workloads';
export * from './kubernetes/parseObject';
export * from './kubernetes/quantity';
export type * from './news/ChangeSeen';
export { newsOf } from './news/newsOf';
export { freshOf } from './observation/freshOf';
export type { SnapshotClasses } from './lifecycle/conditions';
export { volumeLifecycle } from './lifecycle/volumeLifecycle';
export * from './move/moveRequest';
export { moveClaim, newClaimOf } from './move/moveClaim';
export * from './move/planMove';
export * from './observation/observed';
export { NONE, ownerName, UNKNOWN } from './overview/groupNames';
export {
  countVolumes,
  coverageRows,
  type CountedRow,
} from './overview/coverage';
export { coverageGroups, type CoverageGroup } from './overview/coverageGroups';
export type { CountedAlike } from './overview/countedVolumes';
export * from './overview/csv';
export * from './overview/csvColumns';
export { IMPACTS } from './overview/impacts';
export { overviewVolume } from './overview/overviewVolume';
export { platformFindings } from './overview/platformFindings';
export {
  unclaimedPhase,
  unclaimedVolume,
  withFormerClaim,
} from './overview/unclaimedVolume';
export {
  filterKeyFindings,
  filterVolumes,
  VOLUME_FILTERS,
  type VolumeFilter,
} from './overview/volumeFilter';
export * from './plan/plan';
export type { ConnectionState } from './plan/connectionState';
export type { ClaimManifest } from './plan/claimManifest';
export * from './plan/planClaim';
export * from './plan/planKeyRotation';
export * from './plan/planKmsConnection';
export * from './plan/planKmsConnectionRemoval';
export { overridesConcerned } from './plan/overridesConcerned';
export * from './plan/planKmsTest';
export * from './plan/planNamespaceConsent';
export * from './plan/planSmokeTest';
export { planNote, type PlanNoteCode } from './plan/planNotes';
export * from './plan/planStorageClass';
export * from './plan/planStorageClassDefault';
export { planTenantOffboard } from './plan/planTenantOffboard';
export * from './plan/planTenantOnboard';
export * from './plan/planTenantRenew';
export * from './plan/planTenantRotate';
export * from './plan/planTenantSecret';
export * from './plan/planTenantServiceAccount';
export * from './plan/planTenantShred';
export * from './plan/requireUsableConnection';
export { LABEL_CSI_KMS } from './plan/tenantNotes';
export * from './plan/tenantState';
export * from './plan/viewPlan';
export {
  custodianProbes,
  identityProbes,
  type IdentityProbe,
} from './portalIdentity/identityProbes';
export { judgeIdentity } from './portalIdentity/judgeIdentity';
export { classConnection } from './preflight/classConnection';
export { classKeyPlace } from './preflight/classCustody';
export { preflight } from './preflight/preflight';
export type { PreflightFacts } from './preflight/preflightFacts';
export * from './testJobs/judgeBinding';
export * from './testJobs/judgeJob';
export * from './testJobs/judgeKmsTest';
export * from './testJobs/judgeVolume';
export * from './storageClass/viewDefaultClass';
export * from './storageClass/viewStorageClass';
export * from './tenant/shredReceipt';
export { projectOf } from './tenant/projectOf';
export { consentedOwner, tenantId, tenantMountPath } from './tenant/tenant';
export { parsePolicy } from './vaultPolicy/parsePolicy';
export { ruleInOneLine } from './vaultPolicy/policyRule';
export type { PolicyRule, PolicyValue } from './vaultPolicy/policyRule';
export { dayAfter, dayOf } from './trend/calendar';
export * from './trend/daysToForget';
export type { RecordedDay } from './trend/recordedDay';
export { trendCsvColumns } from './trend/trendCsvColumns';
export { trendOf, type Recorded, type RecordedCount } from './trend/trendOf';
export * from './verification/verifyVolume';
export * from './volume/entityClaims';
export * from './volume/keyQuery';
export * from './volume/viewVolume';
