import { isOwnMachine } from '../kmsConnection/ownMachine';
import { valueOf, type Observed } from '../observation/observed';
import type { KnownApiServer } from './FoundSetup';
import type { SetupPlace } from './SetupPlace';
import {
  is,
  isList,
  textsOf,
  type ExpectedSetting,
  type Settings,
} from './settingDifferences';

const ANNOTATIONS =
  'what tenants write on their accounts becomes part of logins';

/**
 * Of the configuration of Kubernetes auth. Whoever decides where tokens are
 * reviewed decides who is which tenant, so address and authority have to be
 * those that are known of the cluster. The reviewer's token is not shown.
 * Source: vault-plugin-auth-kubernetes `path_config.go`, `backend.go`.
 */
export function authConfigSettings(
  config: Settings,
  place: SetupPlace,
  known: KnownApiServer,
): ExpectedSetting[] {
  return [
    host(place, known),
    authority(config, place, known),
    reviewer(config, place),
    isList('pem_keys', [], () => 'it decides whose signatures count'),
    is('use_annotations_as_alias_metadata', false, ANNOTATIONS),
    {
      name: 'disable_iss_validation',
      expected: 'true',
      fits: it => it !== false || Boolean(config.issuer),
      danger: () => 'tokens of every issuer but the one of old are refused',
    },
  ];
}

function host(
  { cluster }: SetupPlace,
  { host: known }: KnownApiServer,
): ExpectedSetting {
  const wanted = valueOf(known);
  return {
    name: 'kubernetes_host',
    expected: wanted ?? `the API server of ${cluster}`,
    fits: it => {
      if (typeof it !== 'string' || isPlain(it)) return false;
      return wanted === undefined
        ? undefined
        : comparable(it) === comparable(wanted);
    },
    danger: it => {
      if (typeof it !== 'string') return 'nobody can log in';
      if (isPlain(it)) return "the reviewer's token is sent without TLS";
      return wanted === undefined
        ? undefined
        : 'whoever answers there decides who is which tenant';
    },
    settledBy: settling(
      known,
      `Configure "kubernetesHost" of cluster ${cluster} under "custody.clusters" of this KMS.`,
    ),
  };
}

function authority(
  config: Settings,
  { names, cluster }: SetupPlace,
  { authorities: known }: KnownApiServer,
): ExpectedSetting {
  const wanted = valueOf(known);
  const needsNone =
    usesOwnPod(config, { names, cluster }) ||
    isOwnMachine(String(config.kubernetes_host));
  return {
    name: 'kubernetes_ca_cert',
    expected: wanted?.join(', ') ?? `the authority of ${cluster}`,
    fits: it => {
      const found = textsOf(it);
      if (found.length === 0) return needsNone;
      return wanted && found.every(one => wanted.includes(one));
    },
    danger: it =>
      textsOf(it).length === 0
        ? 'whoever the host of the KMS trusts may stand in for the API server'
        : wanted && 'it may vouch for another API server',
    settledBy: settling(
      known,
      `Configure "kubernetesCaFile" of cluster ${cluster} under "custody.clusters" of this KMS.`,
    ),
  };
}

/** A Vault in the cluster takes authority and reviewer of its own pod. */
function usesOwnPod(
  config: Settings,
  { names, cluster }: Pick<SetupPlace, 'names' | 'cluster'>,
): boolean {
  return (
    names.ofCluster(cluster).kmsInCluster === true &&
    config.disable_local_ca_jwt !== true
  );
}

/** Without it Vault takes its own pod's, or else the tenant's own. */
function reviewer(config: Settings, place: SetupPlace): ExpectedSetting {
  const ofOwnPod = usesOwnPod(config, place);
  return {
    name: 'token_reviewer_jwt_set',
    expected: 'true',
    // Not told by older servers.
    fits: it => (it === undefined ? undefined : it === true || ofOwnPod),
    danger: it =>
      it === undefined
        ? undefined
        : 'tenants would have to review their tokens themselves, which they may not; where the KMS runs in the cluster configure "kmsInCluster"',
    settledBy: 'Log in as a tenant, as Ceph CSI does.',
  };
}

function settling(known: Observed<unknown>, remedy: string): string {
  return known.status === 'unknown' ? `${known.detail} ${remedy}` : remedy;
}

/** Without TLS, and not on the machine of the KMS itself. */
function isPlain(address: string): boolean {
  return !address.startsWith('https://') && !isOwnMachine(address);
}

function comparable(address: string): string {
  return URL.canParse(address)
    ? new URL(address).href.replace(/\/+$/, '')
    : address;
}
