import { mockServices } from '@backstage/backend-test-utils';
import {
  VolumeEncryptionError,
  type VolumeEncryptionErrorCode,
} from 'backstage-plugin-volume-encryption-common';
import knexFactory, { type Knex } from 'knex';
import { Systems } from '../../systems';
import { createKms } from '../../vault/createKms';
import { TenantCredentialStore } from '../TenantCredentialStore';
import { TokenRenewals } from './TokenRenewals';

const NOW = new Date('2026-01-25T00:00:00Z');
const ISSUED = new Date('2026-01-01T00:00:00Z');
const expiresAt = '2026-01-31T00:00:00.000Z';
const TENANTS = 100;

let knex: Knex;
beforeEach(() => {
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
});
afterEach(() => knex.destroy());

/** A hundred tenants whose renewal is due, at a KMS that answers with an error. */
async function renewalsAt(code: VolumeEncryptionErrorCode) {
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
  const error = new VolumeEncryptionError(code, 'Vault "vault" refuses.');
  const lookup = jest.fn().mockRejectedValue(error);
  kms.tokens.lookup = lookup;
  const credentials = await TenantCredentialStore.create({
    database: mockServices.database({ knex }),
    now: () => ISSUED,
  });
  for (let i = 0; i < TENANTS; i++) {
    const namespace = `team-${i}`;
    const id = await credentials.recordIntent(
      {
        ...{ cluster: 'prod', namespace, kms: 'vault' },
        tenantId: `prod.${namespace}`,
      },
      'user:default/ada',
    );
    await credentials.recordMinted(id, { accessor: `of-${i}`, expiresAt });
    await credentials.recordDelivered(id);
  }
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  const fail = jest.fn();
  auditor.createEvent.mockResolvedValue({ success: jest.fn(), fail });
  const renewals = new TokenRenewals({
    systems: new Systems({ clusters: [], kms: [kms] }),
    credentials,
    auditor,
    logger,
    now: () => NOW,
    reissue: jest.fn(),
  });
  return { renewals, credentials, lookup, logger, fail };
}

it('asks a KMS that is sealed for a few only, and tells it in one line', async () => {
  const at = await renewalsAt('kms-sealed');
  await at.renewals.run();
  expect(at.lookup.mock.calls.length).toBeLessThanOrEqual(8);
  expect(at.logger.warn.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^Tokens not renewed \(prod\.team-.*, and 90 more; the first ends in 6 days\): Vault "vault" refuses\.$/,
      ),
    ],
  ]);
  expect(at.fail).not.toHaveBeenCalled();
  const recorded = await at.credentials.all();
  expect(new Set(recorded.map(it => it.lastFailure))).toEqual(
    new Set(['Vault "vault" refuses.']),
  );
  at.lookup.mockClear();
  await at.renewals.run();
  expect(at.lookup).toHaveBeenCalled();
});

it('tries each where a right is missing, and again after a while only', async () => {
  const at = await renewalsAt('kms-denied');
  await at.renewals.run();
  await at.renewals.run();
  expect(at.lookup).toHaveBeenCalledTimes(TENANTS);
  expect(at.fail).toHaveBeenCalledTimes(TENANTS);
  expect(at.logger.warn).toHaveBeenCalledTimes(1);
});

it('begins nothing any more when it is told to stop', async () => {
  const at = await renewalsAt('kms-sealed');
  await at.renewals.run(AbortSignal.abort());
  expect(at.lookup).not.toHaveBeenCalled();
});
