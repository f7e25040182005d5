// One suite for several servers.
/* eslint-disable jest/no-export */

import {
  MANAGER,
  type ObjectPatch,
  type ObjectTarget,
} from 'backstage-plugin-volume-encryption-common';
import { itemsAt, textAt, valueAt } from '../../network/valueAt';
import { administrate, MERGE, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest, type Who } from './ClusterUnderTest';

/** What an API server must do for `ClusterWriter.patch`. */
export function describePatch(cluster: () => ClusterUnderTest): void {
  describe('changing a few fields', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });

    const change = (
      target: ObjectTarget,
      patch: ObjectPatch,
      { who = 'admin', dryRun }: { who?: Who; dryRun?: boolean } = {},
    ) => clusterAs(cluster(), who).writer.patch(target, patch, { dryRun });

    /** A ConfigMap, as it would be looked at before it is changed. */
    async function made(name: string): Promise<ObjectTarget> {
      const annotations = { theirs: 'kept', old: 'value' };
      const data = { a: '1', b: '2' };
      const metadata = { name, annotations };
      const { body } = await admin.create('configmaps', { metadata, data });
      const text = (field: string) => textAt(body, 'metadata', field) ?? '';
      return {
        kind: 'ConfigMap',
        namespace: admin.namespace,
        name,
        uid: text('uid'),
        resourceVersion: text('resourceVersion'),
      };
    }
    const seen = async (name: string) =>
      (await admin.get('configmaps', name)).body;

    it('sets and removes what it names, and no other field', async () => {
      const target = await made('named-fields');
      const patch = {
        labels: { ours: 'yes' },
        annotations: { old: null, new: 'value' },
        data: { a: null, b: '3', c: '4' },
      };
      expect(await change(target, patch)).toBe('updated');
      expect(await seen('named-fields')).toMatchObject({
        metadata: {
          uid: target.uid,
          labels: { ours: 'yes' },
          annotations: { theirs: 'kept', new: 'value' },
        },
        data: { b: '3', c: '4' },
      });
      const after = await seen('named-fields');
      expect(valueAt(after, 'data', 'a')).toBeUndefined();
      expect(valueAt(after, 'metadata', 'annotations', 'old')).toBeUndefined();
    });

    it('is noted as ours', async () => {
      await change(await made('noted'), { data: { a: '9' } });
      const managers = itemsAt(
        await seen('noted'),
        'metadata',
        'managedFields',
      ).map(it => [textAt(it, 'manager'), textAt(it, 'operation')]);
      expect(managers).toContainEqual([MANAGER, 'Update']);
    });

    it('leaves alone what is so already', async () => {
      const target = await made('same');
      const before = await seen('same');
      const patch = { annotations: { none: null }, data: { a: '1' } };
      expect(await change(target, patch)).toBe('unchanged');
      expect(await seen('same')).toEqual(before);
    });

    it('needs no more than the uid', async () => {
      const { resourceVersion: _, ...target } = await made('by-uid');
      await admin.change('configmaps', 'by-uid', { data: { b: '9' } });
      expect(await change(target, { data: { a: '9' } })).toBe('updated');
    });

    it('leaves alone what was changed since it was looked at', async () => {
      const target = await made('changed');
      await admin.change('configmaps', 'changed', { data: { b: '9' } });
      await expect(change(target, { data: { a: '9' } })).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('it was changed meanwhile'),
      });
      expect(await seen('changed')).toMatchObject({ data: { a: '1' } });
    });

    it('leaves alone another object of the same name', async () => {
      const { resourceVersion: _, ...target } = await made('made-again');
      await admin.delete('configmaps', 'made-again');
      await made('made-again');
      await expect(change(target, { data: { a: '9' } })).rejects.toMatchObject({
        code: 'conflict',
        message: `Cluster "tested" did not patch configmaps "made-again" in namespace "${admin.namespace}": another object has that name now; look at it before you decide again.`,
      });
      expect(await seen('made-again')).toMatchObject({ data: { a: '1' } });
    });

    it('is refused by the server itself for another uid', async () => {
      await made('other-uid');
      const path = `${admin.home}/configmaps/other-uid`;
      const patch = { metadata: { uid: 'another' }, data: { a: '9' } };
      const { status, body } = await admin.send('PATCH', path, patch, MERGE);
      expect(status).toBe(422);
      expect(itemsAt(body, 'details', 'causes')).toMatchObject([
        { field: 'metadata.uid' },
      ]);
      expect(await seen('other-uid')).toMatchObject({ data: { a: '1' } });
    });

    it('changes nothing in a dry run, and says what would become', async () => {
      const target = await made('rehearsed');
      const dry = { dryRun: true };
      const before = await seen('rehearsed');
      expect(await change(target, { data: { a: '9' } }, dry)).toBe('updated');
      expect(await change(target, { data: { a: '1' } }, dry)).toBe('unchanged');
      const { resourceVersion: _, ...rest } = target;
      const other = { ...rest, uid: 'another' };
      await expect(
        change(other, { data: { a: '9' } }, dry),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect(await seen('rehearsed')).toEqual(before);
    });

    it('says that there is nothing to change', async () => {
      const target = { ...(await made('there')), name: 'not-there' };
      await expect(change(target, { data: { a: '9' } })).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    it.each([
      ['ServiceAccount', 'ceph-csi-vault-sa'],
      ['PersistentVolumeClaim', 'annotated'],
    ] as const)('annotates a %s, as the portal', async (kind, name) => {
      const plural = `${kind.toLowerCase()}s`;
      const spec = {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      };
      const more = kind === 'PersistentVolumeClaim' ? { spec } : {};
      const { body: object } = await admin.create(plural, {
        metadata: { name },
        ...more,
      });
      const uid = textAt(object, 'metadata', 'uid') ?? '';
      const target = { kind, namespace: admin.namespace, name, uid };
      const patch = { annotations: { 'example.com/a': 'b' } };
      const asPortal = { who: 'portal' as const };
      expect(await change(target, patch, asPortal)).toBe('updated');
      const { body } = await admin.get(plural, name);
      expect(body).toMatchObject({ metadata: patch });
    });

    it('annotates and labels a Namespace, as the portal', async () => {
      const { body } = await admin.demand('GET', admin.home);
      const uid = textAt(body, 'metadata', 'uid') ?? '';
      const target = { kind: 'Namespace' as const, name: admin.namespace, uid };
      const patch = {
        labels: { a: 'b' },
        annotations: { 'example.com/a': 'b' },
      };
      const asPortal = { who: 'portal' as const };
      expect(await change(target, patch, asPortal)).toBe('updated');
      const after = await admin.demand('GET', admin.home);
      expect(after.body).toMatchObject({ metadata: patch });
    });

    it('says which right is missing', async () => {
      const target = await made('denied');
      await expect(
        change(target, { data: { a: '9' } }, { who: 'denied' }),
      ).rejects.toMatchObject({ code: 'cluster-denied' });
    });

    it.each([
      ['name', { name: '..' }],
      ['namespace', { namespace: '' }],
      ['uid', { uid: '' }],
      ['resourceVersion', { resourceVersion: '' }],
      ['kind', { kind: 'Secret' as const }],
      ['data', { kind: 'ServiceAccount' as const }],
    ])('sends nothing when %s is not valid: %j', async (field, wrong) => {
      const { namespace } = admin;
      const right = {
        kind: 'ConfigMap' as const,
        namespace,
        name: 'n',
        uid: 'u',
      };
      await expect(
        change({ ...right, ...wrong }, { data: { a: '9' } }),
      ).rejects.toMatchObject({ code: 'invalid-input', field });
    });
  });
}
