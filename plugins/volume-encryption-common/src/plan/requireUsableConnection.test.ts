import { observed, unknown, type UnknownWhy } from '../observation/observed';
import { requireUsableConnection } from './requireUsableConnection';
import { CONNECTIONS, NOW, VAULT_SA, connectionsOf } from './testState';

describe('requireUsableConnection', () => {
  it('gives the connection and nothing to say of it', () => {
    const found = requireUsableConnection(
      connectionsOf(CONNECTIONS),
      'vault-sa',
    );
    expect(found.connection).toMatchObject({
      kmsId: 'vault-sa',
      kmsType: 'vaulttenantsa',
    });
    expect(found.notes).toEqual([]);
  });

  it('says which ids there are', () => {
    expect(() =>
      requireUsableConnection(connectionsOf(CONNECTIONS), 'nope'),
    ).toThrow(
      expect.objectContaining({
        code: 'unknown-connection',
        field: 'kmsId',
        message: expect.stringContaining('vault-sa, vault-tokens, by-metadata'),
      }),
    );
  });

  it.each([
    ['no ConfigMap', observed(undefined, NOW)],
    ['an empty one', connectionsOf({})],
  ])('says that there is none with %s', (_what, connections) => {
    expect(() => requireUsableConnection(connections, 'vault-sa')).toThrow(
      'There are: none.',
    );
  });

  it.each<[string, Record<string, unknown> | string, RegExp]>([
    ['not JSON', '{', /"vault-sa" is not a JSON object/],
    ['a JSON text', '"x"', /"vault-sa" is not a JSON object/],
    ['without type', { vaultAddress: 'https://v' }, /no encryptionKMSType/],
    [
      'of unknown type',
      { ...VAULT_SA, encryptionKMSType: 'vaulttoken' },
      /"vaulttoken", which Ceph CSI does not have/,
    ],
    [
      'with a bare boolean',
      { ...VAULT_SA, vaultCAVerify: false },
      /JSON strings: vaultCAVerify/,
    ],
    [
      'with an empty auth path',
      { ...VAULT_SA, vaultAuthPath: '' },
      /not usable: vaultAuthPath/,
    ],
    [
      'without address',
      { encryptionKMSType: 'vaulttokens' },
      /not usable: vaultAddress/,
    ],
  ])('refuses an entry that is %s', (_what, entry, message) => {
    expect(() =>
      requireUsableConnection(connectionsOf({ 'vault-sa': entry }), 'vault-sa'),
    ).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'kmsId',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('says that another entry blocks everybody', () => {
    const { notes } = requireUsableConnection(
      connectionsOf({ ...CONNECTIONS, badjson: '{' }),
      'vault-sa',
    );
    expect(notes).toEqual([
      {
        code: 'connections-malformed',
        severity: 'error',
        message: expect.stringContaining('"badjson"'),
      },
    ]);
  });

  it('says what an entry in the style of variables drops', () => {
    const connections = connectionsOf({
      env: {
        KMS_PROVIDER: 'vaulttenantsa',
        VAULT_ADDR: 'https://vault.example:8200',
        tenantSAName: 'own-sa',
      },
    });
    expect(requireUsableConnection(connections, 'env').notes).toEqual([
      expect.objectContaining({
        code: 'connection-option-ignored',
        message: expect.stringContaining('tenantSAName'),
      }),
    ]);
  });

  it.each<[UnknownWhy, string]>([
    ['denied', 'cluster-denied'],
    ['timeout', 'timeout'],
    ['unreachable', 'cluster-unreachable'],
    ['not-synced', 'cluster-unreachable'],
    ['failed', 'cluster-unreachable'],
  ])('never takes %s for absent', (why, code) => {
    expect(() =>
      requireUsableConnection(unknown(why, 'the reason'), 'vault-sa'),
    ).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining('the reason'),
      }),
    );
  });
});
