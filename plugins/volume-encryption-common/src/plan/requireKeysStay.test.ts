import type { PersistentVolume } from '../kubernetes/objects';
import { type WantedOverrides, requireKeysStay } from './requireKeysStay';
import type { TenantState } from './tenantState';
import {
  VAULT_SA,
  VAULT_TOKENS,
  connectionsOf,
  tenantConfigOf,
  tenantStateOf,
  volumeOf,
} from './testState';

const wanted: WantedOverrides = {
  namespace: 'payments',
  name: 'ceph-csi-kms-config',
  data: { vaultBackend: 'kv-v2', vaultBackendPath: 'csi/prod.payments' },
};
const check = (state: Partial<TenantState>) => () =>
  requireKeysStay(wanted, tenantStateOf(state));

const otherDriver = (volume: PersistentVolume): PersistentVolume => ({
  ...volume,
  csi: volume.csi && { ...volume.csi, driver: 'ebs.csi.aws.com' },
});

describe('keys stay where they are', () => {
  it.each<[string, Partial<TenantState>]>([
    ['without volumes', {}],
    [
      'when the ConfigMap says it already',
      { configMap: tenantConfigOf(), volumes: [volumeOf('a')] },
    ],
    [
      'when slashes are all that differs',
      {
        connections: connectionsOf({
          'vault-sa': { ...VAULT_SA, vaultBackendPath: '/csi/prod.payments/' },
        }),
        volumes: [volumeOf('a')],
      },
    ],
    [
      'when the volumes are of another namespace',
      { volumes: [volumeOf('a', { namespace: 'billing' })] },
    ],
    [
      'when their connection lets no tenant override',
      { volumes: [volumeOf('a', { kmsId: 'by-metadata' })] },
    ],
    [
      'when their connection reads another ConfigMap',
      {
        connections: connectionsOf({
          'vault-sa': { ...VAULT_SA, tenantConfigName: 'other' },
        }),
        volumes: [volumeOf('a')],
      },
    ],
    [
      'when another driver made them',
      { volumes: [otherDriver(volumeOf('a'))] },
    ],
    [
      'when they are not encrypted',
      { volumes: [{ ...volumeOf('a'), csi: undefined }] },
    ],
  ])('%s', (_when, state) => {
    expect(check(state)).not.toThrow();
  });
});

describe('keys would be left behind', () => {
  it('when the ConfigMap names another path, volumes or not', () => {
    const configMap = tenantConfigOf({ vaultBackendPath: 'csi/old' });
    expect(check({ configMap })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        field: 'namespace',
        message: expect.stringMatching(
          /ConfigMap payments\/ceph-csi-kms-config keeps .* in "csi\/old"/,
        ),
      }),
    );
  });

  it.each<[string, Record<string, string>]>([
    ['at the default path', {}],
    ['at the shared path', { vaultBackendPath: 'shared' }],
    ['at the shared path of a Vault namespace', { vaultNamespace: 'eu' }],
    [
      'at the same path of KV version 1',
      { vaultBackend: 'kv', vaultBackendPath: 'csi/prod.payments' },
    ],
  ])('when volumes have their keys %s', (_where, options) => {
    const connections = connectionsOf({
      'vault-sa': { ...VAULT_SA, ...options },
    });
    expect(check({ connections, volumes: [volumeOf('pvc-1')] })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('pvc-1'),
      }),
    );
  });

  it('also of another connection that reads the same ConfigMap', () => {
    const connections = connectionsOf({
      'vault-sa': { ...VAULT_SA, vaultBackendPath: 'csi/prod.payments' },
      'vault-tokens': VAULT_TOKENS,
    });
    const volumes = [
      volumeOf('stays'),
      volumeOf('left', { kmsId: 'vault-tokens' }),
    ];
    expect(check({ connections, volumes })).toThrow(/again: left\./);
  });

  it('and the message does not list hundreds', () => {
    const volumes = Array.from({ length: 300 }, (_, n) => volumeOf(`v${n}`));
    expect(check({ volumes })).toThrow(/v0, v1, v10, v100, v101 and 295 more/);
  });
});
