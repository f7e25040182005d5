// One suite for several servers.
/* eslint-disable jest/no-export */

import {
  MANAGER,
  type Manifest,
} from 'backstage-plugin-volume-encryption-common';
import { itemsAt, textAt, valueAt } from '../../network/valueAt';
import { administrate, APPLY, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

/** What every API server must keep of who owns which field. */
export function describeOwnership(cluster: () => ClusterUnderTest): void {
  describe('owning fields', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });

    const wanted = (name: string, data: Record<string, string>) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { namespace: admin.namespace, name },
      data,
    });
    const ours = (manifest: Manifest) =>
      // As administrator: the portal may write few ConfigMaps.
      clusterAs(cluster(), 'admin').writer.apply(manifest, {});
    const force = (manifest: ReturnType<typeof wanted>) => {
      const path = `${admin.home}/configmaps/${manifest.metadata.name}`;
      const query = 'fieldManager=somebody&force=true';
      return admin.demand('PATCH', `${path}?${query}`, { ...manifest }, APPLY);
    };
    const ownersOf = async (name: string) => {
      const { body } = await admin.get('configmaps', name);
      return itemsAt(body, 'metadata', 'managedFields').map(it => [
        textAt(it, 'manager'),
        textAt(it, 'operation'),
        valueAt(it, 'fieldsV1', 'f:data'),
      ]);
    };

    it('notes us as the one who applied', async () => {
      await ours(wanted('noted', { a: '1' }));
      const { body } = await admin.get('configmaps', 'noted');
      expect(valueAt(body, 'metadata', 'managedFields')).toEqual([
        {
          manager: MANAGER,
          operation: 'Apply',
          apiVersion: 'v1',
          time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
          fieldsType: 'FieldsV1',
          fieldsV1: { 'f:data': { 'f:a': {} } },
        },
      ]);
    });

    it('leaves an object alone of which nothing changes', async () => {
      await ours(wanted('same', { a: '1' }));
      const before = await admin.get('configmaps', 'same');
      expect(await ours(wanted('same', { a: '1' }))).toBe('unchanged');
      expect(await admin.get('configmaps', 'same')).toEqual(before);
    });

    it('drops a field that we do not say any more, and no other', async () => {
      await ours(wanted('dropped', { a: '1', b: '2' }));
      await admin.change('configmaps', 'dropped', { data: { theirs: '3' } });
      expect(await ours(wanted('dropped', { a: '1' }))).toBe('updated');
      const { body } = await admin.get('configmaps', 'dropped');
      expect(valueAt(body, 'data')).toEqual({ a: '1', theirs: '3' });
    });

    it('lets two own a field at the same value', async () => {
      await ours(wanted('shared', { a: '1' }));
      const theirs = { ...wanted('shared', { a: '1' }) };
      await admin.apply('somebody', 'configmaps', theirs);
      const owned = { 'f:a': {} };
      expect(await ownersOf('shared')).toEqual(
        expect.arrayContaining([
          [MANAGER, 'Apply', owned],
          ['somebody', 'Apply', owned],
        ]),
      );
    });

    it('gives a field to who forces it, and then ours conflicts', async () => {
      await ours(wanted('forced', { a: '1', b: '2' }));
      await force(wanted('forced', { a: 'theirs' }));
      expect(await ownersOf('forced')).toEqual(
        expect.arrayContaining([
          [MANAGER, 'Apply', { 'f:b': {} }],
          ['somebody', 'Apply', { 'f:a': {} }],
        ]),
      );
      await expect(ours(wanted('forced', { a: '1', b: '2' }))).rejects.toThrow(
        'another manager "somebody" owns .data.a',
      );
      const { body } = await admin.get('configmaps', 'forced');
      expect(valueAt(body, 'data')).toEqual({ a: 'theirs', b: '2' });
    });

    it('names who changed our field without applying', async () => {
      await ours(wanted('edited', { a: '1' }));
      const edit = { data: { a: 'edited' } };
      const path = `${admin.home}/configmaps/edited?fieldManager=an-editor`;
      await admin.demand('PATCH', path, edit, 'application/merge-patch+json');
      await expect(ours(wanted('edited', { a: '1' }))).rejects.toThrow(
        'another manager "an-editor" owns .data.a',
      );
    });

    it('says in a dry run what would conflict', async () => {
      await force(wanted('rehearsed', { a: 'theirs' }));
      const rehearsed = wanted('rehearsed', { a: 'ours' });
      const { writer } = clusterAs(cluster(), 'admin');
      await expect(
        writer.apply(rehearsed, { dryRun: true }),
      ).rejects.toMatchObject({ code: 'conflict', field: '.data.a' });
    });
  });
}
