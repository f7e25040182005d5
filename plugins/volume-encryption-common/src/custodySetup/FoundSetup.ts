import { valueOf, type Observed } from '../observation/observed';
import type { Settings } from './settingDifferences';
import type { SetupAccessors, SetupPlace } from './SetupPlace';

/**
 * The set-up as read from a KMS. Undefined for what is not there.
 *
 * @public
 */
export interface FoundSetup {
  /** Paths without slashes at the ends. */
  authMounts: Observed<
    readonly { path: string; type: string; accessor: string }[]
  >;
  authConfig: Observed<Settings | undefined>;
  accountRole: Observed<Settings | undefined>;
  accountPolicy: Observed<string | undefined>;
  tokenRole: Observed<Settings | undefined>;
  tokenPolicy: Observed<string | undefined>;
}

/** The accessors that the policies have to name. @public */
export function accessorsIn(
  { authMounts }: Pick<FoundSetup, 'authMounts'>,
  { names, cluster }: SetupPlace,
): SetupAccessors {
  const accessorOf = (path: string) =>
    valueOf(authMounts)?.find(it => it.path === path)?.accessor;
  return {
    kubernetes: accessorOf(names.ofCluster(cluster).authMount),
    token: accessorOf('token'),
  };
}
