import { CONNECTIONS_CONFIG_MAP } from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { metaOf } from '../../__testUtils__/objects';
import { Systems } from '../../systems';
import { createKms } from '../../vault/createKms';
import { readRotationState } from './readRotationState';

const VAULT = 'https://vault.example:8200';
const request = { cluster: 'prod', namespace: 'web', kmsId: 'tokens' };
const connections = {
  kind: 'ConfigMap',
  meta: metaOf(`rook-ceph/${CONNECTIONS_CONFIG_MAP}`),
  data: {
    tokens: JSON.stringify({
      encryptionKMSType: 'vaulttokens',
      vaultAddress: VAULT,
    }),
  },
};
const recorded = { id: 'former', secretName: 'former-token' };

it('tells Secrets of another name from one look at what is recorded', async () => {
  const get: Cluster['reader']['get'] = async (_, { name }) =>
    Object({ [CONNECTIONS_CONFIG_MAP]: connections })[name];
  const reader = { get, list: async () => [], watch: jest.fn() };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  const kms = createKms({
    name: 'vault',
    address: VAULT,
    otherAddresses: [],
    auth: { method: 'token', token: 'of-no-use' },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 1000,
    maxConnections: 1,
  });
  kms.readMount = async () => undefined;
  const live = jest.fn(async () => [recorded]);
  const state = await readRotationState(
    request,
    {
      systems: new Systems({ clusters: [cluster], kms: [kms] }),
      credentials: Object({ live }),
    },
    { now: '2026-01-10T00:00:00Z' },
  );
  expect(state).toMatchObject({
    recordedTokens: 1,
    otherSecrets: ['former-token'],
  });
  expect(live).toHaveBeenCalledTimes(1);
});
