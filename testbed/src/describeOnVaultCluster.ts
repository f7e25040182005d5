import { describeOn } from './describeOn';
import { startVaultCluster } from './startVaultCluster';
import { ownTestbedAvailability } from './testbedAvailability';
import type { VaultCluster, VaultClusterOptions } from './VaultCluster';

/**
 * Like `describeOnOwnTestbed`, on Vaults alone.
 * @param tests - is given a function that returns the cluster, to be called
 * inside of hooks and tests
 */
export function describeOnVaultCluster(
  name: string,
  options: VaultClusterOptions,
  tests: (cluster: () => VaultCluster) => void,
): void {
  const reason = ownTestbedAvailability();
  const start = () => startVaultCluster(options);
  describeOn({ name, reason, start }, tests);
}
