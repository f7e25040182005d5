import { testConnections, testVolume } from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import { connectionLink } from './connectionLink';
import { readEvidence } from './evidence';
import { seen, testFacts, testTenant } from './testFacts';
import type { VolumeFacts } from './volumeFacts';

const denied = unknown('denied', 'RBAC forbids it.');
const named = (encryptionKMSID: string | undefined) =>
  seen(testVolume({ encryptionKMSID }));

it.each<[string, Partial<VolumeFacts>, string]>([
  ['is there', {}, 'ok vault-tenants connection-ok E1'],
  [
    'is not needed for a shared passphrase',
    { volume: named(undefined) },
    'ok none named connection-ok E1',
  ],
  [
    'is not needed for the id default',
    { volume: named('default') },
    'ok none named connection-ok E1',
  ],
  [
    'is of a type that keeps keys in metadata',
    { volume: named('wrapped') },
    'ok wrapped connection-ok E1',
  ],
  [
    'is not in the map',
    { volume: named('gone') },
    'broken gone connection-missing E1',
  ],
  [
    'is in no map at all',
    { connections: seen(undefined) },
    'broken vault-tenants connection-missing E1',
  ],
  [
    'may not be read',
    { connections: denied },
    'unknown vault-tenants connections-unread E0',
  ],
  [
    'may be changed by a tenant, unread',
    { tenant: testTenant({ configMap: denied }) },
    'unknown vault-tenants tenant-overrides-unread E0',
  ],
  [
    'is stopped by a malformed entry of somebody else',
    { connections: seen(testConnections({ theirs: 'not JSON' })) },
    'broken vault-tenants connections-malformed E1',
  ],
  [
    'is itself malformed',
    { connections: seen(testConnections({ 'vault-tenants': '{' })) },
    'broken vault-tenants connections-malformed E1',
  ],
  [
    'is of a type that does not exist',
    {
      connections: seen(
        testConnections({
          'vault-tenants': { encryptionKMSType: 'vaultoken' },
        }),
      ),
    },
    'broken vault-tenants connection-type-unknown E1',
  ],
  [
    'has no type',
    { connections: seen(testConnections({ 'vault-tenants': {} })) },
    'broken vault-tenants connection-type-missing E1',
  ],
  [
    'has no address',
    {
      connections: seen(
        testConnections({
          'vault-tenants': { encryptionKMSType: 'vaulttenantsa' },
        }),
      ),
    },
    'broken vault-tenants connection-incomplete E1',
  ],
])('a connection that %s', (_, changes, expected) => {
  const { status, name, code, grade } = connectionLink(
    readEvidence(testFacts(changes)),
  );
  expect(`${status} ${name} ${code} ${grade}`).toBe(expected);
});

it('names the malformed entry', () => {
  const connections = seen(testConnections({ theirs: 'not JSON' }));
  const { detail } = connectionLink(readEvidence(testFacts({ connections })));
  expect(detail).toContain('"theirs"');
});
