import { diagnose } from './diagnose';
import { eventOf, keyWriteFailure, vaultAnswer } from './testEvents';

const UUID = '6a4f1d3e-1c1b-4f0e-9c57-0d6f1b2a3c4d';
const INVALID = 'rpc error: code = InvalidArgument desc = ';
const KMS = `${INVALID}invalid encryption kms configuration: `;

const written = (status: number, errors: string) =>
  keyWriteFailure(UUID, vaultAnswer(UUID, status, errors));

/** Texts that came from real servers, with what the reader has to learn. */
const texts: [code: string, owner: string, says: RegExp, text: string][] = [
  [
    'token-secret-missing',
    'platform-team',
    /namespace payments has no Secret ceph-csi-kms-token/,
    `${KMS}failed fetching token from payments/ceph-csi-kms-token: secrets "ceph-csi-kms-token" not found`,
  ],
  [
    'token-secret-empty',
    'platform-team',
    /Secret ceph-csi-kms-token in namespace payments has no data key "token"/,
    `${KMS}failed fetching token from payments/ceph-csi-kms-token: failed to parse token`,
  ],
  [
    'service-account-missing',
    'platform-team',
    /namespace payments has no ServiceAccount ceph-csi-vault-sa/,
    `${KMS}failed setting up token for payments/ceph-csi-vault-sa: failed to get ServiceAccount payments/ceph-csi-vault-sa: serviceaccounts "ceph-csi-vault-sa" not found`,
  ],
  [
    'connection-unknown',
    'platform-team',
    /connection "nope".*It has: vault-tokens vault-sa\./,
    `${KMS}could not get KMS configuration for "nope" (have [vault-tokens vault-sa])`,
  ],
  [
    'connection-type-unknown',
    'platform-team',
    /type "vaulttoken", which Ceph CSI does not know/,
    `${KMS}could not find KMS provider "vaulttoken"`,
  ],
  [
    'connection-malformed',
    'platform-team',
    /"badjson" is not valid JSON.*blocks every encrypted volume.*everybody/,
    `${KMS}could not convert contents of "badjson" to s config section`,
  ],
  [
    'ceph-cluster-unknown',
    'platform-team',
    /Ceph cluster "other"/,
    `${INVALID}failed to fetch monitor list using clusterID (other): missing configuration for cluster ID "other"`,
  ],
  [
    'pool-missing',
    'platform-team',
    /pool "nopool", which Ceph does not have/,
    'rpc error: code = Internal desc = pool not found: pool (nopool) not found in Ceph cluster',
  ],
  [
    'csi-secret-missing',
    'platform-team',
    /Secret gone in namespace rook-ceph/,
    'error getting secret gone in namespace rook-ceph: secrets "gone" not found',
  ],
  [
    'storage-class-missing',
    'developer',
    /no StorageClass "no-such-class"/,
    'storageclass.storage.k8s.io "no-such-class" not found',
  ],
  [
    'vault-denied',
    'vault-admin',
    /denies the tenant its mount "csi\/prod\.payments".*has ended or its policy/,
    written(403, '* 1 error occurred:\n\t* permission denied'),
  ],
  [
    'vault-token-invalid',
    'platform-team',
    /does not know the tenant's token/,
    written(
      403,
      '* 2 errors occurred:\n\t* permission denied\n\t* invalid token',
    ),
  ],
  [
    'vault-mount-missing',
    'platform-team',
    /no mount "csi\/prod\.payments"/,
    written(
      404,
      `* no handler for route "csi/prod.payments/data/${UUID}". route entry not found.`,
    ),
  ],
  [
    'vault-sealed',
    'vault-admin',
    /Vault is sealed/,
    written(503, '* Vault is sealed'),
  ],
  [
    'vault-unreachable',
    'vault-admin',
    /does not reach Vault at http:\/\/vault\.example:8200/,
    keyWriteFailure(
      UUID,
      `Put "http://vault.example:8200/v1/csi/prod.payments/data/${UUID}": dial tcp 127.0.0.1:8200: connect: connection refused`,
    ),
  ],
];

const provisioners = [
  { release: '6.4, as it is', prefix: '' },
  {
    release: '6.4, infeasible',
    prefix:
      'Volume provisioning failed with infeasible error. Retries will be delayed. ',
  },
  {
    release: '5 and older',
    prefix: 'failed to provision volume with StorageClass "encrypted": ',
  },
];

describe.each(provisioners)(
  'a stuck claim with external-provisioner $release',
  ({ prefix }) => {
    it.each(texts)('says %s, for the %s', (code, owner, says, text) => {
      const [diagnosis, ...more] = diagnose([
        eventOf({ message: `${prefix}${text}` }),
      ]);
      expect(more).toEqual([]);
      expect(diagnosis).toMatchObject({ code, owner });
      expect(diagnosis.cause).toMatch(says);
      expect(diagnosis.nextStep).not.toBe('');
      expect(diagnosis.raw).toBe(`${prefix}${text}`);
    });
  },
);

it.each(texts)(
  'folds %s of an old and a new provisioner into one',
  (_code, _owner, _says, text) => {
    const diagnoses = diagnose(
      provisioners.map(({ prefix }) => eventOf({ message: prefix + text })),
    );
    expect(diagnoses.map(({ count }) => count)).toEqual([3]);
  },
);
