// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { setTimeout as pause } from 'node:timers/promises';
import {
  clusterName,
  type OperationsUnderTest,
} from '../../operations/__testUtils__/OperationsUnderTest';
import {
  makeEncryptedVolume,
  tenantObjects,
  writeKey,
} from '../../operations/__testUtils__/tenantObjects';
import {
  inspectionBench,
  KMS_IDS,
  type Custody,
  type InspectionBench,
} from './InspectionBench';

/** Named as Ceph CSI names keys, and of no volume. */
const LEFT_OVER =
  '0001-0009-rook-ceph-0000000000000002-ffffffff-0000-4000-8000-000000000001';

/** What is seen of a tenant on all servers. */
export function describeInspection(under: () => OperationsUnderTest): void {
  describe('a tenant that is looked at closely', () => {
    let bench: InspectionBench;
    beforeEach(async () => {
      bench = await inspectionBench(under());
    });
    afterEach(() => bench.close());

    it.each<Custody>(['vaulttenantsa', 'vaulttokens'])(
      'has no difference when it was just onboarded with %s',
      async custody => {
        await bench.onboard(custody);
        expect(await bench.inspect()).toMatchObject({
          tenant: {
            ...bench.place,
            id: `${clusterName}.${bench.namespace}`,
            owner: 'group:default/payments',
            custody,
            kms: 'vault',
            kmsIds: [KMS_IDS[custody]],
            credential: { state: 'live' },
            volumes: 0,
          },
          drift: [],
          mount: `csi/${clusterName}.${bench.namespace}`,
          keys: { total: 0, items: [] },
          problems: [],
        });
      },
    );

    it('shows the identity of a token, and nothing to use it by', async () => {
      await bench.onboard('vaulttokens');
      const inspection = await bench.inspect();
      expect(inspection.identity).toMatchObject({
        policies: ['csi-tenant-token'],
        boundCidrs: [],
        meta: { cluster: clusterName, namespace: bench.namespace },
      });
      const text = JSON.stringify(inspection);
      expect(bench.minted).toHaveLength(1);
      for (const { token, accessor } of bench.minted) {
        expect(text).not.toContain(token);
        expect(text).not.toContain(accessor);
      }
    });

    it('names a Secret that is gone, and a token that was revoked', async () => {
      await bench.onboard('vaulttokens');
      await bench.kubernetes(
        'DELETE',
        bench.inNamespace('secrets/ceph-csi-kms-token'),
      );
      const [{ accessor }] = bench.minted;
      await bench.vault('POST', '/v1/auth/token/revoke-accessor', { accessor });
      const inspection = await bench.inspect();
      expect(inspection.drift.map(({ code }) => code)).toEqual([
        'secret-missing',
        'token-lost',
      ]);
      expect(inspection.identity).toBeUndefined();
      expect(inspection.tenant.credential.state).toBe('missing');
    });

    it('names an account and a mount that are gone', async () => {
      await bench.onboard('vaulttenantsa');
      await bench.kubernetes(
        'DELETE',
        bench.inNamespace('serviceaccounts/ceph-csi-vault-sa'),
      );
      const mount = `csi/${clusterName}.${bench.namespace}`;
      await bench.vault('DELETE', `/v1/sys/mounts/${mount}`);
      expect(await bench.driftCodes()).toEqual([
        'mount-missing',
        'service-account-missing',
      ]);
    });

    it('joins keys and volumes, and names what is without the other', async () => {
      await bench.onboard('vaulttenantsa');
      const volume = await makeEncryptedVolume(bench, KMS_IDS.vaulttenantsa);
      await writeKey(bench, LEFT_OVER);
      const isSeen = async () => (await bench.inspect()).tenant.volumes === 1;
      while (!(await isSeen())) await pause(20);
      await bench.lookAtKeys();
      expect(
        (await bench.inspect()).drift.map(it => [it.code, it.message]),
      ).toEqual([
        ['keys-missing', expect.stringContaining(volume.name)],
        ['keys-without-volume', expect.stringContaining(LEFT_OVER)],
      ]);
      await writeKey(bench, volume.handle);
      const { keys } = await bench.inspect();
      expect(keys).toMatchObject({
        total: 2,
        items: [
          { name: LEFT_OVER, key: { presence: 'present' }, state: 'orphan' },
          {
            name: volume.handle,
            key: { presence: 'present' },
            state: 'present',
            users: [{ name: volume.name, of: `${bench.namespace}/data` }],
          },
        ],
      });
      await volume.remove();
    });

    it('is not touched by being looked at', async () => {
      await bench.onboard('vaulttokens');
      const before = await tenantObjects(bench);
      await bench.inspect();
      await bench.inspector.list({ limit: 50, offset: 0 });
      expect(await tenantObjects(bench)).toEqual(before);
    });
  });
}
