import type {
  FoundSetup,
  SetupPlace,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { observe } from '../status/observe';

/** Reads the objects of the set-up, at once; what fails is told as such. */
export async function readSetup(
  { setup }: Kms,
  { names, cluster }: SetupPlace,
  at: string,
): Promise<FoundSetup> {
  const { authMount: mount, role, policy } = names.ofCluster(cluster);
  const [
    authMounts,
    authConfig,
    accountRole,
    accountPolicy,
    tokenRole,
    tokenPolicy,
  ] = await Promise.all([
    observe(at, () => setup.authMounts({})),
    observe(at, () => setup.readAuthConfig(mount, {})),
    observe(at, () => setup.readAuthRole({ mount, role }, {})),
    observe(at, () => setup.readPolicy(policy, {})),
    observe(at, () => setup.readTokenRole(names.tokenRole, {})),
    observe(at, () => setup.readPolicy(names.tokenPolicy, {})),
  ]);
  return {
    authMounts,
    authConfig,
    accountRole,
    accountPolicy,
    tokenRole,
    tokenPolicy,
  };
}
