import { valueOf, type Observed } from '../observation/observed';
import type { Settings } from './settingDifferences';
import type { SetupAccessors, SetupPlace } from './SetupPlace';

/**
 * The API server that logins have to be reviewed by, as it is known without
 * asking the KMS.
 *
 * @public
 */
export interface KnownApiServer {
  /** Its address, as the KMS reaches it. */
  host: Observed<string>;
  /** SHA-256 fingerprints of the authorities that may vouch for it. */
  authorities: Observed<readonly string[]>;
}

/**
 * The set-up as read from a KMS. Undefined for what is not there.
 *
 * @public
 */
export interface FoundSetup {
  apiServer: KnownApiServer;
  /** Paths without slashes at the ends. */
  authMounts: Observed<
    readonly { path: string; type: string; accessor: string }[]
  >;
  /** With `kubernetes_ca_cert` as fingerprints, see {@link KnownApiServer}. */
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
