// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { workbench } from './Workbench';

/** What operations must do with a mount that is not for Ceph CSI's keys. */
export function describeForeignMount(under: () => OperationsUnderTest): void {
  describe("somebody else's mount at a tenant's path", () => {
    it.each([
      ['tenant-service-account', 'vault-tenant-sa'],
      ['tenant-secret', 'vault-tokens'],
    ] as const)('is left as it is by %s', async (operation, kmsId) => {
      const bench = await workbench(under());
      const { namespace, kubernetes, vault } = bench;
      const path = `csi/${clusterName}.${namespace}`;
      const mountPath = `/v1/sys/mounts/${path}`;
      const mount = { type: 'kv', options: { version: '1' } };
      await vault('POST', mountPath, mount);
      const request = { operation, cluster: clusterName, namespace, kmsId };
      await expect(
        bench.service().run(request, { requestedBy: 'user:default/ada' }),
      ).rejects.toMatchObject({
        code: 'not-ours',
        message: expect.stringContaining(path),
      });
      const kept = await vault('GET', mountPath);
      expect(at(kept, 'data', 'options', 'version')).toBe('1');
      const configMaps = `/api/v1/namespaces/${namespace}/configmaps`;
      await expect(
        kubernetes('GET', `${configMaps}/ceph-csi-kms-config`),
      ).rejects.toThrow(/^404/);
      await bench.close();
    });
  });
}
