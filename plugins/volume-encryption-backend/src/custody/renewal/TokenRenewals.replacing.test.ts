import { mockServices } from '@backstage/backend-test-utils';
import {
  VolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';
import type { Kms } from 'backstage-plugin-volume-encryption-node';
import knexFactory, { type Knex } from 'knex';
import { Systems } from '../../systems';
import { createKms } from '../../vault/createKms';
import { TenantCredentialStore } from '../TenantCredentialStore';
import { TokenRenewals } from './TokenRenewals';

const ISSUED = new Date('2026-01-01T00:00:00Z');
const SOONER = '2026-01-26T00:00:00.000Z';
const expiresAt = '2026-01-31T00:00:00.000Z';
const HOUR = 60 * 60 * 1000;

let knex: Knex;
let credentials: TenantCredentialStore;
let now: Date;
const reissue = jest.fn();
const fail = jest.fn();
beforeEach(async () => {
  jest.resetAllMocks();
  now = new Date('2026-01-25T00:00:00Z');
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  credentials = await TenantCredentialStore.create({
    database: mockServices.database({ knex }),
    now: () => ISSUED,
  });
});
afterEach(() => knex.destroy());

/** A token whose renewal is due; returns the id of its record. */
async function minted(namespace: string): Promise<string> {
  const tenant = { cluster: 'prod', namespace, kms: 'vault' };
  const id = await credentials.recordIntent(
    { ...tenant, tenantId: `prod.${namespace}` },
    'user:default/ada',
  );
  await credentials.recordMinted(id, { accessor: id, expiresAt });
  return id;
}

async function delivered(namespace: string): Promise<string> {
  const id = await minted(namespace);
  await credentials.recordDelivered(id);
  return id;
}

/** A KMS that prolongs tokens by less than their period. */
function renewalsWith(tokens: Partial<Kms['tokens']> = {}): TokenRenewals {
  const kms = createKms({
    name: 'vault',
    address: 'https://vault.example:8200',
    otherAddresses: [],
    auth: { method: 'token', token: 'none' },
    mountPrefix: 'csi',
    tokenRole: 'csi-tenant',
    timeoutMs: 1000,
    maxConnections: 16,
  });
  const lookup: Kms['tokens']['lookup'] = async accessor => {
    const found = await credentials.find(accessor);
    const { cluster = '', namespace = '' } = found ?? {};
    return {
      path: kms.tokens.creationPath,
      meta: { cluster, namespace, operation: accessor },
      ...{ policies: [], entityId: '', boundCidrs: [] },
      ...{ orphan: true, renewable: true },
    };
  };
  const renew = async () => ({ expiresAt: SOONER, warnings: [] });
  Object.assign(kms.tokens, { lookup, renew, ...tokens });
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({ success: jest.fn(), fail });
  return new TokenRenewals({
    ...{ credentials, reissue, auditor },
    systems: new Systems({ clusters: [], kms: [kms] }),
    logger: mockServices.logger.mock(),
    now: () => now,
  });
}

const refusal = (code: VolumeEncryptionErrorCode) =>
  new VolumeEncryptionError(code, 'Cluster "prod" is away.');

it.each<VolumeEncryptionErrorCode>(['timeout', 'cluster-unreachable'])(
  'renews all others when one cannot be replaced: %s',
  async code => {
    for (let i = 0; i < 20; i++) await delivered(`team-${i}`);
    reissue.mockRejectedValueOnce(refusal(code));
    await renewalsWith().run();
    expect(reissue).toHaveBeenCalledTimes(20);
  },
);

it('replaces a token that Vault says to prolong no longer', async () => {
  await delivered('payments');
  await renewalsWith({ renew: async () => 'not-renewable' }).run();
  expect(reissue).toHaveBeenCalledTimes(1);
  expect(fail).not.toHaveBeenCalled();
});

it('shows a failure as long as it lasts, and audits it once', async () => {
  const id = await delivered('payments');
  reissue.mockRejectedValue(refusal('conflict'));
  const renewals = renewalsWith();
  for (let run = 0; run < 3; run++) {
    await renewals.run();
    expect(await credentials.find(id)).toMatchObject({
      lastFailure: expect.stringContaining('Cluster "prod" is away.'),
    });
    now = new Date(now.getTime() + 2 * HOUR);
  }
  expect(reissue).toHaveBeenCalledTimes(3);
  expect(fail).toHaveBeenCalledTimes(1);
});

it('replaces a token whose delivery was cut off before it ends', async () => {
  await minted('payments');
  const renewals = renewalsWith();
  now = new Date('2026-01-02T00:00:00Z');
  await renewals.run();
  expect(reissue).not.toHaveBeenCalled();
  now = new Date('2026-01-25T00:00:00Z');
  await renewals.run();
  expect(reissue).toHaveBeenCalledTimes(1);
  expect(reissue).toHaveBeenCalledWith(
    expect.objectContaining({ cluster: 'prod', namespace: 'payments' }),
  );
});

it('raises no alarm over a token that a rotation ended meanwhile', async () => {
  await delivered('payments');
  const lookup = async (accessor: string) => {
    await credentials.recordAbandoned(accessor);
    return undefined;
  };
  await renewalsWith({ lookup }).run();
  expect(fail).not.toHaveBeenCalled();
});
