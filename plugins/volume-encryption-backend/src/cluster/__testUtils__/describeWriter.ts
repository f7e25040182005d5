// One suite for several servers.
/* eslint-disable jest/no-export */

import type { Manifest } from 'backstage-plugin-volume-encryption-common';
import {
  allThatShows,
  rejectionOf,
} from '../../network/__testUtils__/allThatShows';
import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

/** What every API server must do for `ClusterWriter.apply`. */
export function describeWriter(cluster: () => ClusterUnderTest): void {
  describe('writing', () => {
    let admin: Administration;
    const portal = () => clusterAs(cluster(), 'portal');
    // The portal may write few ConfigMaps, and not any data.
    const administrator = () => clusterAs(cluster(), 'admin');
    const manifest = (kind: string, rest: object): Manifest => ({
      apiVersion: 'v1',
      kind,
      metadata: { namespace: admin.namespace, name: 'written' },
      ...rest,
    });
    const configMap = (data: Record<string, string>) =>
      manifest('ConfigMap', { data });
    beforeAll(async () => {
      admin = await administrate(cluster());
    });

    it('tells creation, change and no change apart', async () => {
      const { writer } = administrator();
      expect(await writer.apply(configMap({ a: '1' }), {})).toBe('created');
      expect(await writer.apply(configMap({ a: '1' }), {})).toBe('unchanged');
      expect(await writer.apply(configMap({ a: '2' }), {})).toBe('updated');
    });

    it('changes nothing in a dry run, and says what would change', async () => {
      const { writer, reader } = administrator();
      const { namespace } = admin;
      const dry = { dryRun: true };
      const account = manifest('ServiceAccount', {});
      expect(await writer.apply(account, dry)).toBe('created');
      const ref = { namespace, name: 'written' };
      expect(await reader.get('ServiceAccount', ref)).toBeUndefined();
      await writer.apply(configMap({ dry: 'no' }), {});
      expect(await writer.apply(configMap({ dry: 'no' }), dry)).toBe(
        'unchanged',
      );
      expect(await writer.apply(configMap({ dry: 'yes' }), dry)).toBe(
        'updated',
      );
      expect(await reader.get('ConfigMap', ref)).toMatchObject({
        data: { dry: 'no' },
      });
    });

    it('writes a Secret and tells what became of it', async () => {
      const { writer } = portal();
      const secret = (token: string): Manifest => ({
        ...manifest('Secret', { data: { token: btoa(token) } }),
        metadata: { namespace: admin.namespace, name: 'ceph-csi-kms-token' },
      });
      expect(await writer.apply(secret('one'), {})).toBe('created');
      expect(await writer.apply(secret('one'), {})).toBe('unchanged');
      expect(await writer.apply(secret('two'), {})).toBe('updated');
    });

    it('leaves to another manager what he owns, and names it', async () => {
      const owned = {
        ...configMap({ contested: 'his' }),
        metadata: { name: 'contested' },
        data: { contested: 'his' },
      };
      await admin.apply('somebody', 'configmaps', owned);
      const ours = configMap({ contested: 'ours' });
      ours.metadata.name = 'contested';
      await expect(
        administrator().writer.apply(ours, {}),
      ).rejects.toMatchObject({
        code: 'conflict',
        field: '.data.contested',
        message: expect.stringContaining('"somebody" owns .data.contested'),
      });
    });

    it('names the field that is not valid, and not its value', async () => {
      const resources = { requests: { storage: '-77Gi' } };
      const spec = { accessModes: ['ReadWriteOnce'], resources };
      const claim = manifest('PersistentVolumeClaim', { spec });
      const error = await rejectionOf(portal().writer.apply(claim, {}));
      expect(error).toMatchObject({
        code: 'invalid-input',
        field: 'spec.resources[storage]',
      });
      expect(allThatShows(error)).not.toContain('77Gi');
    });

    it('says when the namespace is not there', async () => {
      const lost = configMap({});
      lost.metadata.namespace = 'no-such-namespace';
      await expect(
        administrator().writer.apply(lost, {}),
      ).rejects.toMatchObject({
        code: 'not-found',
      });
    });

    it('says which right is missing', async () => {
      const volume = {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'not-for-us' },
      };
      await expect(portal().writer.apply(volume, {})).rejects.toMatchObject({
        code: 'cluster-denied',
        message: expect.stringContaining(
          'apply persistentvolumes "not-for-us"',
        ),
      });
    });
  });
}
