import type { Kms } from 'backstage-plugin-volume-encryption-node';
import { createKms } from '../vault/createKms';
import { verifyNewToken } from './verifyNewToken';

const credential = {
  ...{ cluster: 'prod', namespace: 'payments' },
  ...{ kms: 'vault', tenantId: 'prod.payments' },
  ...{ id: 'credential-1', accessor: 'accessor-1' },
};

/** A KMS that is to bind tokens, and the addresses of the one that it minted. */
function kmsWith(tokenBoundCidrs: string[], boundCidrs: string[]): Kms {
  const real = createKms({
    name: 'vault',
    address: 'https://vault.example:8200',
    otherAddresses: [],
    auth: { method: 'token', token: 'none' },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 1000,
    maxConnections: 1,
  });
  const { cluster, namespace, id: operation } = credential;
  const may = (path: string) =>
    path.startsWith('csi/prod.payments/')
      ? ['create', 'delete', 'read', 'update']
      : ['deny'];
  return {
    ...real,
    custodyNames: { ...real.custodyNames, tokenBoundCidrs },
    tokens: {
      ...real.tokens,
      lookup: async () => ({
        path: real.tokens.creationPath,
        meta: { cluster, namespace, operation },
        ...{ policies: [], entityId: '', boundCidrs },
        ...{ orphan: true, renewable: true },
      }),
    },
    capabilities: {
      ...real.capabilities,
      ofAccessor: async (_, paths) =>
        new Map(paths.map(path => [path, may(path)])),
    },
  };
}

it.each<[string, string[], string[]]>([
  ['from everywhere, where none is configured', [], []],
  ['from where its role has it, where none is configured', [], ['10.0.0.0/8']],
  [
    'from the configured addresses',
    ['10.0.0.0/8', '10.1.2.3/32'],
    ['10.1.2.3', '10.0.0.0/8'],
  ],
])('delivers a token that works %s', async (_, configured, bound) => {
  const kms = kmsWith(configured, bound);
  await expect(verifyNewToken(credential, kms)).resolves.toBeUndefined();
});

it.each<[string, string[], RegExp]>([
  ['everywhere', [], /bound to no addresses, not to 10.0.0.0\/8/],
  ['elsewhere too', ['10.0.0.0/8', '0.0.0.0/0'], /bound to .*0.0.0.0\/0, not/],
])('refuses a token that works %s', async (_, bound, message) => {
  await expect(
    verifyNewToken(credential, kmsWith(['10.0.0.0/8'], bound)),
  ).rejects.toMatchObject({
    code: 'not-allowed',
    field: 'tokenBoundCidrs',
    message: expect.stringMatching(message),
  });
});
