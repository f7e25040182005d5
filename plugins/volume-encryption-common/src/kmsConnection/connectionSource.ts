import type { KmsSource } from '../contract/api';
import type { Finding } from '../contract/reasons';
import type { ConfigMap } from '../kubernetes/objects';
import { valueOf, type Observed } from '../observation/observed';
import {
  fileMount,
  isCephCsi,
  serves,
  workloadTitle,
  type CephCsiWorkload,
} from './cephCsiWorkload';
import { CONNECTIONS_CONFIG_MAP } from './configMapName';
import { FILE_KEY } from './parseConnections';

/**
 * From where Ceph CSI reads its KMS connections.
 *
 * @public
 */
export interface ConnectionSource extends Pick<
  KmsSource,
  'style' | 'evidence'
> {
  /** The one that is read; where the style is unknown, Ceph CSI's default. */
  configMap: string;
  /**
   * What the style is known by. `nothing-seen`: no Ceph CSI runs there;
   * `unread`: that could not be found out.
   */
  basis: 'workloads' | 'nothing-seen' | 'unread';
  /** Controllers and node plugins do not all read the same. */
  differs: boolean;
  reasons: Finding[];
}

/**
 * The source in force, by what the Deployments and DaemonSets of Ceph CSI mount:
 * a file `config.json` hides all else; without the file Ceph CSI asks the API
 * for the ConfigMap that `KMS_CONFIGMAP_NAME` names (ceph-csi
 * `internal/kms/kms.go`).
 *
 * @param workloads - those of the namespace of the Ceph CSI pods
 * @param configMapNamed - a ConfigMap of that namespace, if it is there
 * @param driverName - asks for the pods of this CSI driver alone
 * @public
 */
export function connectionSource(
  workloads: Observed<readonly CephCsiWorkload[]>,
  configMapNamed: (name: string) => ConfigMap | undefined,
  driverName?: string,
): ConnectionSource {
  if (workloads.status === 'unknown') {
    return assumed(
      'unread',
      `Ceph CSI's pods could not be looked at: ${workloads.detail}`,
    );
  }
  const readers = workloads.value
    .filter(it => isCephCsi(it) && serves(it, driverName))
    .sort(controllersFirst)
    .map(workload => readerOf(workload, configMapNamed));
  const [first] = readers;
  if (!first) {
    return assumed(
      'nothing-seen',
      'No Deployment or DaemonSet of Ceph CSI is in this namespace.',
    );
  }
  const others = readers.filter(({ read }) => read !== first.read);
  const hidden =
    first.style === 'mounted-file' && configMapNamed(CONNECTIONS_CONFIG_MAP)
      ? [hiddenMap(first.configMap)]
      : [];
  return {
    style: first.style,
    configMap: first.configMap,
    basis: 'workloads',
    differs: others.length > 0,
    evidence: readers
      .map(({ title, read }) => `${title} reads ${read}.`)
      .join(' '),
    reasons: [
      ...(others.length > 0 ? [difference(first, others)] : []),
      ...readers.flatMap(({ findings }) => findings),
      ...hidden,
    ],
  };
}

/**
 * Names of all ConfigMaps that the source may turn out to be.
 *
 * @public
 */
export function connectionSourceNames(
  workloads: Observed<readonly CephCsiWorkload[]>,
): string[] {
  const readers = valueOf(workloads) ?? [];
  return [
    ...new Set([
      CONNECTIONS_CONFIG_MAP,
      ...readers.flatMap(it => [
        apiConfigMap(it),
        ...it.mountedConfigMaps.map(({ name }) => name),
      ]),
    ]),
  ];
}

interface Reader {
  title: string;
  style: 'mounted-file' | 'config-map';
  configMap: string;
  /** What it reads, in words. */
  read: string;
  findings: Finding[];
}

function readerOf(
  workload: CephCsiWorkload,
  configMapNamed: (name: string) => ConfigMap | undefined,
): Reader {
  const title = workloadTitle(workload);
  const mount = fileMount(workload);
  const mounted = mount && configMapNamed(mount.name);
  const isFileThere = mounted && Object.hasOwn(mounted.data, FILE_KEY);
  if (mount && (isFileThere || !(mounted || mount.optional))) {
    return {
      title,
      style: 'mounted-file',
      configMap: mount.name,
      read: `the mounted file ${FILE_KEY} of ConfigMap "${mount.name}"`,
      findings: mounted ? [] : [absentMount(title, mount.name)],
    };
  }
  const name = apiConfigMap(workload);
  return {
    title,
    style: 'config-map',
    configMap: name,
    read: `ConfigMap "${name}" through the API`,
    findings: mount ? [absentFile(title, mount.name)] : [],
  };
}

function apiConfigMap({ environment }: CephCsiWorkload): string {
  return environment.KMS_CONFIGMAP_NAME || CONNECTIONS_CONFIG_MAP;
}

/** Deployments before DaemonSets, RBD before CephFS: the first makes volumes. */
function controllersFirst(
  one: CephCsiWorkload,
  other: CephCsiWorkload,
): number {
  return rankOf(one).localeCompare(rankOf(other));
}

function rankOf({ kind, meta }: CephCsiWorkload): string {
  return `${kind === 'Deployment' ? 0 : 1}${meta.name.includes('cephfs') ? 1 : 0}${meta.name}`;
}

function assumed(
  basis: 'nothing-seen' | 'unread',
  evidence: string,
): ConnectionSource {
  return {
    style: 'unknown',
    configMap: CONNECTIONS_CONFIG_MAP,
    basis,
    differs: false,
    evidence,
    reasons: [
      {
        code: 'source-unknown',
        severity: 'warning',
        message: `Which ConfigMap Ceph CSI reads is not known, so "${CONNECTIONS_CONFIG_MAP}" is taken to be it, which a mounted ${FILE_KEY} would hide. ${evidence}`,
      },
    ],
  };
}

function difference(first: Reader, others: Reader[]): Finding {
  const said = [first, ...others]
    .map(({ title, read }) => `${title} reads ${read}`)
    .join('; ');
  return {
    code: 'source-differs',
    severity: 'error',
    message: `Ceph CSI's controllers and node plugins do not read the same KMS connections, so that a volume can be made and not be mounted: ${said}. Give all of them the same ConfigMap.`,
  };
}

function absentMount(title: string, name: string): Finding {
  return {
    code: 'source-mount-missing',
    severity: 'error',
    message: `${title} mounts ConfigMap "${name}", which is not there: its pods do not start before it is.`,
  };
}

function absentFile(title: string, name: string): Finding {
  return {
    code: 'source-file-missing',
    severity: 'warning',
    message: `${title} mounts ConfigMap "${name}", which has no ${FILE_KEY}, so it asks the API. As soon as that key is there, it hides all other connections.`,
  };
}

function hiddenMap(name: string): Finding {
  return {
    code: 'source-hidden',
    severity: 'warning',
    message: `ConfigMap "${CONNECTIONS_CONFIG_MAP}" is there too and counts for nothing: the mounted ConfigMap "${name}" hides it.`,
  };
}
