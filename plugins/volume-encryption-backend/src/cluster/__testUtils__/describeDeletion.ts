// One suite for several servers.
/* eslint-disable jest/no-export */

import type { ObjectTarget } from 'backstage-plugin-volume-encryption-common';
import { textAt } from '../../network/valueAt';
import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest, type Who } from './ClusterUnderTest';

/** What an API server must do for `ClusterWriter.delete`. */
export function describeDeletion(cluster: () => ClusterUnderTest): void {
  describe('deleting', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });

    const remove = (target: ObjectTarget, who: Who = 'admin', dryRun = false) =>
      clusterAs(cluster(), who).writer.delete(target, { dryRun });
    const statusOf = async (name: string) =>
      (await admin.get('configmaps', name)).status;

    /** A ConfigMap, as it would be looked at before it is deleted. */
    async function made(name: string, more = {}) {
      const metadata = { ...more, name };
      const { body } = await admin.create('configmaps', { metadata });
      const text = (field: string) => textAt(body, 'metadata', field) ?? '';
      return {
        kind: 'ConfigMap' as const,
        namespace: admin.namespace,
        name,
        uid: text('uid'),
        resourceVersion: text('resourceVersion'),
      };
    }

    it('deletes what was looked at, and says when it is gone', async () => {
      const target = await made('plain');
      expect(await remove(target)).toBe('deleted');
      expect(await statusOf('plain')).toBe(404);
      expect(await remove(target)).toBe('absent');
    });

    it('needs no more than the uid', async () => {
      const { resourceVersion: _, ...target } = await made('by-uid');
      await admin.change('configmaps', 'by-uid', { data: { a: '1' } });
      expect(await remove(target)).toBe('deleted');
    });

    it('leaves alone another object of the same name', async () => {
      const target = await made('made-again');
      await admin.delete('configmaps', 'made-again');
      await made('made-again');
      await expect(remove(target)).rejects.toMatchObject({
        code: 'conflict',
        message: `Cluster "tested" did not delete configmaps "made-again" in namespace "${admin.namespace}": another object has that name now; look at it before you decide again.`,
      });
      expect(await statusOf('made-again')).toBe(200);
    });

    it('leaves alone what was changed since it was looked at', async () => {
      const target = await made('changed');
      await admin.change('configmaps', 'changed', { data: { a: '1' } });
      await expect(remove(target)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('it was changed meanwhile'),
      });
      expect(await statusOf('changed')).toBe(200);
    });

    it('deletes nothing in a dry run, and says what would become', async () => {
      const target = await made('rehearsed');
      expect(await remove(target, 'admin', true)).toBe('deleted');
      expect(await statusOf('rehearsed')).toBe(200);
      const gone = { ...target, name: 'none' };
      expect(await remove(gone, 'admin', true)).toBe('absent');
      const other = { ...target, uid: 'another' };
      await expect(remove(other, 'admin', true)).rejects.toMatchObject({
        code: 'conflict',
      });
    });

    it('says that a holder keeps it, each time it is asked', async () => {
      const finalizers = ['example.com/holder'];
      const { resourceVersion: _, ...target } = await made('held', {
        finalizers,
      });
      expect(await remove(target, 'admin', true)).toBe('terminating');
      expect(await remove(target)).toBe('terminating');
      expect(await remove(target)).toBe('terminating');
      const released = { metadata: { finalizers: null } };
      await admin.change('configmaps', 'held', released);
      expect(await remove(target)).toBe('absent');
    });

    it('is not for the portal, to which no right to delete is given', async () => {
      const target = await made('kept');
      await expect(remove(target, 'portal')).rejects.toMatchObject({
        code: 'cluster-denied',
        message: `Cluster "tested" does not let the portal delete configmaps "kept" in namespace "${admin.namespace}": allow it in RBAC.`,
      });
      expect(await statusOf('kept')).toBe(200);
    });

    it.each([
      ['name', { name: '' }],
      ['name', { name: '..' }],
      ['namespace', { namespace: '' }],
      ['uid', { uid: '' }],
      ['resourceVersion', { resourceVersion: '' }],
    ])('sends nothing when %s is not valid: %j', async (field, wrong) => {
      const target = await made(`valid-${Math.random().toString(36).slice(2)}`);
      await expect(remove({ ...target, ...wrong })).rejects.toMatchObject({
        code: 'invalid-input',
        field,
      });
      expect(await statusOf(target.name)).toBe(200);
    });

    it('deletes a Secret without seeing its data', async () => {
      const { namespace } = admin;
      const name = 'ceph-csi-kms-token';
      const stringData = { token: 'canary-of-a-secret' };
      await admin.create('secrets', { metadata: { name }, stringData });
      const { reader } = clusterAs(cluster(), 'admin');
      const secret = await reader.get('Secret', { namespace, name });
      const uid = secret?.meta.uid ?? '';
      const target = { kind: 'Secret' as const, namespace, name, uid };
      expect(await remove(target)).toBe('deleted');
    });

    it.each([
      ['ServiceAccount' as const, 'deleted'],
      ['PersistentVolumeClaim' as const, 'terminating'],
    ])('tells of a %s that it is %s', async (kind, expected) => {
      const { namespace } = admin;
      const resources = { requests: { storage: '1Gi' } };
      const spec = { accessModes: ['ReadWriteOnce'], resources };
      const name = 'of-another-kind';
      const body = kind === 'ServiceAccount' ? {} : { spec };
      const metadata = { name, finalizers: ['kubernetes.io/pvc-protection'] };
      const plural = `${kind.toLowerCase()}s`;
      const held = expected === 'terminating' ? metadata : { name };
      const { body: it } = await admin.create(plural, {
        ...body,
        metadata: held,
      });
      const uid = textAt(it, 'metadata', 'uid') ?? '';
      expect(await remove({ kind, namespace, name, uid })).toBe(expected);
    });
  });
}
