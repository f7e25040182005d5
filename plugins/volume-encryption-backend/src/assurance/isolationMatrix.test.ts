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
import { isolationMatrix } from './isolationMatrix';

/** Nothing listens there, so nothing can be asked. */
const VAULT = 'http://127.0.0.1:1';

const now = () => new Date('2026-01-01T00:00:00Z');
const page = { kms: 'vault', limit: 2, offset: 0 };

async function matrixOf({
  recorded = [],
  followed = true,
  connections = connectionsMap({ sa: ['vaulttenantsa', VAULT] }),
}: {
  recorded?: TenantCredential[];
  followed?: boolean;
  connections?: ReturnType<typeof connectionsMap>;
}) {
  const held = {
    ConfigMap: [connections],
    ServiceAccount: [accountIn('web'), accountIn('api')],
  };
  const clusters = [clusterHolding(held)];
  const logger = mockServices.logger.mock();
  const index = followed
    ? await indexOf(clusters)
    : new VolumeIndex({ clusters, logger });
  const systems = new Systems({ clusters, kms: [vaultNamed('vault', VAULT)] });
  const credentials = { all: async () => recorded };
  return isolationMatrix({ index, systems, credentials, now }, page);
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
