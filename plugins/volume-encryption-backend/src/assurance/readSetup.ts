import type {
  FoundSetup,
  SetupPlace,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster, Kms } from 'backstage-plugin-volume-encryption-node';
import { observe } from '../status/observe';
import { knownApiServer } from './knownApiServer';

/** Reads the objects of the set-up, at once; what fails is told as such. */
export async function readSetup(
  { kms: { setup }, of }: { kms: Kms; of: Cluster },
  { names, cluster }: SetupPlace,
  at: string,
): Promise<FoundSetup> {
  const custody = names.ofCluster(cluster);
  const { authMount: mount, role, policy } = custody;
  const [
    apiServer,
    authMounts,
    authConfig,
    accountRole,
    accountPolicy,
    tokenRole,
    tokenPolicy,
  ] = await Promise.all([
    knownApiServer(of, custody, at),
    observe(at, () => setup.authMounts({})),
    observe(at, () => setup.readAuthConfig(mount, {})),
    observe(at, () => setup.readAuthRole({ mount, role }, {})),
    observe(at, () => setup.readPolicy(policy, {})),
    observe(at, () => setup.readTokenRole(names.tokenRole, {})),
    observe(at, () => setup.readPolicy(names.tokenPolicy, {})),
  ]);
  return {
    apiServer,
    authMounts,
    authConfig,
    accountRole,
    accountPolicy,
    tokenRole,
    tokenPolicy,
  };
}
