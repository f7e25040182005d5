// One suite for several servers.
/* eslint-disable jest/no-export */

import { administrate, MERGE, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

const SNAPSHOTS = '/apis/snapshot.storage.k8s.io/v1';
const CSI_ADDONS = '/apis/csiaddons.openshift.io/v1alpha1';

/** What an API server says of kinds whose CRDs it lacks. */
export function describeMissingKinds(cluster: () => ClusterUnderTest): void {
  describe('kinds that are not installed', () => {
    const reader = () => clusterAs(cluster(), 'portal').reader;

    it.each([
      ['VolumeSnapshot', 'the CSI snapshot controller'],
      ['VolumeSnapshotContent', 'the CSI snapshot controller'],
      ['VolumeSnapshotClass', 'the CSI snapshot controller'],
      ['EncryptionKeyRotationJob', 'csi-addons'],
      ['EncryptionKeyRotationCronJob', 'csi-addons'],
    ] as const)('says of %s to install %s', async (kind, what) => {
      const missing = {
        code: 'not-found',
        message: expect.stringMatching(
          `^Cluster "tested" has no ${kind} \\(.*\\): install ${what} `,
        ),
      };
      await expect(reader().list(kind, {})).rejects.toMatchObject(missing);
      const { signal } = new AbortController();
      for await (const event of reader().watch(kind, { signal })) {
        expect(event).toMatchObject({ type: 'failed', error: missing });
        break;
      }
    });

    it('knows of none of their objects', async () => {
      const ref = { namespace: 'default', name: 'any' };
      expect(await reader().get('VolumeSnapshot', ref)).toBeUndefined();
    });
  });
}

/** What an API server must do with them when they are installed. */
export function describeCustomKinds(cluster: () => ClusterUnderTest): void {
  describe('kinds of CRDs', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });
    const reader = () => clusterAs(cluster(), 'portal').reader;

    /** Makes an object and, as its controller, its status. */
    async function made(collection: string, body: object, status: object) {
      await admin.demand('POST', collection, { ...body });
      const path = `${collection}/made/status`;
      await admin.demand('PATCH', path, { status: { ...status } }, MERGE);
    }

    it('reads a snapshot and its content', async () => {
      const { namespace } = admin;
      const apiVersion = 'snapshot.storage.k8s.io/v1';
      const source = { persistentVolumeClaimName: 'data' };
      await made(
        `${SNAPSHOTS}/namespaces/${namespace}/volumesnapshots`,
        {
          apiVersion,
          kind: 'VolumeSnapshot',
          metadata: { name: 'made' },
          spec: { source },
        },
        { boundVolumeSnapshotContentName: 'content' },
      );
      const content = {
        apiVersion,
        kind: 'VolumeSnapshotContent',
        metadata: { name: `of-${namespace}` },
        spec: {
          deletionPolicy: 'Delete',
          driver: 'rook-ceph.rbd.csi.ceph.com',
          source: { volumeHandle: 'handle' },
          volumeSnapshotRef: { namespace, name: 'made' },
        },
      };
      await admin.demand(
        'POST',
        `${SNAPSHOTS}/volumesnapshotcontents`,
        content,
      );
      expect(
        await reader().list('VolumeSnapshot', { namespace }),
      ).toMatchObject([{ claimName: 'data', contentName: 'content' }]);
      const contents = await reader().list('VolumeSnapshotContent', {});
      expect(contents).toContainEqual(
        expect.objectContaining({
          driver: 'rook-ceph.rbd.csi.ceph.com',
          snapshot: { namespace, name: 'made' },
          sourceVolumeHandle: 'handle',
        }),
      );
    });

    it('reads when keys are changed, and how that went', async () => {
      const { namespace } = admin;
      const home = `${CSI_ADDONS}/namespaces/${namespace}`;
      const apiVersion = 'csiaddons.openshift.io/v1alpha1';
      const target = { persistentVolumeClaim: 'data' };
      const metadata = { name: 'made' };
      await made(
        `${home}/encryptionkeyrotationjobs`,
        {
          apiVersion,
          kind: 'EncryptionKeyRotationJob',
          metadata,
          spec: { target },
        },
        { result: 'Failed', message: 'no node', retries: 2 },
      );
      await made(
        `${home}/encryptionkeyrotationcronjobs`,
        {
          apiVersion,
          kind: 'EncryptionKeyRotationCronJob',
          metadata,
          spec: { schedule: '@weekly', jobTemplate: { spec: { target } } },
        },
        { lastScheduleTime: '2026-03-01T00:00:00Z' },
      );
      expect(
        await reader().list('EncryptionKeyRotationJob', { namespace }),
      ).toMatchObject([{ claimName: 'data', result: 'Failed', retries: 2 }]);
      expect(
        await reader().list('EncryptionKeyRotationCronJob', { namespace }),
      ).toMatchObject([
        {
          claimName: 'data',
          schedule: '@weekly',
          lastScheduledAt: '2026-03-01T00:00:00.000Z',
        },
      ]);
    });

    it.each([
      'VolumeSnapshot',
      'VolumeSnapshotContent',
      'EncryptionKeyRotationJob',
      'EncryptionKeyRotationCronJob',
      'Deployment',
      'DaemonSet',
    ] as const)('says that it may not list a %s', async kind => {
      await expect(
        clusterAs(cluster(), 'denied').reader.list(kind, {}),
      ).rejects.toMatchObject({ code: 'cluster-denied' });
    });
  });
}
