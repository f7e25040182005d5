import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { createCluster } from '../cluster/createCluster';
import { createKms } from '../vault/createKms';
import { Systems } from './Systems';

const cluster = createCluster({
  name: 'prod',
  connection: { kind: 'in-cluster' },
  csiNamespace: 'rook-ceph',
  timeoutMs: 1000,
  maxConnections: 16,
});
const kms = createKms({
  name: 'vault',
  address: 'https://vault.example:8200',
  otherAddresses: ['https://vault.vault.svc:8200'],
  auth: { method: 'token', token: 'x' },
  mountPrefix: 'csi',
  tokenRole: 'csi-tenant',
  timeoutMs: 1000,
  maxConnections: 16,
});
const systems = new Systems({ clusters: [cluster], kms: [kms] });

describe('Systems', () => {
  it('finds by name', () => {
    expect(systems.cluster('prod')).toBe(cluster);
    expect(systems.kms('vault')).toBe(kms);
  });

  it.each([
    'https://vault.example:8200',
    'https://vault.example:8200/',
    'https://Vault.Example:8200',
    ' https://vault.vault.svc:8200 ',
  ])('finds a KMS at "%s"', address => {
    expect(systems.kmsAt(address)).toBe(kms);
  });

  it.each([
    '',
    'https://vault.example',
    'https://vault.example:8200/prefix',
    'http://vault.example:8200',
    'https://evil.example:8200',
  ])('knows no KMS at "%s"', address => {
    expect(() => systems.kmsAt(address)).toThrow(
      expect.objectContaining({ code: 'unknown-kms', field: 'kmsId' }),
    );
  });

  it('says what there is when it knows none of a name', () => {
    expect(() => systems.cluster('dev')).toThrow(
      new VolumeEncryptionError(
        'unknown-cluster',
        'There is no cluster "dev". Configured: prod.',
      ),
    );
    expect(() => new Systems({ clusters: [], kms: [] }).kms('vault')).toThrow(
      'There is no KMS "vault". Configured: none.',
    );
  });
});
