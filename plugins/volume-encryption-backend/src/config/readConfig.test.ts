import { ConfigReader } from '@backstage/config';
import { isVolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import { readConfig } from './readConfig';

const cluster = {
  name: 'prod',
  url: 'https://10.0.0.1:6443',
  tokenFile: '/var/run/token',
};
const vault = {
  name: 'vault',
  address: 'https://vault.example.com:8200',
  auth: { tokenFile: '/var/run/vault-token' },
};

function read(volumeEncryption: object) {
  return readConfig(new ConfigReader({ volumeEncryption }));
}

/** The lines of the one error that is thrown. */
function problemsOf(volumeEncryption: object): string[] {
  try {
    read(volumeEncryption);
  } catch (error) {
    if (isVolumeEncryptionError(error) && error.code === 'invalid-input') {
      return error.message.split('\n').slice(1);
    }
    throw error;
  }
  throw new Error('expected the configuration to be refused');
}

describe('readConfig', () => {
  it('reads nothing where nothing is configured', () => {
    expect(readConfig(new ConfigReader({}))).toEqual({
      ...{ clusters: [], kms: [], history: { days: 400 } },
      testImage: 'curlimages/curl:8.16.0',
    });
  });

  it('fills in what is usual', () => {
    expect(read({ clusters: [cluster], kms: [vault] })).toEqual({
      clusters: [
        {
          name: 'prod',
          connection: {
            kind: 'url',
            url: 'https://10.0.0.1:6443',
            tokenFile: '/var/run/token',
            skipTlsVerify: false,
          },
          csiNamespace: 'rook-ceph',
          timeoutMs: 10_000,
          maxConnections: 16,
        },
      ],
      kms: [
        {
          name: 'vault',
          address: 'https://vault.example.com:8200',
          otherAddresses: [],
          auth: { method: 'token-file', file: '/var/run/vault-token' },
          mountPrefix: 'csi',
          tokenRole: 'csi-tenant',
          timeoutMs: 5_000,
          maxConnections: 16,
        },
      ],
      history: { days: 400 },
      testImage: 'curlimages/curl:8.16.0',
    });
  });

  it('reads the image of the Jobs that test', () => {
    const image = 'mirror.example:5000/tools/busybox@sha256:ab';
    expect(read({ testJobs: { image } }).testImage).toBe(image);
    expect(() => read({ testJobs: { image: 'a b' } })).toThrow(
      'testJobs.image: write an image',
    );
  });

  it.each([
    [
      { kubeconfig: { file: '/etc/kubeconfig', context: 'admin' } },
      { kind: 'kubeconfig', file: '/etc/kubeconfig', context: 'admin' },
    ],
    [{ inCluster: true }, { kind: 'in-cluster' }],
  ])('reads a cluster reached by %j', (given, connection) => {
    const config = read({ clusters: [{ name: 'prod', ...given }] });
    expect(config.clusters[0].connection).toEqual(connection);
  });

  it.each([
    [{ token: 'abc' }, { method: 'token', token: 'abc' }],
    [
      { kubernetes: { role: 'portal' } },
      {
        method: 'kubernetes',
        role: 'portal',
        mountPath: 'kubernetes',
        tokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
      },
    ],
    [
      { appRole: { roleId: 'r', secretIdFile: '/s', mountPath: 'approle-2' } },
      {
        method: 'app-role',
        roleId: 'r',
        secretIdFile: '/s',
        mountPath: 'approle-2',
      },
    ],
    [
      { jwt: { role: 'portal', tokenFile: '/var/run/jwt' } },
      {
        method: 'jwt',
        role: 'portal',
        mountPath: 'jwt',
        tokenFile: '/var/run/jwt',
      },
    ],
  ])('reads a KMS with auth %j', (auth, expected) => {
    expect(read({ kms: [{ ...vault, auth }] }).kms[0].auth).toEqual(expected);
  });

  it('reads durations and paths', () => {
    const kms = { ...vault, timeout: { seconds: 2 }, mountPrefix: '/a/b/' };
    expect(read({ kms: [kms] }).kms[0]).toMatchObject({
      timeoutMs: 2000,
      mountPrefix: 'a/b',
    });
  });

  it('reads how many connections there may be, and a name to expect', () => {
    const tlsServerName = 'kubernetes';
    const given = { ...cluster, tlsServerName, maxConnections: 1000 };
    const kms = { ...vault, maxConnections: 1 };
    const config = read({ clusters: [given], kms: [kms] });
    expect(config.clusters[0]).toMatchObject({
      connection: { tlsServerName },
      maxConnections: 1000,
    });
    expect(config.kms[0].maxConnections).toBe(1);
  });

  it.each([0, 1001, 1.5, -1, 'many'])(
    'refuses %j connections',
    maxConnections => {
      expect(
        problemsOf({
          clusters: [{ ...cluster, maxConnections }],
          kms: [{ ...vault, maxConnections }],
        }),
      ).toEqual([
        '- volumeEncryption.clusters[0].maxConnections: write a whole number from 1 to 1000',
        '- volumeEncryption.kms[0].maxConnections: write a whole number from 1 to 1000',
      ]);
    },
  );

  it('tells all problems at once, each with its path', () => {
    expect(
      problemsOf({
        clusters: [
          { ...cluster, name: 'Prod.eu' },
          { name: 'dev' },
          { ...cluster, name: 'dev', timeout: { seconds: 0 } },
        ],
        kms: [{ name: 'vault', address: 'vault:8200' }],
      }),
    ).toEqual([
      expect.stringMatching(
        /^- volumeEncryption\.clusters\[1\]: give exactly one of url, kubeconfig, inCluster; found none$/,
      ),
      expect.stringMatching(/^- volumeEncryption\.clusters\[2\]\.timeout: /),
      expect.stringMatching(
        /^- volumeEncryption\.clusters\[0\]\.name: write a DNS label/,
      ),
      expect.stringMatching(
        /^- volumeEncryption\.clusters\[2\]\.name: "dev" is taken/,
      ),
      expect.stringMatching(
        /^- volumeEncryption\.kms\[0\]\.address: write an address with http/,
      ),
      expect.stringMatching(
        /^- volumeEncryption\.kms\[0\]\.auth: give one of tokenFile, token, /,
      ),
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['two ways to reach it', { inCluster: true }, /found url and inCluster/],
    ['two tokens', { token: 'a' }, /tokenFile, token; found tokenFile and/],
    ['an unknown key', { caData: 'x' }, /clusters\[0\]\.caData: has no mean/],
    ['a number as text', { caFile: 5 }, /clusters\[0\]\.caFile: write a text/],
    ['no namespace', { csiNamespace: 'A' }, /csiNamespace: write the name of/],
    [
      'a password in the address',
      { url: 'https://me:secret@host' },
      /url: write the address only/,
    ],
    ['white space', { url: ' https://host' }, /url: write the address without/],
    ['a host alone', { url: 'host:6443' }, /url: write an address with http/],
    ['no host', { url: 'https://' }, /url: write an address with http/],
  ])('refuses a cluster with %s', (_, given, problem) => {
    const problems = problemsOf({ clusters: [{ ...cluster, ...given }] });
    expect(problems).toEqual([expect.stringMatching(problem)]);
    expect(problems.join()).not.toContain('secret@');
  });

  it('refuses a token with a kubeconfig', () => {
    const given = { name: 'a', kubeconfig: { file: '/k' }, token: 'hvs.x' };
    const problems = problemsOf({ clusters: [given] });
    expect(problems).toEqual([
      expect.stringMatching(/clusters\[0\]\.token: .* with kubeconfig/),
    ]);
    expect(problems.join()).not.toContain('hvs.x');
  });

  it.each<[string, object, RegExp]>([
    ['no method', {}, /auth: give exactly one of .*found none/],
    [
      'two methods',
      { token: 'a', tokenFile: 'b' },
      /found tokenFile and token/,
    ],
    ['a method of its own', { ldap: {} }, /auth\.ldap: has no meaning/],
    ['no role', { kubernetes: {} }, /auth\.kubernetes\.role: name the role/],
    ['no file', { jwt: { role: 'x' } }, /auth\.jwt\.tokenFile: name the file/],
    ['a method as text', { appRole: 'x' }, /auth\.appRole: write a section/],
  ])('refuses a KMS whose auth has %s', (_, auth, problem) => {
    expect(problemsOf({ kms: [{ ...vault, auth }] })).toContainEqual(
      expect.stringMatching(problem),
    );
  });

  it('refuses two KMSs with one address', () => {
    const other = {
      ...vault,
      name: 'other',
      address: 'https://other:8200',
      otherAddresses: ['https://VAULT.example.com:8200/'],
    };
    expect(problemsOf({ kms: [vault, other] })).toEqual([
      expect.stringMatching(/kms\[1\]\.address: "vault" has the address/),
    ]);
  });
});
