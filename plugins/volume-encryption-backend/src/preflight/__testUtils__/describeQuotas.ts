// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationsUnderTest } from '../../operations/__testUtils__/OperationsUnderTest';
import { eventually } from '../../__testUtils__/startPortal';
import { LookBench } from './LookBench';

/** What a namespace may use, as the quota controller counts it and admission holds it. */
export function describeQuotas(under: () => OperationsUnderTest): void {
  describe('tells of limits', () => {
    let bench: LookBench;
    beforeEach(async () => {
      bench = await LookBench.open(under());
    });
    afterEach(() => bench.bench.close());

    const home = () => `/api/v1/namespaces/${bench.place.namespace}`;
    const limitTo = (hard: Record<string, string>) =>
      bench.bench.kubernetes('POST', `${home()}/resourcequotas`, {
        metadata: { name: 'storage' },
        spec: { hard },
      });
    /** What the quota controller has counted of the storage of the claims. */
    const storageUsed = async () => {
      const path = `${home()}/resourcequotas/storage`;
      const quota = Object(await bench.bench.kubernetes('GET', path));
      return quota.status?.used?.['requests.storage'];
    };
    const counted = (used: string) =>
      eventually(storageUsed, found => found === used);

    it('that a quota would be exceeded, with the figures that hold', async () => {
      const ofClass = `${bench.place.namespace}.storageclass.storage.k8s.io`;
      await limitTo({
        'requests.storage': '15Gi',
        [`${ofClass}/requests.storage`]: '12Gi',
        persistentvolumeclaims: '2',
      });
      await counted('0');
      await bench.run({ ...bench.request, name: 'first' });
      await counted('10Gi');
      const checks = await bench.about('quota');
      expect(checks.map(it => [it.outcome, it.message])).toEqual([
        [
          'blocked',
          'ResourceQuota "storage" allows 15Gi of requests.storage, and 10Gi is used: 10Gi more does not fit.',
        ],
        [
          'ok',
          'ResourceQuota "storage" allows 2 of persistentvolumeclaims, and 1 is used: 1 more fits.',
        ],
        [
          'blocked',
          `ResourceQuota "storage" allows 12Gi of ${ofClass}/requests.storage, and 10Gi is used: 10Gi more does not fit.`,
        ],
      ]);
      expect(checks[0]).toMatchObject({
        owner: 'platform-team',
        diagnosis: 'quota-exceeded',
      });
      await expect(bench.run(bench.request)).rejects.toThrow(
        'ResourceQuota "storage" is used up',
      );
      const fits = await bench.about('quota', { size: '2Gi' });
      expect(fits.map(it => it.outcome)).toEqual(['ok', 'ok', 'ok']);
      await bench.run({ ...bench.request, size: '2Gi' });
    });

    it('that the size is beyond a limit range', async () => {
      await bench.bench.kubernetes('POST', `${home()}/limitranges`, {
        metadata: { name: 'sizes' },
        spec: {
          limits: [
            {
              type: 'PersistentVolumeClaim',
              min: { storage: '1Gi' },
              max: { storage: '5Gi' },
            },
          ],
        },
      });
      expect(await bench.about('size-limits')).toMatchObject([
        {
          outcome: 'blocked',
          owner: 'developer',
          message:
            'The claim asks for 10Gi, and the maximum of the namespace is 5Gi (LimitRange "sizes").',
        },
      ]);
      await expect(bench.run(bench.request)).rejects.toThrow('LimitRange');
      const fits = await bench.about('size-limits', { size: '5Gi' });
      expect(fits).toMatchObject([{ outcome: 'ok' }]);
    });

    it('that a driver has registered with a node', async () => {
      const metadata = { name: bench.place.namespace };
      const name = 'rook-ceph.rbd.csi.ceph.com';
      const path = '/apis/storage.k8s.io/v1/csinodes';
      const drivers = [{ name, nodeID: 'one', topologyKeys: null }];
      await bench.bench.kubernetes('POST', path, {
        metadata,
        spec: { drivers },
      });
      const [driver] = await bench.about('driver');
      await bench.bench.kubernetes('DELETE', `${path}/${metadata.name}`);
      expect(driver).toMatchObject({ outcome: 'ok' });
      expect(await bench.about('driver')).toMatchObject([
        { outcome: 'warning', diagnosis: 'provisioner-silent' },
      ]);
    });
  });
}
