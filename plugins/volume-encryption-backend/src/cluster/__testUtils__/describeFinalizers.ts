// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt } from '../../network/valueAt';
import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

const HOLDER = 'example.com/holder';

/** What every API server must do with an object that somebody holds. */
export function describeFinalizers(cluster: () => ClusterUnderTest): void {
  describe('holding an object by a finalizer', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });

    /** An object that was deleted, and is held. */
    async function held(name: string): Promise<unknown> {
      const metadata = { name, finalizers: [HOLDER] };
      await admin.create('configmaps', { metadata });
      return (await admin.delete('configmaps', name)).body;
    }
    const read = (name: string) =>
      clusterAs(cluster(), 'portal').reader.get('ConfigMap', {
        namespace: admin.namespace,
        name,
      });

    it('answers a deletion with the object, which is still there', async () => {
      const answer = await held('answered');
      expect(answer).toMatchObject({
        kind: 'ConfigMap',
        metadata: {
          name: 'answered',
          deletionTimestamp: expect.stringMatching(/^\d{4}-.*Z$/),
          deletionGracePeriodSeconds: 0,
          finalizers: [HOLDER],
        },
      });
      expect((await admin.get('configmaps', 'answered')).body).toEqual(answer);
      const deletedAt = textAt(answer, 'metadata', 'deletionTimestamp') ?? '';
      const seen = await read('answered');
      expect(Date.parse(seen?.meta.deletedAt ?? '')).toBe(
        Date.parse(deletedAt),
      );
    });

    it('does nothing when it is deleted again', async () => {
      const before = await held('again');
      const { body } = await admin.delete('configmaps', 'again');
      expect(body).toEqual(before);
    });

    it('lets it go when the holder lets go', async () => {
      await held('released');
      const released = { metadata: { finalizers: null } };
      await admin.change('configmaps', 'released', released);
      expect(await read('released')).toBeUndefined();
    });

    it('takes no new holders while it is being deleted', async () => {
      await held('late');
      const path = `${admin.home}/configmaps/late`;
      const more = { metadata: { finalizers: [HOLDER, 'example.com/late'] } };
      const type = 'application/merge-patch+json';
      expect(await admin.send('PATCH', path, more, type)).toMatchObject({
        status: 422,
        body: {
          reason: 'Invalid',
          message:
            'ConfigMap "late" is invalid: metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"example.com/late"}',
          details: {
            causes: [
              { reason: 'FieldValueForbidden', field: 'metadata.finalizers' },
            ],
          },
        },
      });
    });

    it('can still be written meanwhile', async () => {
      await held('written');
      const { writer } = clusterAs(cluster(), 'admin');
      const metadata = { namespace: admin.namespace, name: 'written' };
      const wanted = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
      const data = { still: 'written' };
      expect(await writer.apply({ ...wanted, data }, {})).toBe('updated');
      expect(await read('written')).toMatchObject({ data });
    });
  });
}
