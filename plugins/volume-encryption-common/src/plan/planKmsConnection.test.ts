import type { KmsConnectionRequest } from '../contract/api';
import type { ConnectionSource } from '../kmsConnection/connectionSource';
import type { ConnectionState } from './connectionState';
import { planKmsConnection } from './planKmsConnection';
import {
  connectionStateOf,
  FROM_API,
  FROM_FILE,
  mapOf,
} from './testConnectionState';
import { BAD_NAMES, tenantConfigOf, volumeOf } from './testState';

const OPTIONS = {
  encryptionKMSType: 'vaulttenantsa',
  vaultAddress: 'https://vault.example:8200',
  vaultBackend: 'kv-v2',
};

/** The portal knows the same Vault by it. */
const OTHER_NAME = 'https://other-name.example:8200';

function plan(
  options: Record<string, string> = OPTIONS,
  state: Partial<ConnectionState> = {},
  request: Partial<KmsConnectionRequest> = {},
) {
  return planKmsConnection(
    {
      operation: 'kms-connection',
      cluster: 'prod',
      kmsId: 'vault-sa',
      options,
      ...request,
    },
    connectionStateOf(state),
  );
}

function refusal(...given: Parameters<typeof plan>) {
  try {
    plan(...given);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a new connection', () => {
  it('is one conditional change of the ConfigMap that is there', () => {
    expect(plan(OPTIONS, { configMap: mapOf({ other: '{}' }) })).toEqual({
      operation: 'kms-connection',
      steps: [
        {
          kind: 'patch',
          id: 'kms-connection',
          title:
            'KMS connection vault-sa in ConfigMap rook-ceph/csi-kms-connection-details',
          change: 'create',
          cluster: 'prod',
          target: {
            kind: 'ConfigMap',
            namespace: 'rook-ceph',
            name: 'csi-kms-connection-details',
            uid: 'uid-of-csi-kms-connection-details',
            resourceVersion: '7',
          },
          patch: { data: { 'vault-sa': JSON.stringify(OPTIONS) } },
        },
      ],
      notes: [],
    });
  });

  it('makes the ConfigMap where there is none', () => {
    expect(plan().steps).toMatchObject([
      {
        kind: 'apply',
        change: 'create',
        manifest: {
          kind: 'ConfigMap',
          metadata: {
            name: 'csi-kms-connection-details',
            namespace: 'rook-ceph',
          },
          data: { 'vault-sa': JSON.stringify(OPTIONS) },
        },
      },
    ]);
  });

  it('goes into the file that is mounted', () => {
    const configMap = mapOf(
      { 'config.json': '{"a":{}}' },
      'rook-ceph-csi-kms-config',
    );
    expect(plan(OPTIONS, { source: FROM_FILE, configMap }).steps).toMatchObject(
      [
        {
          kind: 'patch',
          change: 'update',
          target: { name: 'rook-ceph-csi-kms-config' },
          patch: {
            data: {
              'config.json': `{"a":{},"vault-sa":${JSON.stringify(OPTIONS)}}`,
            },
          },
        },
      ],
    );
  });

  it('has numbers where KMIP wants them', () => {
    const kmip = {
      encryptionKMSType: 'kmip',
      KMIP_ENDPOINT: 'kmip.example:5696',
      READ_TIMEOUT: '30',
      USE_CRYPTO_RPC: 'false',
    };
    expect(plan(kmip, { configMap: mapOf({}) }).steps).toMatchObject([
      {
        patch: {
          data: {
            'vault-sa': JSON.stringify({
              ...kmip,
              READ_TIMEOUT: 30,
              USE_CRYPTO_RPC: false,
            }),
          },
        },
      },
    ]);
  });

  it('may be written like environment variables', () => {
    const variables = {
      KMS_PROVIDER: 'vaulttokens',
      VAULT_ADDR: 'https://vault.example:8200',
      VAULT_BACKEND: 'kv-v2',
    };
    expect(plan(variables).notes).toEqual([]);
  });
});

describe('what is the same already', () => {
  it('is no change', () => {
    const configMap = mapOf({ 'vault-sa': OPTIONS });
    expect(plan(OPTIONS, { configMap }).steps).toMatchObject([
      { change: 'none' },
    ]);
  });
});

describe('an entry that Ceph CSI would refuse or ignore', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no type', { vaultAddress: 'https://a' }, 'encryptionKMSType'],
    ['no such type', { ...OPTIONS, encryptionKMSType: 'Vault' }, '"Vault"'],
    ['no address', { encryptionKMSType: 'vaulttokens' }, 'vaultAddress'],
    ['no scheme', { ...OPTIONS, vaultAddress: 'vault:8200' }, 'http'],
    ['a scheme only', { ...OPTIONS, vaultAddress: 'http' }, 'vaultAddress'],
    ['half a scheme', { ...OPTIONS, vaultAddress: 'https:/a' }, 'vaultAddress'],
    ['no host', { ...OPTIONS, vaultAddress: 'https://' }, 'vaultAddress'],
    ['no KV version', { ...OPTIONS, vaultBackend: 'kv-v1' }, 'vaultBackend'],
    [
      'a path that leads into a mount',
      { ...OPTIONS, vaultBackendPath: 'secret/csi' },
      'vaultBackendPath',
    ],
    [
      'a Vault that the portal does not know',
      { ...OPTIONS, vaultAddress: 'https://elsewhere.example:8200' },
      'otherAddresses',
    ],
    [
      'one like environment variables',
      {
        KMS_PROVIDER: 'vaulttokens',
        VAULT_ADDR: 'https://elsewhere.example:8200',
      },
      'otherAddresses',
    ],
    ['an empty auth path', { ...OPTIONS, vaultAuthPath: '' }, 'leave the opt'],
    ['no boolean', { ...OPTIONS, vaultCAVerify: 'no' }, 'vaultCAVerify'],
    [
      'half a certificate',
      { ...OPTIONS, vaultClientCertFromSecret: 'mine' },
      'vaultClientCertKeyFromSecret',
    ],
    [
      'a type vault without what it needs',
      { ...OPTIONS, encryptionKMSType: 'vault' },
      'vaultAuthPath, vaultRole, vaultPassphrasePath',
    ],
    [
      'a type vault like environment variables',
      { KMS_PROVIDER: 'vault', VAULT_ADDR: 'https://a' },
      'vaultAddress',
    ],
    [
      'both styles',
      {
        KMS_PROVIDER: 'vaulttokens',
        VAULT_ADDR: 'https://a',
        vaultRole: 'mine',
      },
      'vaultRole',
    ],
    ['a slip', { ...OPTIONS, vaultbackendpath: 'a' }, 'vaultbackendpath'],
    ["another type's", { ...OPTIONS, tenantTokenName: 'a' }, 'tenantTokenName'],
    ['no region', { encryptionKMSType: 'aws-metadata' }, 'AWS_REGION'],
    [
      'no whole number',
      { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 'a', READ_TIMEOUT: '1.5' },
      'READ_TIMEOUT',
    ],
    [
      'a number that Ceph CSI cuts',
      { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 'a', WRITE_TIMEOUT: '256' },
      'WRITE_TIMEOUT',
    ],
    [
      'no word of JSON',
      { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 'a', USE_CRYPTO_RPC: 'yes' },
      'USE_CRYPTO_RPC',
    ],
  ])('is refused: %s', (_, options, text) => {
    expect(refusal(options)).toMatchObject({
      code: 'invalid-input',
      field: expect.stringMatching(/^options/),
      message: expect.stringContaining(text),
    });
  });

  it.each(BAD_NAMES)('is refused by the id %j', kmsId => {
    expect(refusal(OPTIONS, {}, { kmsId })).toMatchObject({
      code: 'invalid-input',
      field: 'kmsId',
    });
  });

  it.each(['default', 'config.json'])('is refused by the id %s', kmsId => {
    expect(refusal(OPTIONS, {}, { kmsId })).toMatchObject({
      code: 'invalid-input',
      field: 'kmsId',
    });
  });

  it('is refused with a credential, which is not repeated', () => {
    const token = 'hvs.CAESIJthisIsAVerySecretTokenOfVault';
    const error = refusal({ ...OPTIONS, vaultToken: token });
    expect(error).toMatchObject({
      code: 'invalid-input',
      field: 'options.vaultToken',
    });
    expect(String(error)).not.toContain(token);
  });
});

it('notes what works but should be known', () => {
  const before = { ...OPTIONS, vaultAddress: 'http://elsewhere.example:8200' };
  const options = {
    ...before,
    vaultDestroyKeys: 'yes',
    kmsServiceName: 'mine',
  };
  const configMap = mapOf({ 'vault-sa': before });
  const { notes } = plan(options, { configMap });
  expect(notes.map(it => `${it.code} ${it.severity}`)).toEqual([
    'connection-option-of-console info',
    'connection-destroy-unclear warning',
    'connection-insecure warning',
    'kms-not-configured warning',
  ]);
});

describe('the source', () => {
  const reason = {
    code: 'source-differs',
    severity: 'error',
    message: 'They differ.',
  } as const;
  const unseen: ConnectionSource = {
    ...FROM_API,
    style: 'unknown',
    basis: 'nothing-seen',
    reasons: [{ ...reason, code: 'source-unknown', severity: 'warning' }],
  };
  const unread: ConnectionSource = { ...unseen, basis: 'unread' };

  it('must be one for all', () => {
    const source = { ...FROM_API, differs: true, reasons: [reason] };
    expect(refusal(OPTIONS, { source, configMap: mapOf({}) })).toMatchObject({
      code: 'conflict',
      message: 'They differ.',
    });
  });

  it('may be begun where no Ceph CSI runs, with a note', () => {
    const { steps, notes } = plan(OPTIONS, { source: unseen });
    expect(steps).toMatchObject([{ kind: 'apply' }]);
    expect(notes.map(it => it.code)).toEqual(['source-unknown']);
  });

  it.each([undefined, mapOf({}), mapOf({ 'vault-sa': OPTIONS })])(
    'is left alone where nobody may look: %j',
    configMap => {
      expect(refusal(OPTIONS, { source: unread, configMap })).toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Give the portal the right'),
      });
    },
  );

  it('is left alone while it is being deleted', () => {
    const configMap = mapOf({});
    configMap.meta.deletedAt = '2026-01-01T00:00:00Z';
    expect(refusal(OPTIONS, { configMap })).toMatchObject({ code: 'conflict' });
  });
});

describe('malformed entries', () => {
  const configMap = mapOf({ bad: '{', worse: 'no', 'vault-sa': OPTIONS });

  it('of others come first, each named', () => {
    expect(refusal(OPTIONS, { configMap })).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/"bad".*"worse".*blocks everybody/),
    });
  });

  it('can be put right one by one; those that are left are told of', () => {
    const { steps, notes } = plan(OPTIONS, { configMap }, { kmsId: 'bad' });
    expect(steps).toMatchObject([{ change: 'update' }]);
    expect(notes).toMatchObject([
      {
        code: 'connections-malformed',
        message: expect.stringContaining('"worse"'),
      },
    ]);
  });
});

describe('a change of a connection that volumes name', () => {
  const volumes = [volumeOf('pvc-1'), volumeOf('pvc-2')];
  const configMap = mapOf({ 'vault-sa': OPTIONS });

  it.each<[string, Record<string, string>]>([
    ['another Vault', { vaultAddress: 'https://second.example:8200' }],
    ['another path', { vaultBackendPath: 'csi/new' }],
    ['another namespace', { vaultNamespace: 'team' }],
    ['another KV version', { vaultBackend: 'kv' }],
  ])('is refused for %s', (_, change) => {
    const options = { ...OPTIONS, ...change };
    expect(refusal(options, { configMap, volumes })).toMatchObject({
      code: 'conflict',
      field: 'options',
      message: expect.stringContaining('pvc-1, pvc-2'),
    });
  });

  it('is refused for another credential', () => {
    const options = { ...OPTIONS, encryptionKMSType: 'vaulttokens' };
    expect(refusal(options, { configMap, volumes })).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('type vaulttenantsa'),
    });
  });

  it.each<[string, Record<string, string>]>([
    ["another name of the portal's Vault", { vaultAddress: OTHER_NAME }],
    ['the same path in words', { vaultBackendPath: 'secret/' }],
    ['what is the default', { vaultAuthPath: '/v1/auth/kubernetes/login' }],
    ['what moves nothing', { vaultCAVerify: 'true' }],
  ])('is made for %s', (_, change) => {
    const options = { ...OPTIONS, ...change };
    const { steps, notes } = plan(options, { configMap, volumes });
    expect(steps).toMatchObject([{ change: 'update' }]);
    expect(notes).toEqual([]);
  });

  it.each<[string, string]>([
    ['tenantSAName', 'another'],
    ['vaultRole', 'another'],
    ['vaultAuthPath', 'another'],
    ['vaultAuthNamespace', 'another'],
    ['vaultCAFromSecret', 'another'],
    ['vaultTLSServerName', 'another'],
  ])('names the volumes that are asked for with another %s', (name, value) => {
    const options = { ...OPTIONS, [name]: value };
    const { steps, notes } = plan(options, { configMap, volumes });
    expect(steps).toMatchObject([{ change: 'update' }]);
    expect(notes).toMatchObject([
      {
        code: 'connection-credential-changed',
        severity: 'warning',
        message: expect.stringContaining(`another ${name}: pvc-1, pvc-2.`),
      },
    ]);
  });

  it('names the volumes that are asked for with another Secret', () => {
    const before = { ...OPTIONS, encryptionKMSType: 'vaulttokens' };
    const options = { ...before, tenantTokenName: 'another' };
    const map = mapOf({ 'vault-sa': before });
    expect(plan(options, { configMap: map, volumes }).notes).toMatchObject([
      { message: expect.stringContaining('another tenantTokenName: pvc-1') },
    ]);
  });

  it('says nothing where every tenant sets the role himself', () => {
    const options = { ...OPTIONS, vaultRole: 'another' };
    const tenantConfigMaps = [tenantConfigOf({ vaultRole: 'own' })];
    const state = { configMap, volumes, tenantConfigMaps };
    expect(plan(options, state).notes).toEqual([]);
  });

  it('names each option that it leaves out', () => {
    const map = mapOf({
      'vault-sa': { ...OPTIONS, vaultRole: 'csi', vaultDestroyKeys: 'true' },
    });
    const { notes } = plan(OPTIONS, { configMap: map, volumes });
    expect(notes.map(it => `${it.code} ${it.message}`)).toEqual([
      expect.stringContaining('another vaultRole: pvc-1, pvc-2.'),
      expect.stringContaining('option-dropped The entry has no vaultRole'),
      expect.stringContaining('The entry has no vaultDestroyKeys any more'),
    ]);
  });

  it.each([
    mapOf({ 'vault-sa': '{' }),
    mapOf({ 'vault-sa': '{}' }),
    mapOf({ 'config.json': { 'vault-sa': 'no' } }),
  ])('names the volumes where the former entry was not read: %j', map => {
    expect(plan(OPTIONS, { configMap: map, volumes }).notes).toMatchObject([
      {
        code: 'connection-before-unreadable',
        severity: 'warning',
        message: expect.stringContaining('pvc-1, pvc-2'),
      },
    ]);
  });

  it('is made where every tenant sets the path himself', () => {
    const options = { ...OPTIONS, vaultBackendPath: 'csi/new' };
    const tenantConfigMaps = [tenantConfigOf()];
    const state = { configMap, volumes, tenantConfigMaps };
    expect(plan(options, state).steps).toMatchObject([{ change: 'update' }]);
    const others = [...volumes, volumeOf('pvc-3', { namespace: 'orders' })];
    expect(refusal(options, { ...state, volumes: others })).toMatchObject({
      message: expect.stringContaining('again: pvc-3.'),
    });
  });

  it('is refused where it takes the overrides away from tenants', () => {
    const options = { ...OPTIONS, tenantConfigName: 'another' };
    const tenantConfigMaps = [tenantConfigOf()];
    expect(
      refusal(options, { configMap, volumes, tenantConfigMaps }),
    ).toMatchObject({ code: 'conflict' });
  });
});
