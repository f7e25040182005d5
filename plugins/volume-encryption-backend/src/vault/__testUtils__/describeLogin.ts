// One suite for several servers.
/* eslint-disable jest/no-export */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'sandbox';
import { textAt } from '../../network/valueAt';
import { createKms } from '../createKms';
import { administrate, unique } from './administrate';
import { configFor, type VaultUnderTest } from './VaultUnderTest';

/** A Vault at which ServiceAccounts of a cluster log in. */
export interface VaultWithCluster extends VaultUnderTest {
  kubernetes: { url: string; caFile?: string; adminToken: string };
}

/** What every Vault must do for a portal that logs in by its ServiceAccount. */
export function describeLogin(vault: () => VaultWithCluster): void {
  describe('logging in by a ServiceAccount', () => {
    const folder = mkdtempSync(join(tmpdir(), 'login-test-'));
    const tokenFile = join(folder, 'token');

    async function serviceAccountToken(namespace: string): Promise<string> {
      const { url, caFile, adminToken } = vault().kubernetes;
      const ca = caFile && readFileSync(caFile, 'utf8');
      const headers = { authorization: `Bearer ${adminToken}` };
      const send = connect({ url, ca, headers });
      const labels = { 'csi-kms': 'enabled' };
      const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
      const name = 'ceph-csi-vault-sa';
      const metadata = { name: namespace, labels };
      await send('POST', '/api/v1/namespaces', { metadata });
      await send('POST', accounts, { metadata: { name } });
      const path = `${accounts}/${name}/token`;
      const { body } = await send('POST', path, { spec: {} });
      return textAt(body, 'status', 'token') ?? '';
    }

    const kms = () =>
      createKms(
        configFor(vault(), {
          method: 'kubernetes',
          role: 'csi-tenant',
          mountPath: 'kubernetes',
          tokenFile,
        }),
      );

    it('lets it ask what the role allows', async () => {
      const namespace = unique('login');
      writeFileSync(tokenFile, `${await serviceAccountToken(namespace)}\n`);
      const admin = administrate(vault());
      const mount = `csi/contract.${namespace}`;
      await createKms(configFor(vault())).ensureMount(mount, {});
      await admin('POST', `${mount}/data/key`, { data: { any: 'thing' } });
      expect(await kms().describeKey({ mount, name: 'key' }, {})).toMatchObject(
        { presence: 'present' },
      );
    });

    it('says that it is not let in', async () => {
      writeFileSync(tokenFile, 'canary.of.nobody');
      const ask = kms().describeKey({ mount: 'csi/contract.x', name: 'k' }, {});
      await expect(ask).rejects.toMatchObject({
        code: 'kms-denied',
        field: 'auth',
        message: expect.not.stringContaining('canary'),
      });
    });
  });
}
