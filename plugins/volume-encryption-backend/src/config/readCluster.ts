import { isDnsLabel } from 'backstage-plugin-volume-encryption-common';
import { checkAddress, checkKeys, CONNECTIONS, onlyOneOf } from './checks';
import type { Section } from './Section';
import type { ClusterConfig, ClusterConnection } from './types';

const WAYS = ['url', 'kubeconfig', 'inCluster'] as const;
const WITH_URL = [
  'token',
  'tokenFile',
  'caFile',
  'tlsServerName',
  'skipTLSVerify',
];
const ALWAYS = ['name', 'csiNamespace', 'timeout', 'maxConnections'];

/** One entry of `volumeEncryption.clusters`. */
export function readCluster(section: Section): ClusterConfig {
  const csiNamespace = section.optionalText('csiNamespace') ?? 'rook-ceph';
  if (!isDnsLabel(csiNamespace)) {
    section.refuse('csiNamespace', 'write the name of a namespace');
  }
  return {
    name: section.text('name', 'give the cluster a name'),
    connection: readConnection(section),
    csiNamespace,
    timeoutMs: section.milliseconds('timeout', 10_000),
    maxConnections: section.count('maxConnections', CONNECTIONS),
  };
}

function readConnection(section: Section): ClusterConnection {
  const kind = onlyOneOf(section, WAYS);
  if (kind === 'url' || kind === undefined) {
    checkKeys(section, [...ALWAYS, ...WAYS, ...WITH_URL]);
    return readUrl(section);
  }
  checkKeys(section, [...ALWAYS, ...WAYS], `with ${kind}`);
  if (kind === 'kubeconfig') return readKubeconfig(section);
  if (!section.flag('inCluster')) {
    section.refuse('inCluster', 'write true, or give url or kubeconfig');
  }
  return { kind: 'in-cluster' };
}

function readUrl(section: Section): ClusterConnection {
  const url = section.optionalText('url') ?? '';
  checkAddress(section, 'url', url);
  if (url) onlyOneOf(section, ['tokenFile', 'token']);
  return {
    kind: 'url',
    url,
    token: section.optionalText('token'),
    tokenFile: section.optionalText('tokenFile'),
    caFile: section.optionalText('caFile'),
    tlsServerName: section.optionalText('tlsServerName'),
    skipTlsVerify: section.flag('skipTLSVerify'),
  };
}

function readKubeconfig(section: Section): ClusterConnection {
  const kubeconfig = section.section('kubeconfig');
  if (kubeconfig) checkKeys(kubeconfig, ['file', 'context']);
  return {
    kind: 'kubeconfig',
    file: kubeconfig?.text('file', 'name the kubeconfig file') ?? '',
    context: kubeconfig?.optionalText('context'),
  };
}
