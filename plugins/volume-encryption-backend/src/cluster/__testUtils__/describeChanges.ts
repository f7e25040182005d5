// One suite for several servers.
/* eslint-disable jest/no-export */

import { textAt, valueAt } from '../../network/valueAt';
import { administrate, type Administration } from './administrate';
import type { ClusterUnderTest } from './ClusterUnderTest';
import { watchLines } from './watchLines';

/** How every API server must tell what happened after a resourceVersion. */
export function describeChanges(cluster: () => ClusterUnderTest): void {
  describe('telling changes', () => {
    let admin: Administration;
    const watch = (count: number, query: string) =>
      watchLines(
        cluster(),
        `${admin.home}/configmaps?watch=true&fieldSelector=metadata.name%3Dtold&${query}`,
        count,
      );
    const versionOf = (body: unknown) =>
      textAt(body, 'metadata', 'resourceVersion') ?? '';
    /** The object as it was written, in its four states. */
    let states: unknown[];
    let since: string;
    beforeAll(async () => {
      admin = await administrate(cluster());
      const path = `${admin.home}/configmaps`;
      since = versionOf((await admin.demand('GET', path)).body);
      const metadata = { name: 'told', finalizers: ['example.com/holder'] };
      const data = { a: '1' };
      const released = { metadata: { finalizers: null } };
      states = [
        (await admin.create('configmaps', { metadata, data })).body,
        (await admin.change('configmaps', 'told', { data: { a: '2' } })).body,
        (await admin.delete('configmaps', 'told')).body,
        (await admin.change('configmaps', 'told', released)).body,
      ];
    });

    it('tells all of them in their order, with the whole object', async () => {
      const told = await watch(4, `resourceVersion=${since}`);
      const [added, modified, deleting, deleted] = told;
      expect([added, modified, deleting]).toEqual([
        { type: 'ADDED', object: states[0] },
        { type: 'MODIFIED', object: states[1] },
        { type: 'MODIFIED', object: states[2] },
      ]);
      expect(deleted).toMatchObject({
        type: 'DELETED',
        object: { metadata: { name: 'told', namespace: admin.namespace } },
      });
    });

    it('tells a deletion under a position of its own', async () => {
      const told = await watch(4, `resourceVersion=${since}`);
      const versions = told.map(it => Number(versionOf(valueAt(it, 'object'))));
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    });

    it('tells nothing of what was before', async () => {
      const after = versionOf(states[1]);
      const told = await watch(1, `resourceVersion=${after}`);
      expect(told).toEqual([{ type: 'MODIFIED', object: states[2] }]);
    });

    it('counts nothing up when nothing changes', async () => {
      const body = { metadata: { name: 'still' }, data: { a: '1' } };
      const made = await admin.create('configmaps', body);
      const same = { data: { a: '1' } };
      const again = await admin.change('configmaps', 'still', same);
      expect(versionOf(again.body)).toBe(versionOf(made.body));
    });
  });
}
