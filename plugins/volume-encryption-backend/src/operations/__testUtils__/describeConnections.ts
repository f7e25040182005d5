// A suite that runs on several servers.
/* eslint-disable jest/no-export */

import type { OperationRequest } from 'backstage-plugin-volume-encryption-common';
import { ConnectionsBench } from './ConnectionsBench';
import { at } from './json';
import { clusterName, type OperationsUnderTest } from './OperationsUnderTest';

const DETAILS = 'csi-kms-connection-details';
const FILE = 'rook-ceph-csi-kms-config';
const NAMED = 'ceph-csi-encryption-kms-config';

/** What the operations on KMS connections must do on all servers. */
export function describeConnections(under: () => OperationsUnderTest): void {
  describe('kms-connection and kms-connection-removal', () => {
    let bench: ConnectionsBench;
    beforeEach(async () => {
      bench = await ConnectionsBench.open(under());
    });
    afterEach(() => bench.close());

    const options = (changes: Record<string, string> = {}) => ({
      encryptionKMSType: 'vaulttenantsa',
      vaultAddress: under().vault.url,
      vaultBackend: 'kv-v2',
      // Other tests leave accounts of the usual name in the cluster.
      tenantSAName: 'of-these-tests',
      ...changes,
    });
    const writing = (
      kmsId: string,
      changes: Record<string, string> = {},
    ): OperationRequest => ({
      operation: 'kms-connection',
      cluster: clusterName,
      kmsId,
      options: options(changes),
    });
    const removing = (kmsId: string): OperationRequest => ({
      operation: 'kms-connection-removal',
      cluster: clusterName,
      kmsId,
    });
    const text = (changes?: Record<string, string>) =>
      JSON.stringify(options(changes));

    it('makes the first one where no Ceph CSI runs, once', async () => {
      const made = await bench.run(writing('first'));
      expect(made.steps).toMatchObject([{ outcome: 'created' }]);
      expect(made.notes.map(it => it.code)).toContain('source-unknown');
      expect(await bench.dataOf(DETAILS)).toEqual({ first: text() });
      const again = await bench.run(writing('first'));
      expect(again.steps).toMatchObject([{ outcome: 'unchanged' }]);
    });

    it('adds, changes and removes one and leaves the others', async () => {
      const theirs = `{ "encryptionKMSType":"metadata" }\n`;
      await bench.createConfigMap(DETAILS, { theirs });
      await bench.run(writing('ours'));
      await bench.run(writing('ours', { vaultRole: 'mine' }));
      expect(await bench.dataOf(DETAILS)).toEqual({
        theirs,
        ours: text({ vaultRole: 'mine' }),
      });
      const gone = await bench.run(removing('ours'));
      expect(gone.steps).toMatchObject([{ outcome: 'updated' }]);
      expect(await bench.dataOf(DETAILS)).toEqual({ theirs });
      await expect(bench.run(removing('ours'))).rejects.toMatchObject({
        code: 'unknown-connection',
      });
    });

    it('leaves the one by which a tenant of ours logs in', async () => {
      await bench.run(writing('ours', { tenantSAName: 'held' }));
      await bench.createOurAccount('held');
      await expect(bench.run(removing('ours'))).rejects.toMatchObject({
        code: 'in-use',
        message: expect.stringContaining(bench.namespace),
      });
      expect(await bench.idsIn(DETAILS)).toEqual(['ours']);
    });

    it.each([
      ['a ConfigMap of the API', DETAILS, { theirs: '{}' }],
      ['a mounted file', FILE, { 'config.json': '{"theirs":{}}' }],
    ])('loses nothing of two who write %s at once', async (_, name, data) => {
      if (name === FILE) await bench.deploy(FILE);
      await bench.createConfigMap(name, data);
      const outcomes = await bench.runAtOnce([writing('one'), writing('two')]);
      expect(outcomes.filter(it => it === 'done')).toHaveLength(1);
      expect(outcomes.filter(it => it === 'conflict')).toHaveLength(1);
      const late = outcomes[0] === 'conflict' ? 'one' : 'two';
      await bench.run(writing(late));
      expect(await bench.idsIn(name)).toEqual(['one', 'theirs', 'two']);
    });

    it('lets a malformed entry of others be removed, and nothing else be changed', async () => {
      await bench.createConfigMap(DETAILS, { bad: '{', theirs: '{}' });
      for (const request of [writing('ours'), removing('theirs')]) {
        await expect(bench.run(request)).rejects.toMatchObject({
          code: 'conflict',
          message: expect.stringContaining('"bad"'),
        });
      }
      expect(await bench.dataOf(DETAILS)).toEqual({ bad: '{', theirs: '{}' });
      await bench.run(removing('bad'));
      await bench.run(writing('ours'));
      expect(await bench.idsIn(DETAILS)).toEqual(['ours', 'theirs']);
    });

    it('writes into the file that is mounted, and not beside it', async () => {
      await bench.deploy(FILE);
      await bench.createConfigMap(DETAILS, { hidden: '{}' });
      await bench.createConfigMap(FILE, {
        'config.json': '{\n  "theirs": { "encryptionKMSType": "metadata" }\n}',
        'other.json': 'theirs',
      });
      const { notes } = await bench.run(writing('ours'));
      expect(notes.map(it => it.code)).toEqual(['source-hidden']);
      expect(await bench.idsIn(DETAILS)).toEqual(['hidden']);
      const data = await bench.dataOf(FILE);
      expect(at(data, 'other.json')).toBe('theirs');
      expect(await bench.idsIn(FILE)).toEqual(['ours', 'theirs']);
      await bench.run(removing('ours'));
      expect(await bench.idsIn(FILE)).toEqual(['theirs']);
    });

    it('makes the file that the pods wait for', async () => {
      await bench.deploy(FILE);
      const { notes } = await bench.run(writing('ours'));
      expect(notes.map(it => it.code)).toContain('source-mount-missing');
      expect(await bench.idsIn(FILE)).toEqual(['ours']);
    });

    it('writes the ConfigMap that the environment names', async () => {
      await bench.deploy(undefined, { KMS_CONFIGMAP_NAME: NAMED });
      await bench.run(writing('ours'));
      expect(await bench.idsIn(NAMED)).toEqual(['ours']);
    });

    it('writes nothing where controllers and node plugins differ', async () => {
      await bench.deploy(undefined);
      await bench.createConfigMap(FILE, { 'config.json': '{}' });
      await bench.deployNodePlugin(FILE);
      await expect(bench.run(writing('ours'))).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('DaemonSet csi-rbdplugin'),
      });
      expect(await bench.dataOf(FILE)).toEqual({ 'config.json': '{}' });
    });

    it('leaves a connection where its volumes look for their keys', async () => {
      const kmsId = bench.namespace;
      await bench.run(writing(kmsId));
      await bench.createVolume(kmsId);
      await expect(
        bench.run(writing(kmsId, { vaultBackendPath: 'elsewhere' })),
      ).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining(`${kmsId}-volume`),
      });
      await expect(bench.run(removing(kmsId))).rejects.toMatchObject({
        code: 'in-use',
      });
      expect(await bench.dataOf(DETAILS)).toEqual({ [kmsId]: text() });
      const overrides = { vaultBackendPath: 'of-the-tenant' };
      await bench.createConfigMap('ceph-csi-kms-config', overrides);
      await bench.run(writing(kmsId, { vaultBackendPath: 'elsewhere' }));
    });

    it('keeps a connection that a class names', async () => {
      const kmsId = bench.namespace;
      await bench.run(writing(kmsId));
      await bench.createClass(kmsId);
      await expect(bench.run(removing(kmsId))).rejects.toMatchObject({
        code: 'in-use',
        message: expect.stringContaining(`${kmsId}-class`),
      });
    });

    it('says where Ceph CSI reads, as the index follows it', async () => {
      await bench.deploy(FILE);
      await bench.createConfigMap(FILE, { 'config.json': '{}' });
      await bench.createConfigMap(DETAILS, {});
      expect(await bench.source()).toMatchObject({
        cluster: clusterName,
        namespace: bench.namespace,
        style: 'mounted-file',
        configMap: FILE,
        evidence: expect.stringContaining('csi-rbdplugin-provisioner'),
        reasons: [{ code: 'source-hidden' }],
      });
    });
  });
}
