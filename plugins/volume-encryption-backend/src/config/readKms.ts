import { checkAddress, checkKeys, CONNECTIONS } from './checks';
import { readKmsAuth } from './readKmsAuth';
import type { Section } from './Section';
import type { KmsConfig } from './types';

const KEYS = [
  'name',
  'address',
  'otherAddresses',
  'namespace',
  'caFile',
  'tlsServerName',
  'auth',
  'mountPrefix',
  'tokenRole',
  'timeout',
  'maxConnections',
];

/** Plain segments: what a Vault path can hold without being encoded. */
const PATH = /^[\w-]+(\/[\w-]+)*$/;

/** One entry of `volumeEncryption.kms`. */
export function readKms(section: Section): KmsConfig {
  checkKeys(section, KEYS);
  const address = section.text(
    'address',
    'give the address, such as https://vault.example.com:8200',
  );
  checkAddress(section, 'address', address);
  const otherAddresses = section.optionalTexts('otherAddresses');
  for (const [index, other] of otherAddresses.entries()) {
    checkAddress(section, `otherAddresses[${index}]`, other);
  }
  return {
    name: section.text('name', 'give the KMS a name'),
    address,
    otherAddresses,
    namespace: readPath(section, 'namespace'),
    caFile: section.optionalText('caFile'),
    tlsServerName: section.optionalText('tlsServerName'),
    auth: readKmsAuth(section),
    mountPrefix: readPath(section, 'mountPrefix') ?? 'csi',
    tokenRole: readPath(section, 'tokenRole') ?? 'csi-tenant',
    timeoutMs: section.milliseconds('timeout', 5_000),
    maxConnections: section.count('maxConnections', CONNECTIONS),
  };
}

function readPath(section: Section, key: string): string | undefined {
  const path = section.optionalText(key)?.replace(/^\/+|\/+$/g, '');
  if (path !== undefined && !PATH.test(path)) {
    section.refuse(key, 'write letters, digits, "-", "_" and "/" only');
  }
  return path;
}
