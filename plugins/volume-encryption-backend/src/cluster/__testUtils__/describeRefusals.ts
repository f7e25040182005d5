// One suite for several servers.
/* eslint-disable jest/no-export */

import { administrate, type Administration, type Body } from './administrate';
import { clusterAs, wireAs, type ClusterUnderTest } from './ClusterUnderTest';
import refusals from './refusals.json';

/** A call, with what to answer. */
interface Refused {
  call: [method: string, path: string, body?: Body, contentType?: string];
  answer: object;
}

/**
 * How every API server must refuse, to the letter: the adapter makes its
 * errors of these answers.
 */
export function describeRefusals(cluster: () => ClusterUnderTest): void {
  describe('refusing', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
      await admin.create('configmaps', { metadata: { name: 'taken' } });
    });

    const here = (row: object): Refused =>
      JSON.parse(
        JSON.stringify(row)
          .replaceAll('HOME', admin.home)
          .replaceAll('NAMESPACE', admin.namespace),
      );

    it.each(refusals.asAdministrator)('names $what', async row => {
      const { call, answer } = here(row);
      expect(await admin.send(...call)).toEqual(failure(answer));
    });

    it.each(refusals.asNobody)('says which right lacks: $what', async row => {
      const { call, answer } = here(row);
      const { status, body } = await wireAs(cluster(), 'denied')(...call);
      const text = JSON.stringify(body).replace(/User \\"[^"]+"/, 'USER');
      expect({ status, body: JSON.parse(text) }).toEqual(failure(answer));
    });

    it('does not know a wrong token', async () => {
      const tokens = { ...cluster().tokens, denied: 'wrong' };
      const send = wireAs({ ...cluster(), tokens }, 'denied');
      const unauthorized = { reason: 'Unauthorized', message: 'Unauthorized' };
      expect(await send('GET', '/api/v1/pods')).toEqual(
        failure({ code: 401, ...unauthorized }),
      );
    });

    it('is told by the adapter in our words', async () => {
      const { namespace } = admin;
      const { writer } = clusterAs(cluster(), 'admin');
      const metadata = { namespace, name: 'taken', resourceVersion: '1' };
      const stale = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
      await expect(writer.apply(stale, {})).rejects.toMatchObject({
        code: 'conflict',
        message: `Cluster "tested" did not apply configmaps "taken" in namespace "${namespace}": it was changed meanwhile; look at it again before you decide again.`,
      });
    });
  });
}

/** The whole of the answer, a Status. */
function failure(answer: object) {
  const head = { kind: 'Status', apiVersion: 'v1', metadata: {} };
  const body = { ...head, status: 'Failure', ...answer };
  return { status: 'code' in answer ? answer.code : 0, body };
}
