/**
 * Real servers for tests: etcd, Kubernetes and HashiCorp Vault on loopback.
 *
 * @packageDocumentation
 */

export { startTestbed } from './startTestbed';
export type { Testbed, TestbedControls } from './Testbed';
export { describeOnTestbed } from './describeOnTestbed';
export { testbedAvailability } from './testbedAvailability';
export { buildServers, type ServerBinaries } from './build/buildServers';
export { goToolchain, type GoToolchain } from './build/goToolchain';
export { wireKubernetesAuth } from './setup/wireKubernetesAuth';
export { setUpTenantCustody } from './setup/setUpTenantCustody';
export {
  createPortalIdentity,
  type PortalIdentity,
} from './setup/createPortalIdentity';
export { serviceAccountToken } from './setup/serviceAccountToken';
export { writeKubeconfig } from './servers/kubeconfig';
export {
  kubernetesApi,
  vaultApi,
  type KubernetesAccess,
  type ServerAccess,
} from './access/ServerAccess';
export type { JsonApi, JsonRequest, JsonResponse } from './access/jsonApi';
export { textAt, textsAt, valueAt } from './access/fields';
