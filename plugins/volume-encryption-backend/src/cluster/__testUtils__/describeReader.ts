// One suite for several servers.
/* eslint-disable jest/no-export */

import { createCluster } from '../createCluster';
import { administrate, type Administration } from './administrate';
import { configFor, type ClusterUnderTest } from './ClusterUnderTest';

/** What every API server must do for `ClusterReader.list` and `get`. */
export function describeReader(cluster: () => ClusterUnderTest): void {
  describe('reading', () => {
    let admin: Administration;
    const as = (who: keyof ClusterUnderTest['tokens']) =>
      createCluster(configFor(cluster(), cluster().tokens[who]));
    beforeAll(async () => {
      admin = await administrate(cluster());
      await admin.create('configmaps', {
        metadata: { name: 'read-me', labels: { a: 'b' } },
        data: { key: 'value' },
      });
      await admin.create('secrets', {
        metadata: { name: 'ceph-csi-kms-token' },
        stringData: { token: 'canary-of-a-secret' },
      });
    });

    it('gets an object, and undefined for one that is not there', async () => {
      const { namespace } = admin;
      const { reader } = as('portal');
      const ref = { namespace, name: 'read-me' };
      expect(await reader.get('ConfigMap', ref)).toMatchObject({
        kind: 'ConfigMap',
        meta: { namespace, name: 'read-me', labels: { a: 'b' } },
        data: { key: 'value' },
      });
      const absent = { namespace, name: 'not-there' };
      expect(await reader.get('ConfigMap', absent)).toBeUndefined();
    });

    it('lists a namespace, and the whole cluster', async () => {
      const { namespace } = admin;
      const { reader } = as('portal');
      const namesIn = async (options: { namespace?: string }) =>
        (await reader.list('ConfigMap', options)).map(
          it => `${it.meta.namespace}/${it.meta.name}`,
        );
      expect(await namesIn({ namespace })).toContain(`${namespace}/read-me`);
      expect(await namesIn({})).toContain(`${namespace}/read-me`);
    });

    it('reads no more of a Secret than its metadata', async () => {
      const { namespace } = admin;
      const ref = { namespace, name: 'ceph-csi-kms-token' };
      const secret = await as('portal').reader.get('Secret', ref);
      const listed = await as('admin').reader.list('Secret', { namespace });
      expect(secret).toMatchObject({ kind: 'Secret', meta: ref });
      expect(listed.map(it => it.meta.name)).toContain(ref.name);
      const seen = JSON.stringify([secret, listed]);
      expect(seen).not.toContain('canary');
      const base64 = Buffer.from('canary-of-a-secret').toString('base64');
      expect(seen).not.toContain(base64);
    });

    it('says which right is missing', async () => {
      const { namespace } = admin;
      const { reader } = as('denied');
      await expect(reader.list('Pod', { namespace })).rejects.toMatchObject({
        code: 'cluster-denied',
        message: `Cluster "tested" does not let the portal list pods in namespace "${namespace}": allow it in RBAC.`,
      });
    });

    it('tells a bad credential from a missing right', async () => {
      const { reader } = createCluster(configFor(cluster(), 'wrong'));
      await expect(reader.list('Pod', {})).rejects.toMatchObject({
        code: 'cluster-denied',
        message: expect.stringContaining('does not accept'),
      });
    });
  });
}
