import {
  TEST_HANDLE,
  testConfigMap,
  testConnections,
  testVolume,
} from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import { keyQuery } from './keyQuery';

type Input = Parameters<typeof keyQuery>[0];

const seen = <T>(value: T) => observed(value, '2026-03-01T00:00:00Z');
const denied = unknown('denied', 'RBAC forbids it.');
const named = (encryptionKMSID: string | undefined) =>
  testVolume({ encryptionKMSID });
const changed = (entry: Record<string, unknown>) => ({
  connections: seen(testConnections({ 'vault-tenants': entry })),
});

function query(changes: Partial<Input> = {}) {
  return keyQuery({
    volume: testVolume(),
    connections: seen(testConnections()),
    tenantConfigMap: seen(testConfigMap({ vaultBackendPath: 'csi/a.b' })),
    ...changes,
  });
}

it('asks where Ceph CSI of this tenant keeps the key', () => {
  expect(query()).toEqual({
    address: 'https://vault.example:8200',
    mount: 'csi/a.b',
    name: TEST_HANDLE,
  });
});

it('asks at the address that the tenant chose', () => {
  const own = { vaultAddress: 'https://mine.example' };
  const tenantConfigMap = seen(testConfigMap(own));
  expect(query({ tenantConfigMap })).toMatchObject({
    address: 'https://mine.example',
    mount: 'secret',
  });
});

it('asks under the prefix of the type vault', () => {
  expect(query({ volume: named('vault-driver') })).toMatchObject({
    name: `ceph-csi/${TEST_HANDLE}`,
  });
});

it.each<[string, Partial<Input>, string]>([
  ['no driver', { volume: testVolume({}, { csi: undefined }) }, 'CSI driver'],
  [
    'no encryption',
    { volume: testVolume({ encrypted: undefined }) },
    'not encrypted',
  ],
  ['an odd record', { volume: testVolume({ encrypted: 'yes' }) }, '"yes"'],
  ['a shared passphrase', { volume: named(undefined) }, 'shared'],
  ['a wrapped key', { volume: named('wrapped') }, '"metadata"'],
  ['an Azure Key Vault', { volume: named('azure') }, '"azure-kv"'],
  ['no such connection', { volume: named('gone') }, '"gone"'],
  ['connections hidden', { connections: denied }, 'RBAC forbids it.'],
  ["the tenant's settings hidden", { tenantConfigMap: denied }, 'RBAC'],
  [
    'no address',
    changed({ encryptionKMSType: 'vaulttenantsa' }),
    'no vaultAddress',
  ],
  [
    'KV version 1',
    changed({
      encryptionKMSType: 'vaulttenantsa',
      vaultAddress: 'https://vault.example:8200',
      vaultBackend: 'kv',
    }),
    'version 1',
  ],
])('has nothing to ask with %s', (_, changes, why) => {
  expect(query(changes)).toEqual({ why: expect.stringContaining(why) });
});
