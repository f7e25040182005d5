import { isIP } from 'node:net';
import {
  plainCidr,
  type ClusterCustody,
} from 'backstage-plugin-volume-encryption-common';
import { checkAddress, checkKeys, checkNames } from './checks';
import { readPath } from './readPath';
import type { Section } from './Section';
import type { CustodyConfig } from './types';

/** As in `deploy/README.md`. */
export const USUAL_CUSTODY: CustodyConfig = {
  tokenPolicy: 'csi-tenant-token',
  tokenPeriodSeconds: 720 * 3600,
  tokenBoundCidrs: [],
  portalPolicy: 'volume-encryption-portal',
  clusters: [],
};

/** Of an address, by the version of IP. */
const BITS = new Map([
  [4, 32],
  [6, 128],
]);

/** As in `deploy/README.md`, for a Vault that serves one cluster. */
export const USUAL_CLUSTER: Omit<ClusterCustody, 'cluster'> = {
  authMount: 'kubernetes',
  role: 'csi-tenant',
  policy: 'csi-tenant-sa',
};

const KEYS = [
  'tokenPolicy',
  'tokenPeriod',
  'tokenBoundCidrs',
  'tokenWrapTtl',
  'portalPolicy',
  'clusters',
];

const CLUSTER_KEYS = [
  'name',
  'authMount',
  'role',
  'policy',
  'audience',
  'kubernetesHost',
  'kubernetesCaFile',
  'kmsInCluster',
];

/** A policy or a role: one segment. Vault makes names of policies lower case. */
const NAME = /^[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?$/;

/** The `custody` of one KMS, or undefined where it has none. */
export function readCustody(kms: Section): CustodyConfig | undefined {
  const section = kms.section('custody');
  if (!section) return undefined;
  checkKeys(section, KEYS);
  return {
    tokenPolicy: readName(section, 'tokenPolicy') ?? USUAL_CUSTODY.tokenPolicy,
    tokenPeriodSeconds: readSeconds(
      section,
      'tokenPeriod',
      USUAL_CUSTODY.tokenPeriodSeconds,
    ),
    tokenBoundCidrs: readCidrs(section),
    tokenWrapTtlSeconds: readWrapTtl(section),
    portalPolicy:
      readName(section, 'portalPolicy') ?? USUAL_CUSTODY.portalPolicy,
    clusters: readClusters(section),
  };
}

function readName(section: Section, key: string): string | undefined {
  const name = section.optionalText(key);
  if (name !== undefined && !NAME.test(name)) {
    section.refuse(key, 'write lower-case letters, digits, "-", "_" and "."');
  }
  return name;
}

function readSeconds(section: Section, key: string, usual: number): number {
  const time = section.milliseconds(key, usual * 1000);
  if (time > 0 && time % 1000 !== 0) {
    section.refuse(key, 'write whole seconds');
  }
  return Math.round(time / 1000);
}

/** Time enough for what takes tokens out, and little for a thief. */
function readWrapTtl(section: Section): number | undefined {
  const seconds = readSeconds(section, 'tokenWrapTtl', 0);
  if (seconds === 0) return undefined;
  if (seconds < 10 || seconds > 3600) {
    section.refuse('tokenWrapTtl', 'write 10 seconds to an hour');
  }
  return seconds;
}

function readCidrs(section: Section): string[] {
  const cidrs = section.optionalTexts('tokenBoundCidrs');
  for (const [index, cidr] of cidrs.entries()) {
    if (isCidr(cidr)) continue;
    const key = `tokenBoundCidrs[${index}]`;
    section.refuse(key, 'write an address range such as 10.0.0.0/8');
  }
  return cidrs.map(plainCidr);
}

function isCidr(text: string): boolean {
  const [address, length, ...rest] = text.split('/');
  const bits = BITS.get(isIP(address));
  if (bits === undefined || rest.length > 0) return false;
  if (length === undefined) return true;
  return /^\d{1,3}$/.test(length) && Number(length) <= bits;
}

function readClusters(custody: Section): ClusterCustody[] {
  const sections = custody.sections('clusters');
  const named = sections.map(section => {
    checkKeys(section, CLUSTER_KEYS);
    return {
      name: section.text('name', 'name the cluster'),
      authMount: readPath(section, 'authMount') ?? USUAL_CLUSTER.authMount,
      role: readName(section, 'role') ?? USUAL_CLUSTER.role,
      policy: readName(section, 'policy') ?? USUAL_CLUSTER.policy,
      ...readLogin(section),
    };
  });
  checkNames(sections, named);
  for (const key of ['authMount', 'policy'] as const) {
    refuseShared(
      sections,
      named.map(it => it[key]),
      key,
    );
  }
  return named.map(({ name, ...its }) => ({ cluster: name, ...its }));
}

/** What tenants' logins are to be reviewed by, where that has to be said. */
function readLogin(section: Section): Partial<ClusterCustody> {
  const kubernetesHost = section.optionalText('kubernetesHost');
  if (kubernetesHost) checkAddress(section, 'kubernetesHost', kubernetesHost);
  return {
    audience: section.optionalText('audience'),
    kubernetesHost,
    kubernetesCaFile: section.optionalText('kubernetesCaFile'),
    kmsInCluster: section.flag('kmsInCluster') || undefined,
  };
}

/**
 * An auth mount asks one API server, and a policy names one cluster: shared,
 * namespaces of the same name would be one tenant.
 */
function refuseShared(sections: Section[], values: string[], key: string) {
  values.forEach((value, index) => {
    if (values.indexOf(value) < index) {
      sections[index].refuse(
        key,
        `"${value}" is another cluster's: each cluster needs its own`,
      );
    }
  });
}
