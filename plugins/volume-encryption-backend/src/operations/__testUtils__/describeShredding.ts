// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import { VolumeEncryptionError } from 'backstage-plugin-volume-encryption-common';
import type { KeyCustodian } from 'backstage-plugin-volume-encryption-node';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';
import { writeKey } from './tenantObjects';
import { workbench, type Workbench } from './Workbench';

const requestedBy = 'user:default/ada';
const BACKUPS = { name: 'backups of KMS "vault"' };

/** What a tenant may name its keys, and what would lead astray if not encoded. */
const HOSTILE = [
  ...['-x', 'a b/c d', 'x.', '...', 'ä', '\u{1F511}', '%2e%2e', 'a%2fb', '%'],
  ...['a#b', 'a?b', 'a&b', 'a;b', 'a+b', "a'b", '{{a}}', '*', '%2e%2e/%2e/k'],
];

/** What destroying the keys of a tenant must do and tell. */
export function describeShredding(under: () => OperationsUnderTest): void {
  describe('the destruction of keys', () => {
    let bench: Workbench;
    const id = () => `${clusterName}.${bench.namespace}`;
    const run = (
      operation: string,
      fields: object = {},
      signal?: AbortSignal,
    ) =>
      bench.service().run(
        Object({
          operation,
          cluster: clusterName,
          namespace: bench.namespace,
          kmsId: 'vault-tenant-sa',
          ...fields,
        }),
        { requestedBy, signal },
      );
    const expectNoKey = () =>
      expect(bench.lines.join()).not.toContain('of a test');
    beforeEach(async () => {
      bench = await workbench(under());
      await run('tenant-onboard', {
        owner: 'payments',
        createNamespace: false,
      });
      for (const name of ['a', 'b', 'ceph-csi/c', 'ceph-csi/deep/d']) {
        await writeKey(bench, name);
      }
      await writeKey(bench, 'b');
      await run('tenant-offboard');
    });
    afterEach(async () => {
      jest.restoreAllMocks();
      expectNoKey();
      await bench.close();
    });

    const shred = (signal?: AbortSignal) =>
      run('tenant-shred', { confirm: id() }, signal);
    const custodian = (): KeyCustodian => {
      const { custodian: found } = bench.kms;
      if (!found) throw new Error('there is no custodian');
      return found;
    };
    const receipts = async () =>
      (await bench.receipts.list({ limit: 10, offset: 0 })).items;
    const whole = () => ({
      tenantId: id(),
      kms: 'vault',
      mount: `csi/${id()}`,
      mountRemoved: true,
      finished: true,
      remaining: [BACKUPS],
      requestedBy,
    });
    const all = [
      { name: 'a', versions: 1 },
      { name: 'b', versions: 2 },
      { name: 'ceph-csi/c', versions: 1 },
      { name: 'ceph-csi/deep/d', versions: 1 },
    ];

    it('takes every key of every folder, and tells of each', async () => {
      const { receipt } = await shred();
      expect(receipt).toMatchObject({ ...whole(), destroyed: all });
      expect(await receipts()).toEqual([receipt]);
    });

    it('takes keys whatever the tenant named them', async () => {
      for (const name of HOSTILE) {
        const encoded = name.split('/').map(encodeURIComponent);
        await writeKey(bench, encoded.join('/'));
      }
      await run('tenant-offboard');
      const { receipt } = await shred();
      expect(receipt).toMatchObject({ ...whole(), finished: true });
      expect(receipt?.destroyed.map(({ name }) => name).sort()).toEqual(
        [...all.map(({ name }) => name), ...HOSTILE].sort(),
      );
    });

    it('takes all others where one cannot be asked for, and tells of it', async () => {
      const { listFolders, describeKey } = bench.kms;
      jest
        .spyOn(bench.kms, 'listFolders')
        .mockImplementation(async (place, options) =>
          place.folder
            ? listFolders(place, options)
            : new Set([...(await listFolders(place, options)), '..']),
        );
      jest
        .spyOn(bench.kms, 'describeKey')
        .mockImplementation((key, options) =>
          describeKey(key.name === 'b' ? { ...key, name: '.' } : key, options),
        );
      const { notes } = await run('tenant-offboard');
      expect(notes).toContainEqual(
        expect.objectContaining({ code: 'keys-unknown' }),
      );
      await expect(shred()).rejects.toMatchObject({ code: 'conflict' });
      const others = all.filter(({ name }) => name !== 'b');
      const reason = expect.stringContaining('cannot be used');
      expect(await receipts()).toMatchObject([
        {
          ...{ mountRemoved: false, finished: false, destroyed: others },
          remaining: [BACKUPS, { name: 'b', reason }, { name: '../', reason }],
        },
      ]);
    });

    it('goes on after a key that resists, and tells why', async () => {
      const denied = new VolumeEncryptionError('kms-denied', 'No right on b.');
      const { destroyKey } = custodian();
      jest
        .spyOn(custodian(), 'destroyKey')
        .mockImplementation((key, options) =>
          key.name === 'b' ? Promise.reject(denied) : destroyKey(key, options),
        );
      await expect(shred()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('No right on b.'),
      });
      const others = all.filter(({ name }) => name !== 'b');
      expect(await receipts()).toMatchObject([
        {
          mountRemoved: false,
          finished: false,
          destroyed: others,
          remaining: [BACKUPS, { name: 'b', reason: 'No right on b.' }],
        },
      ]);
      jest.restoreAllMocks();
      const { receipt } = await shred();
      const destroyed = [...others, { name: 'b', versions: 2 }];
      expect(receipt).toMatchObject({ ...whole(), destroyed });
      expect(await receipts()).toEqual([receipt]);
    });

    it('stops when it is told to, and one receipt tells of all in the end', async () => {
      const more = Array.from({ length: 10 }, (_, i) => `more-${i}`);
      for (const name of more) await writeKey(bench, name);
      const stop = new AbortController();
      const { destroyKey } = custodian();
      jest
        .spyOn(custodian(), 'destroyKey')
        .mockImplementation((key, options) => {
          stop.abort();
          return destroyKey(key, options);
        });
      await expect(shred(stop.signal)).rejects.toMatchObject({
        code: 'aborted',
      });
      const [open] = await receipts();
      expect(open.destroyed.length).toBeGreaterThan(0);
      expect(open.destroyed.length).toBeLessThan(all.length + more.length);
      expect(open.finished).toBe(false);
      const told = [...open.destroyed, ...open.remaining.slice(1)];
      expect(told.map(({ name }) => name).sort()).toEqual(
        [...all.map(({ name }) => name), ...more].sort(),
      );
      expect(open.remaining.slice(1)).toContainEqual({
        name: expect.any(String),
        reason: 'Not tried yet.',
      });
      jest.restoreAllMocks();
      const { receipt } = await shred();
      expect(receipt).toMatchObject(whole());
      expect(receipt?.destroyed.map(({ name }) => name).sort()).toEqual(
        [...all.map(({ name }) => name), ...more].sort(),
      );
      expect(await receipts()).toEqual([receipt]);
    });

    it('counts what was in hand when a run broke off', async () => {
      const { receipts: store } = bench;
      const at = new Date().toISOString();
      const begun = { ...whole(), mountRemoved: false, at, remaining: [] };
      const [first, second] = all;
      const inHand = [first, second];
      await store.keep({ ...begun, destroyed: [] }, inHand);
      await custodian().destroyKey({ mount: `csi/${id()}`, name: 'b' }, {});
      const { receipt } = await shred();
      const names = receipt?.destroyed.map(({ name }) => name).sort();
      expect(names).toEqual(all.map(({ name }) => name));
      expect(receipt?.destroyed).toContainEqual(second);
    });

    it('closes the receipt when only that was left to do', async () => {
      const keep = jest.spyOn(bench.receipts, 'keep');
      const { removeMount } = custodian();
      jest
        .spyOn(custodian(), 'removeMount')
        .mockImplementation(async (...it) => {
          keep.mockRejectedValue(new Error('The process has died.'));
          return removeMount(...it);
        });
      await expect(shred()).rejects.toThrow('died');
      expect(await receipts()).toMatchObject([{ mountRemoved: false }]);
      jest.restoreAllMocks();
      await shred();
      expect(await receipts()).toMatchObject([{ ...whole(), destroyed: all }]);
      const { steps } = await shred();
      expect(steps.map(({ outcome }) => outcome)).toEqual([
        'unchanged',
        'unchanged',
      ]);
    });
  });
}
