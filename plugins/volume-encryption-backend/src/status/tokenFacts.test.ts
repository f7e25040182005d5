import { mockServices } from '@backstage/backend-test-utils';
import {
  LABEL_MANAGED_BY,
  MANAGER,
  VolumeEncryptionError,
  type SecretMetadata,
} from 'backstage-plugin-volume-encryption-common';
import type { Cluster } from 'backstage-plugin-volume-encryption-node';
import { metaOf } from '../__testUtils__/objects';
import { ANNOTATION_CREDENTIAL, type TenantCredential } from '../custody';
import { Systems } from '../systems';
import { createKms } from '../vault/createKms';
import { VolumeIndex } from '../volumeIndex';
import { KmsFacts } from './KmsFacts';
import { Recent } from './Recent';
import { tokenFacts } from './tokenFacts';

const now = () => new Date('2026-01-01T00:00:00Z');
const address = 'https://vault.example:8200';
const expiresAt = '2026-02-01T00:00:00Z';
const kms = createKms({
  name: 'vault',
  address,
  otherAddresses: [],
  auth: { method: 'token', token: 'none' },
  mountPrefix: 'csi',
  tokenRole: 'csi-tenant',
  timeoutMs: 1000,
  maxConnections: 16,
});

type Labels = Record<string, string>;
const OURS: Labels = { [LABEL_MANAGED_BY]: MANAGER };

const delivered: TenantCredential = {
  id: 'credential-1',
  cluster: 'prod',
  namespace: 'payments',
  kms: 'vault',
  tenantId: 'prod.payments',
  state: 'delivered',
  accessor: 'an-accessor',
  expiresAt,
  requestedBy: 'user:default/ada',
};

function secretOf(
  credential?: string,
  {
    writer = MANAGER,
    labels = OURS,
  }: { writer?: string; labels?: Labels } = {},
): SecretMetadata {
  const annotations: Record<string, string> =
    credential === undefined ? {} : { [ANNOTATION_CREDENTIAL]: credential };
  const meta = metaOf('payments/ceph-csi-kms-token', { annotations, labels });
  const writers = [{ manager: writer, dataKeys: ['token'] }];
  return { kind: 'Secret', meta, writers };
}

/** The facts of a Secret, where the portal remembers `credential`. */
function factsOf(
  get: Cluster['reader']['get'],
  credential: Partial<TenantCredential> = {},
) {
  const known = { ...delivered, ...credential };
  const reader = { list: jest.fn(), watch: jest.fn(), get };
  const writer = { apply: jest.fn(), patch: jest.fn(), delete: jest.fn() };
  const cluster = { name: 'prod', csiNamespace: 'rook-ceph', reader, writer };
  const sources = {
    index: new VolumeIndex({
      clusters: [],
      logger: mockServices.logger.mock(),
    }),
    systems: new Systems({ clusters: [cluster], kms: [kms] }),
    kms: [kms],
    kmsFacts: new KmsFacts(now),
    secrets: new Recent<SecretMetadata | undefined>({
      ttlMs: 5000,
      standsIn: true,
      limit: 10,
      now,
    }),
    vendors: { read: jest.fn() },
    snapshotClasses: { read: jest.fn() },
    cephClusters: { read: jest.fn() },
    diskPools: { read: jest.fn() },
    credentials: {
      find: async (id: string) => (id === known.id ? known : undefined),
    },
    now,
  };
  const place = { cluster: 'prod', namespace: 'payments', name: 'token' };
  const deadline = new Promise<void>(() => {});
  return tokenFacts({ ...place, address }, { sources, deadline });
}

const finding = (secret: SecretMetadata | undefined) =>
  jest.fn().mockResolvedValue(secret);

it('the end of the token in a Secret is that of its credential', async () => {
  expect(await factsOf(finding(secretOf('credential-1')))).toMatchObject({
    tokenIsForeign: false,
    tokenSecret: { status: 'observed', value: true },
    tokenTerm: { status: 'observed', value: { id: 'credential-1', expiresAt } },
  });
});

it('a token that the Vault does not know any more is known to be lost', async () => {
  const facts = await factsOf(finding(secretOf('credential-1')), {
    lost: true,
  });
  expect(facts.tokenTerm).toMatchObject({ value: { lost: true, expiresAt } });
});

it.each<[string, SecretMetadata, Partial<TenantCredential>]>([
  ['has lost the name of its credential', secretOf(), {}],
  [
    'was exchanged by hand',
    secretOf('credential-1', { writer: 'kubectl-edit' }),
    {},
  ],
  ['is labelled no more', secretOf('credential-1', { labels: {} }), {}],
  ['is of another run', secretOf('credential-2'), {}],
  ['was ended', secretOf('credential-1'), { state: 'abandoned' }],
  ['is for another Vault', secretOf('credential-1'), { kms: 'vault-2' }],
  ['is of another namespace', secretOf('credential-1'), { namespace: 'a' }],
  ['is of another cluster', secretOf('credential-1'), { cluster: 'test' }],
])('the end of a token is not known when it %s', async (_, secret, known) => {
  expect(await factsOf(finding(secret), known)).toMatchObject({
    tokenIsForeign: true,
    tokenSecret: { status: 'observed', value: true },
    tokenTerm: { status: 'observed', value: undefined },
  });
});

it("a Secret that was never the portal's is nobody's forgery", async () => {
  const secret = secretOf(undefined, { writer: 'kubectl', labels: {} });
  expect(await factsOf(finding(secret))).toMatchObject({
    tokenIsForeign: false,
    tokenTerm: { status: 'observed', value: undefined },
  });
});

it('nothing is known of a token when its Secret may not be read', async () => {
  const error = new VolumeEncryptionError('cluster-denied', 'No right.');
  const facts = await factsOf(jest.fn().mockRejectedValue(error));
  const unknown = { status: 'unknown', why: 'denied', detail: 'No right.' };
  expect(facts).toEqual({ tokenSecret: unknown, tokenTerm: unknown });
});

it('a Secret that is not there is absent', async () => {
  expect(await factsOf(finding(undefined))).toMatchObject({
    tokenSecret: { status: 'observed', value: false },
    tokenTerm: { status: 'observed', value: undefined },
  });
});
