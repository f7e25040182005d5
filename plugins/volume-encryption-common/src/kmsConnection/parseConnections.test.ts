import { testConfigMap, testConnections } from '../kubernetes/testObjects';
import { parseConnections } from './parseConnections';

const vault = {
  encryptionKMSType: 'vaulttokens',
  vaultAddress: 'https://vault.example:8200',
};

function parse(data: Record<string, unknown>) {
  return parseConnections(
    testConfigMap(
      Object.fromEntries(
        Object.entries(data).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
    ),
  );
}

describe('one data key for each connection', () => {
  it('reads every entry', () => {
    const { connections, malformed } = parseConnections(testConnections());
    expect(connections.map(it => `${it.kmsId} ${it.kmsType}`)).toEqual([
      'vault-tenants vaulttenantsa',
      'vault-tokens vaulttokens',
      'vault-driver vault',
      'wrapped metadata',
      'class-secret metadata',
      'azure azure-kv',
    ]);
    expect(malformed).toEqual([]);
  });

  it.each(['not JSON', '', '[]', '"text"', 'true', '{"a": 1,}', "{'a': 'b'}"])(
    'names the entry that is %p, and reads the others',
    text => {
      const { connections, malformed } = parse({ good: vault, bad: text });
      expect(connections.map(it => it.kmsId)).toEqual(['good']);
      expect(malformed).toEqual([
        { kmsId: 'bad', message: expect.stringContaining('"bad"') },
      ]);
    },
  );

  it('takes null for an entry without anything, as Go does', () => {
    const { connections, malformed } = parse({ good: vault, bad: ' null\n' });
    expect(malformed).toEqual([]);
    expect(connections[1]).toMatchObject({ kmsId: 'bad', notObject: true });
  });

  it('may be empty', () => {
    expect(parse({})).toEqual({ connections: [], malformed: [] });
  });
});

describe('a mounted file', () => {
  it('reads every entry of config.json', () => {
    const { connections } = parse({ 'config.json': { a: vault, b: vault } });
    expect(connections.map(it => it.kmsId)).toEqual(['a', 'b']);
  });

  it('hides every other key', () => {
    const { connections } = parse({ 'config.json': {}, a: vault });
    expect(connections).toEqual([]);
  });

  it('keeps what is no object as a problem of that entry alone', () => {
    const file = { a: 'x', b: vault, c: null, d: [] };
    const { connections, malformed } = parse({ 'config.json': file });
    expect(malformed).toEqual([]);
    expect(connections.map(it => [it.kmsId, it.notObject ?? false])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
      ['d', true],
    ]);
  });

  it('reads nothing from a file that is null', () => {
    expect(parse({ 'config.json': 'null' })).toEqual({
      connections: [],
      malformed: [],
    });
  });

  it('is malformed as a whole', () => {
    const { connections, malformed } = parse({ 'config.json': '{', a: vault });
    expect(connections).toEqual([]);
    expect(malformed.map(it => it.kmsId)).toEqual(['config.json']);
  });
});

describe('an entry', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['camelCase', { encryptionKMSType: 'vault' }, 'vault'],
    ['variables', { KMS_PROVIDER: 'vaulttokens' }, 'vaulttokens'],
    [
      'both, where the first counts',
      { encryptionKMSType: 'vault', KMS_PROVIDER: 'vaulttokens' },
      'vault',
    ],
    ['neither', {}, ''],
    ['a type that is no text', { encryptionKMSType: 7 }, ''],
  ])('has its type from %s', (_, entry, kmsType) => {
    expect(parse({ a: entry }).connections[0].kmsType).toBe(kmsType);
  });

  it('in the style of variables is turned to options, the rest ignored', () => {
    const [connection] = parse({
      a: {
        KMS_PROVIDER: 'vaulttenantsa',
        VAULT_ADDR: 'https://vault.example:8200',
        VAULT_BACKEND: 'kv-v2',
        VAULT_BACKEND_PATH: 'csi',
        VAULT_SKIP_VERIFY: 'true',
        VAULT_AUTH_METHOD: 'kubernetes',
        tenantSAName: 'mine',
        vaultRole: 'mine',
      },
    }).connections;
    expect(connection).toEqual({
      kmsId: 'a',
      kmsType: 'vaulttenantsa',
      options: {
        vaultAddress: 'https://vault.example:8200',
        vaultBackend: 'kv-v2',
        vaultBackendPath: 'csi',
        vaultCAVerify: 'false',
      },
      written: {
        KMS_PROVIDER: 'vaulttenantsa',
        VAULT_ADDR: 'https://vault.example:8200',
        VAULT_BACKEND: 'kv-v2',
        VAULT_BACKEND_PATH: 'csi',
        VAULT_SKIP_VERIFY: 'true',
        VAULT_AUTH_METHOD: 'kubernetes',
        tenantSAName: 'mine',
        vaultRole: 'mine',
      },
      notText: [],
      ignored: ['VAULT_AUTH_METHOD', 'tenantSAName', 'vaultRole'],
    });
  });

  it('of another type keeps its variables as they are', () => {
    const entry = { KMS_PROVIDER: 'ibmkeyprotect', IBM_KP_REGION: 'eu' };
    const [connection] = parse({ a: entry }).connections;
    expect(connection).toMatchObject({ options: entry, ignored: [] });
  });

  it('is kept as it is written, but for credentials', () => {
    const address = 'https://ada:secret@vault.example:8200';
    const [connection] = parse({
      a: {
        ...{ ...vault, vaultAddress: address, READ_TIMEOUT: 10 },
        ...{ vaultToken: 'x', tenants: { a: { vaultToken: 'x' } } },
      },
    }).connections;
    expect(connection.written).toEqual({ ...vault, READ_TIMEOUT: '10' });
    const [variables] = parse({
      a: { KMS_PROVIDER: 'vaulttokens', VAULT_ADDR: address },
    }).connections;
    expect(variables.written).toEqual({
      KMS_PROVIDER: 'vaulttokens',
      VAULT_ADDR: 'https://vault.example:8200',
    });
  });

  it('names the options that Ceph CSI refuses to read', () => {
    const [connection] = parse({
      a: {
        ...vault,
        vaultCAVerify: false,
        tenantTokenName: null,
        READ_TIMEOUT: 10,
        tenants: { a: {} },
      },
    }).connections;
    expect(connection.notText).toEqual(['vaultCAVerify', 'tenantTokenName']);
    expect(connection.options).toEqual(vault);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a section of tenants', { ...vault, tenants: { a: {} } }, ['tenants']],
    ['variables', { ...vault, VAULT_ROLE: 'a' }, ['VAULT_ROLE']],
    ['a slip of the pen', { ...vault, vaultbackend: 'kv' }, ['vaultbackend']],
    [
      "another type's",
      { ...vault, tenantSAName: 'a', vaultRole: 'b' },
      ['tenantSAName', 'vaultRole'],
    ],
    ["the console's", { ...vault, kmsServiceName: 'a' }, []],
    [
      'those of a type that is not known',
      { encryptionKMSType: 'x', a: 'b' },
      [],
    ],
  ])('ignores %s: %j', (_, entry, ignored) => {
    expect(parse({ a: entry }).connections[0].ignored).toEqual(ignored);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a time-out of KMIP', { encryptionKMSType: 'kmip', READ_TIMEOUT: 10 }, []],
    [
      'an end point of KMIP',
      { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 5696 },
      ['KMIP_ENDPOINT'],
    ],
    [
      'a region',
      { encryptionKMSType: 'aws-metadata', AWS_REGION: null },
      ['AWS_REGION'],
    ],
    ['a type', { encryptionKMSType: 7 }, ['encryptionKMSType']],
  ])('has or may have no text in %s', (_, entry, notText) => {
    expect(parse({ a: entry }).connections[0].notText).toEqual(notText);
  });
});
