import type { EncryptionAsked } from '../driver/encryptionAsked';
import {
  TEST_HANDLE,
  testConfigMap,
  testConnections,
} from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import type { CustodySources, KeyCustody } from './keyCustody';
import { resolveCustody } from './keyCustody';

const seen = <T>(value: T) => observed(value, '2026-03-01T00:00:00Z');
const denied = unknown('denied', 'RBAC forbids it.');

function custodyOf(
  kmsId: string | undefined,
  changes: Partial<CustodySources> = {},
): KeyCustody {
  return resolveCustody({
    asked: { encryption: 'block', kmsId },
    volumeHandle: TEST_HANDLE,
    connections: seen(testConnections()),
    tenantConfigMap: seen(undefined),
    ...changes,
  });
}

/** Kind, and whatever else tells one custody from another. */
function brief(custody: KeyCustody): string {
  switch (custody.kind) {
    case 'vault':
      return `vault ${custody.credential} ${custody.location.mount}`;
    case 'broken':
    case 'unknown':
      return `${custody.kind} ${custody.finding.code}`;
    default:
      return custody.kind;
  }
}

it.each<[string | undefined, string]>([
  ['vault-tokens', 'vault tenant-token secret'],
  ['vault-tenants', 'vault tenant-service-account secret'],
  ['vault-driver', 'vault driver-service-account secret'],
  ['wrapped', 'wrapped'],
  ['class-secret', 'shared'],
  ['azure', 'azure'],
  [undefined, 'shared'],
  ['', 'shared'],
  ['default', 'shared'],
  ['Default', 'broken connection-missing'],
  ['gone', 'broken connection-missing'],
])('for the KMS id %s', (kmsId, expected) => {
  expect(brief(custodyOf(kmsId))).toBe(expected);
});

it.each<[EncryptionAsked, string]>([
  [{ encryption: 'none' }, 'none'],
  [{ encryption: 'invalid', why: 'No.' }, 'unknown record-invalid'],
  [{ encryption: 'unknown', why: 'Who knows.' }, 'unknown record-ambiguous'],
  [{ encryption: 'file', kmsId: 'vault-tokens' }, 'vault tenant-token secret'],
])('of a volume recorded as %j', (asked, expected) => {
  expect(brief(custodyOf('vault-tokens', { asked }))).toBe(expected);
});

it.each<[string, string, Partial<CustodySources>, string]>([
  [
    'connections hidden',
    'vault-tokens',
    { connections: denied },
    'unknown connections-unread',
  ],
  ['connections hidden, none named', '', { connections: denied }, 'shared'],
  [
    'no map at all',
    'vault-tokens',
    { connections: seen(undefined) },
    'broken connection-missing',
  ],
  [
    'its entry malformed',
    'vault-tokens',
    { connections: seen(testConnections({ 'vault-tokens': '{' })) },
    'broken connections-malformed',
  ],
  [
    "somebody else's entry malformed",
    'vault-tokens',
    { connections: seen(testConnections({ theirs: '{' })) },
    'vault tenant-token secret',
  ],
  [
    'a type that does not exist',
    'odd',
    { connections: seen(testConnections({ odd: { encryptionKMSType: 'x' } })) },
    'broken connection-type-unknown',
  ],
  [
    'no type',
    'odd',
    { connections: seen(testConnections({ odd: {} })) },
    'broken connection-type-missing',
  ],
  [
    "the tenant's settings",
    'vault-tenants',
    { tenantConfigMap: seen(testConfigMap({ vaultBackendPath: 'csi/a.b' })) },
    'vault tenant-service-account csi/a.b',
  ],
  [
    "the tenant's settings hidden",
    'vault-tenants',
    { tenantConfigMap: denied },
    'unknown tenant-overrides-unread',
  ],
  [
    'settings hidden that would not count',
    'vault-driver',
    { tenantConfigMap: denied },
    'vault driver-service-account secret',
  ],
])('with %s', (_, kmsId, changes, expected) => {
  expect(brief(custodyOf(kmsId, changes))).toBe(expected);
});

it('keeps the name of a connection that could not be read', () => {
  const custody = custodyOf('vault-tokens', { connections: denied });
  expect(custody).toMatchObject({ kmsId: 'vault-tokens' });
});

it("names the key by the volume's handle", () => {
  const custody = custodyOf('vault-driver');
  expect(custody).toMatchObject({
    location: { mount: 'secret', name: `ceph-csi/${TEST_HANDLE}` },
  });
});
