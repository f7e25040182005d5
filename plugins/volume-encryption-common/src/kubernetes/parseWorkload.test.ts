import { parseObject } from './parseObject';

const metadata = {
  name: 'csi-rbdplugin',
  namespace: 'rook-ceph',
  creationTimestamp: '2026-03-01T10:00:00Z',
};

const workloadOf = (spec: object) =>
  parseObject('DaemonSet', { metadata, spec: { template: { spec } } });

const KMS_PATH = '/etc/ceph-csi-encryption-kms-config/';

it('tells which ConfigMaps are mounted, and where', () => {
  const workload = workloadOf({
    volumes: [
      {
        name: 'kms',
        configMap: { name: 'kms-config', optional: true },
      },
      {
        name: 'both',
        projected: {
          sources: [
            { configMap: { name: 'one' } },
            { secret: { name: 'not-this' } },
            { configMap: { name: 'two', optional: false } },
          ],
        },
      },
      { name: 'not-mounted', configMap: { name: 'nowhere' } },
      { name: 'socket', hostPath: { path: '/run' } },
    ],
    initContainers: [{ volumeMounts: [{ name: 'both', mountPath: '/begin' }] }],
    containers: [
      { volumeMounts: [{ name: 'kms', mountPath: KMS_PATH }] },
      {
        volumeMounts: [
          { name: 'kms', mountPath: KMS_PATH },
          { name: 'socket', mountPath: '/run' },
        ],
      },
    ],
  });
  expect(workload.mountedConfigMaps).toEqual([
    { name: 'kms-config', mountPath: KMS_PATH, optional: true },
    { name: 'one', mountPath: '/begin', optional: false },
    { name: 'two', mountPath: '/begin', optional: false },
  ]);
});

it('reads literal variables and images of the containers', () => {
  const workload = workloadOf({
    containers: [
      {
        image: 'quay.io/cephcsi/cephcsi:v3.15.0',
        env: [
          { name: 'KMS_CONFIGMAP_NAME', value: 'of-the-first' },
          { name: 'POD_IP', valueFrom: { fieldRef: {} } },
          { name: 'EMPTY' },
        ],
      },
      {
        image: 'registrar:v1',
        env: [{ name: 'KMS_CONFIGMAP_NAME', value: 'of-the-second' }],
      },
    ],
  });
  expect(workload).toMatchObject({
    kind: 'DaemonSet',
    environment: { KMS_CONFIGMAP_NAME: 'of-the-first', EMPTY: '' },
    images: ['quay.io/cephcsi/cephcsi:v3.15.0', 'registrar:v1'],
  });
  expect(workload.environment).not.toHaveProperty('POD_IP');
});

it('is a Deployment alike, and may say nothing of its pods', () => {
  expect(parseObject('Deployment', { metadata })).toMatchObject({
    kind: 'Deployment',
    meta: { name: 'csi-rbdplugin' },
    mountedConfigMaps: [],
    environment: {},
    images: [],
  });
});

it('names what is wrong', () => {
  const volumes = [{ name: 'kms', configMap: {} }];
  const volumeMounts = [{ name: 'kms', mountPath: KMS_PATH }];
  expect(() => workloadOf({ volumes, containers: [{ volumeMounts }] })).toThrow(
    'spec.template.spec.volumes[0].configMap.name is missing',
  );
});
