// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationsUnderTest } from '../../operations/__testUtils__/OperationsUnderTest';
import { LookBench } from './LookBench';

/**
 * What no server here can show: nodes with a driver. The sandbox plays neither
 * these nor quotas, which it does not know then.
 */
const ALWAYS = /^(driver (warning|unknown)|(quota|size-limits) unknown)$/;

/** What the look ahead must tell on all servers. */
export function describePreflight(under: () => OperationsUnderTest): void {
  describe('tells', () => {
    let bench: LookBench;
    beforeEach(async () => {
      bench = await LookBench.open(under());
    });
    afterEach(() => bench.bench.close());

    const troubles = async (...asked: Parameters<LookBench['look']>) =>
      (await bench.troubles(...asked)).filter(it => !ALWAYS.test(it));
    const write = (...call: Parameters<typeof bench.bench.kubernetes>) =>
      bench.bench.kubernetes(...call);

    it('that nothing is in the way of a tenant, and makes nothing', async () => {
      expect(await troubles()).toEqual([]);
      const mode = await bench.about('binding-mode');
      expect(mode[0].message).toContain('when the first pod uses the claim');
      const claims = `/api/v1/namespaces/${bench.place.namespace}/persistentvolumeclaims`;
      expect(await write('GET', claims)).toMatchObject({ items: [] });
    });

    it('that the claim is there already', async () => {
      await bench.run(bench.request);
      expect(await bench.about('claim')).toMatchObject([
        { outcome: 'ok', message: expect.stringContaining('there already') },
      ]);
      expect(await bench.about('claim', { size: '5Gi' })).toMatchObject([
        { outcome: 'blocked', owner: 'developer' },
      ]);
      expect(await bench.about('quota')).toEqual([]);
    });

    it('that a class is missing', async () => {
      expect(await troubles({ storageClass: 'no-such-class' })).toEqual([
        'storage-class blocked',
      ]);
    });

    it('that a class is in clear, or has one passphrase for all', async () => {
      const { namespace } = bench.place;
      const classes = '/apis/storage.k8s.io/v1/storageclasses';
      const provisioner = 'rook-ceph.rbd.csi.ceph.com';
      const make = (name: string, parameters: Record<string, string>) =>
        write('POST', classes, { metadata: { name }, provisioner, parameters });
      const [clear, shared] = ['clear', 'shared'].map(
        it => `${namespace}-${it}`,
      );
      await make(clear, {});
      await make(shared, { encrypted: 'true' });
      expect(await troubles({ storageClass: clear })).toEqual([
        'storage-class blocked',
        'class-secrets blocked',
      ]);
      expect(await troubles({ storageClass: shared })).toEqual([
        'storage-class warning',
        'class-secrets blocked',
      ]);
    });

    it('that the class names a connection that is not there, or leads elsewhere', async () => {
      const { namespace } = bench.place;
      const storageClass = `${namespace}-gone`;
      const { parameters } = Object(
        await write(
          'GET',
          `/apis/storage.k8s.io/v1/storageclasses/${namespace}`,
        ),
      );
      await write('POST', '/apis/storage.k8s.io/v1/storageclasses', {
        metadata: { name: storageClass },
        provisioner: 'rook-ceph.rbd.csi.ceph.com',
        parameters: { ...parameters, encryptionKMSID: 'gone' },
      });
      expect(await troubles({ storageClass })).toEqual([
        'kms-connection blocked',
      ]);
      await bench.publish('elsewhere', `${namespace}-elsewhere`);
      const elsewhere = await troubles({
        storageClass: `${namespace}-elsewhere`,
      });
      expect(elsewhere).toEqual(
        expect.arrayContaining(['kms unknown', 'key-mount unknown']),
      );
    });

    it('that the namespace serves another, or is not there', async () => {
      const annotations = {
        'volume-encryption.backstage.io/owner': 'group:default/insurance',
      };
      const path = `/api/v1/namespaces/${bench.place.namespace}`;
      await write('PATCH', path, { metadata: { annotations } });
      expect(await troubles()).toEqual(['consent blocked']);
      expect(await troubles({ namespace: 'no-such-namespace' })).toEqual(
        expect.arrayContaining(['namespace blocked', 'credential blocked']),
      );
    });

    it('that the credential or the mount is not there', async () => {
      const home = `/api/v1/namespaces/${bench.place.namespace}`;
      await write('DELETE', `${home}/serviceaccounts/ceph-csi-vault-sa`);
      const path = `/v1/sys/mounts/csi/${bench.place.cluster}.${bench.place.namespace}`;
      await bench.bench.vault('DELETE', path);
      expect(await troubles()).toEqual([
        'key-mount blocked',
        'credential blocked',
      ]);
      await bench.publish('vault-tokens', `${bench.place.namespace}-tokens`);
      const storageClass = `${bench.place.namespace}-tokens`;
      expect(await bench.about('credential', { storageClass })).toMatchObject([
        { outcome: 'blocked', diagnosis: 'token-secret-missing' },
      ]);
    });
  });
}
