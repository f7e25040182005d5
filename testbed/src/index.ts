/**
 * Real servers for tests: etcd, Kubernetes and HashiCorp Vault on loopback.
 *
 * @packageDocumentation
 */

export { startOwnTestbed, startTestbed } from './startTestbed';
export type {
  EtcdControl,
  OwnTestbed,
  SealControl,
  Testbed,
  TestbedControls,
} from './Testbed';
export type { PauseControl, ServerControl } from './servers/serverControls';
export { describeOnOwnTestbed, describeOnTestbed } from './describeOnTestbed';
export { startVaultCluster } from './startVaultCluster';
export type {
  VaultCluster,
  VaultClusterOptions,
  VaultNode,
} from './VaultCluster';
export { describeOnVaultCluster } from './describeOnVaultCluster';
export {
  ownTestbedAvailability,
  testbedAvailability,
} from './testbedAvailability';
export { buildServers, type ServerBinaries } from './build/buildServers';
export { goToolchain, type GoToolchain } from './build/goToolchain';
export { wireKubernetesAuth } from './setup/wireKubernetesAuth';
export {
  setUpTenantCustody,
  type CustodyOptions,
} from './setup/setUpTenantCustody';
export type { CustodyNames } from './setup/CustodyNames';
export { createCustodianToken } from './setup/createCustodianToken';
export {
  createPortalIdentity,
  type PortalIdentity,
} from './setup/createPortalIdentity';
export {
  setUpTokenUnwrapper,
  type TokenUnwrapper,
} from './setup/setUpTokenUnwrapper';
export { installCrds } from './setup/installCrds';
export { serviceAccountToken } from './setup/serviceAccountToken';
export { mountTenantKeys } from './setup/mountTenantKeys';
export { playCephCsi } from './playCephCsi';
export { startFaultProxy, type FaultProxy } from './faults/startFaultProxy';
export type { Fault } from './faults/Fault';
export {
  createAuthority,
  type Authority,
  type Issue,
  type IssuedCertificate,
} from './tls/createAuthority';
export { freePort } from './process/freePort';
export { writeKubeconfig } from './servers/kubeconfig';
export {
  kubernetesApi,
  vaultApi,
  type KubernetesAccess,
  type ServerAccess,
} from './access/ServerAccess';
export type { JsonApi, JsonRequest, JsonResponse } from './access/jsonApi';
export { textAt, textsAt, valueAt } from './access/fields';
