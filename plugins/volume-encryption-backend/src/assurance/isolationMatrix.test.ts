import { Systems } from '../systems';
import {
  accountIn,
  clusterHolding,
  connectionsMap,
  indexOf,
  recordOf,
} from '../inspection/__testUtils__/indexOf';
import { vaultNamed } from '../inspection/__testUtils__/vaultNamed';
import { VolumeIndex } from '../volumeIndex';
import type { TenantCredential } from '../custody';
import { mockServices } from '@backstage/backend-test-utils';
import type { IsolationRow } from 'backstage-plugin-volume-encryption-common';
import { Assurance } from './Assurance';
import { isolationMatrix } from './isolationMatrix';

/** Nothing listens there, so nothing can be asked. */
const VAULT = 'http://127.0.0.1:1';

const now = () => new Date('2026-01-01T00:00:00Z');
const page = { kms: 'vault', limit: 2, offset: 0 };

async function matrixOf({
  recorded = [],
  followed = true,
  connections = connectionsMap({ sa: ['vaulttenantsa', VAULT] }),
  mounts,
  accounts = [accountIn('web'), accountIn('api')],
  ...asked
}: {
  recorded?: TenantCredential[];
  followed?: boolean;
  connections?: ReturnType<typeof connectionsMap>;
  mounts?: string[];
  accounts?: ReturnType<typeof accountIn>[];
  limit?: number;
  offset?: number;
}) {
  const held = { ConfigMap: [connections], ServiceAccount: accounts };
  const clusters = [clusterHolding(held)];
  const logger = mockServices.logger.mock();
  const index = followed
    ? await indexOf(clusters)
    : new VolumeIndex({ clusters, logger });
  const kms = vaultNamed('vault', VAULT);
  if (mounts) kms.listMounts = async () => mounts;
  const systems = new Systems({ clusters, kms: [kms] });
  const credentials = { all: async () => recorded };
  const parts = { index, systems, credentials, now };
  return new Assurance(parts).isolation({ ...page, ...asked });
}

describe('the matrix of isolation', () => {
  it('is of a page of tenants, held against all', async () => {
    const recorded = [recordOf('b', { state: 'minted' }), recordOf('c')];
    const { total, tenants, rows } = await matrixOf({ recorded });
    expect(total).toBe(4);
    expect(tenants).toEqual(['prod.api', 'prod.b', 'prod.c', 'prod.web']);
    expect(rows.map(({ tenantId }) => tenantId)).toEqual(tenants.slice(0, 2));
  });

  it('is not clean where nothing can be asked, and says why', async () => {
    const matrix = await matrixOf({ recorded: [recordOf('b')] });
    expect(matrix.clean).toBe(false);
    for (const row of matrix.rows) {
      expect(row).toMatchObject({ basis: 'unknown', denied: 0, own: [] });
      expect(row.message).toMatch(/Vault "vault"|did not/);
    }
  });

  it('has those as columns that were offboarded and whose keys were kept', async () => {
    const mounts = ['dev.gone', 'prod.web'];
    const { total, tenants } = await matrixOf({ mounts });
    expect(total).toBe(2);
    expect(tenants).toEqual(['prod.api', 'prod.web', 'dev.gone']);
  });

  it('is not clean while these are not known', async () => {
    const { clean, message } = await matrixOf({});
    expect(clean).toBe(false);
    expect(message).toContain('Those that were offboarded are not known');
  });

  it('tells of all rows on each page, and calls no page clean', async () => {
    const nothing = { asked: 2, findings: 0, unknown: 2 };
    for (const offset of [0, 1, 7]) {
      const matrix = await matrixOf({ offset, limit: 1, mounts: [] });
      expect(matrix).toMatchObject({ total: 2, totals: nothing, clean: false });
      expect(matrix.rows).toHaveLength(offset > 1 ? 0 : 1);
    }
  });

  it('is not clean without a tenant', async () => {
    const connections = connectionsMap({});
    const nobody = { connections, accounts: [], mounts: [] };
    const matrix = await matrixOf(nobody);
    expect(matrix).toMatchObject({ total: 0, clean: false });
    expect(matrix.message).toBeUndefined();
  });

  it('is not clean while tenants may lack', async () => {
    const matrix = await matrixOf({ followed: false });
    expect(matrix).toMatchObject({ total: 0, clean: false });
    expect(matrix.message).toContain('Cluster "prod" has not been read yet');
  });

  it('is not clean while connections cannot be read, though accounts are there', async () => {
    const broken = connectionsMap({});
    const connections = { ...broken, data: { 'config.json': 'no JSON' } };
    const matrix = await matrixOf({ connections });
    expect(matrix).toMatchObject({ total: 2, clean: false });
    expect(matrix.message).toContain('is not a JSON object');
  });

  it('has tenants whose KMS cannot be told', async () => {
    const elsewhere = ['vaulttenantsa', 'https://elsewhere.example'] as const;
    const connections = connectionsMap({ sa: [...elsewhere] });
    const { rows, clean } = await matrixOf({ connections });
    expect(clean).toBe(false);
    expect(rows[0].message).toContain(
      'Which KMS keeps its keys cannot be told',
    );
  });
});

it('shows rows with findings before all others, and counts them', () => {
  const row = (tenantId: string, fields: Partial<IsolationRow> = {}) => ({
    ...{ tenantId, custody: 'vaulttokens' as const, basis: 'asked' as const },
    ...{ own: [], denied: 1, findings: [] },
    ...fields,
  });
  const message = 'It may.';
  const open = {
    tenantId: 'prod.a',
    path: 'x',
    capabilities: ['read'],
    message,
  };
  const silent = { ...open, capabilities: [] };
  const rows = [
    row('prod.a'),
    row('prod.b', { basis: 'unknown' }),
    row('prod.c', { findings: [silent] }),
    row('prod.d', { findings: [open] }),
  ];
  const its = { observedAt: now().toISOString(), tenants: [] };
  const matrix = isolationMatrix({ its, rows, asked: 4 }, page);
  expect(matrix.rows.map(it => it.tenantId)).toEqual(['prod.d', 'prod.b']);
  expect(matrix).toMatchObject({
    totals: { asked: 4, findings: 1, unknown: 2 },
    clean: false,
  });
  const clean = { its, rows: [row('prod.a'), row('prod.b')], asked: 2 };
  expect(isolationMatrix(clean, page).clean).toBe(true);
});
