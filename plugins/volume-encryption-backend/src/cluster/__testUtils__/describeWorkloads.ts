// One suite for several servers.
/* eslint-disable jest/no-export */

import { administrate, type Administration } from './administrate';
import { clusterAs, type ClusterUnderTest } from './ClusterUnderTest';

/** What an API server must tell of workloads, and of who wrote a Secret. */
export function describeWorkloads(cluster: () => ClusterUnderTest): void {
  describe('workloads and writers', () => {
    let admin: Administration;
    beforeAll(async () => {
      admin = await administrate(cluster());
    });
    const reader = () => clusterAs(cluster(), 'portal').reader;

    it.each([
      ['Deployment', 'deployments'],
      ['DaemonSet', 'daemonsets'],
    ] as const)('reads what a %s mounts', async (kind, plural) => {
      const labels = { app: 'csi-rbdplugin' };
      const name = 'ceph-csi-encryption-kms-config';
      const mountPath = '/etc/ceph-csi-encryption-kms-config/';
      const container = {
        name: 'csi-rbdplugin',
        image: 'quay.io/cephcsi/cephcsi:v3.15.0',
        env: [{ name: 'KMS_CONFIGMAP_NAME', value: 'encryptionConfig' }],
        volumeMounts: [{ name: 'kms', mountPath }],
      };
      const template = {
        metadata: { labels },
        spec: {
          containers: [container],
          volumes: [{ name: 'kms', configMap: { name } }],
        },
      };
      const { namespace } = admin;
      await admin.demand(
        'POST',
        `/apis/apps/v1/namespaces/${namespace}/${plural}`,
        {
          apiVersion: 'apps/v1',
          kind,
          metadata: { name: 'csi-rbdplugin' },
          spec: { selector: { matchLabels: labels }, template },
        },
      );
      expect(await reader().list(kind, { namespace })).toMatchObject([
        {
          kind,
          mountedConfigMaps: [{ name, mountPath, optional: false }],
          environment: { KMS_CONFIGMAP_NAME: 'encryptionConfig' },
          images: ['quay.io/cephcsi/cephcsi:v3.15.0'],
        },
      ]);
    });

    it('names who set which data of a Secret', async () => {
      const { namespace } = admin;
      const name = 'ceph-csi-kms-token';
      const metadata = { namespace, name };
      const data = { token: btoa('canary-of-a-token') };
      const secret = { apiVersion: 'v1', kind: 'Secret', metadata };
      const { writer } = clusterAs(cluster(), 'portal');
      await writer.apply({ ...secret, data }, {});
      const path = `${admin.home}/secrets/${name}?fieldManager=kubectl-edit`;
      const change = { data: { more: btoa('canary-of-another') } };
      await admin.demand('PATCH', path, change, 'application/merge-patch+json');
      const seen = await reader().get('Secret', { namespace, name });
      expect(seen?.writers).toEqual([
        {
          manager: 'backstage-volume-encryption',
          at: expect.stringMatching(/Z$/),
          dataKeys: ['token'],
        },
        {
          manager: 'kubectl-edit',
          at: expect.stringMatching(/Z$/),
          dataKeys: ['more'],
        },
      ]);
      expect(JSON.stringify(seen)).not.toMatch(/canary|Y2FuYXJ5/);
    });
  });
}
