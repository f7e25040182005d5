import type {
  FoundSetup,
  SetupPlace,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { observe } from './observe';

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
    observe(setup.authMounts({}), at),
    observe(setup.readAuthConfig(mount, {}), at),
    observe(setup.readAuthRole({ mount, role }, {}), at),
    observe(setup.readPolicy(policy, {}), at),
    observe(setup.readTokenRole(names.tokenRole, {}), at),
    observe(setup.readPolicy(names.tokenPolicy, {}), at),
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
