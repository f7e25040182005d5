import { isDeepStrictEqual } from 'node:util';
import { checkAddress, checkKeys, CONNECTIONS } from './checks';
import { readCustody } from './readCustody';
import { readKmsAuth } from './readKmsAuth';
import { readPath } from './readPath';
import type { Section } from './Section';
import type { KmsAuth, KmsConfig } from './types';

const KEYS = [
  'name',
  'address',
  'otherAddresses',
  'namespace',
  'caFile',
  'tlsServerName',
  'auth',
  'custodian',
  'custody',
  'mountPrefix',
  'tokenRole',
  'timeout',
  'maxConnections',
];

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
  const auth = readKmsAuth(section);
  return {
    name: section.text('name', 'give the KMS a name'),
    address,
    otherAddresses,
    namespace: readPath(section, 'namespace'),
    caFile: section.optionalText('caFile'),
    tlsServerName: section.optionalText('tlsServerName'),
    auth,
    custodianAuth: readCustodianAuth(section, auth),
    custody: readCustody(section),
    mountPrefix: readPath(section, 'mountPrefix') ?? 'csi',
    tokenRole: readPath(section, 'tokenRole') ?? 'csi-tenant',
    timeoutMs: section.milliseconds('timeout', 5_000),
    maxConnections: section.count('maxConnections', CONNECTIONS),
  };
}

/** With one credential for both, the portal itself could destroy keys. */
function readCustodianAuth(kms: Section, own: KmsAuth): KmsAuth | undefined {
  const section = kms.section('custodian');
  if (!section) return undefined;
  checkKeys(section, ['auth']);
  const auth = readKmsAuth(section);
  const isGiven = auth.method !== 'token' || auth.token !== '';
  if (isGiven && isDeepStrictEqual(auth, own)) {
    section.refuse('auth', "give another credential than the portal's own");
  }
  return auth;
}
