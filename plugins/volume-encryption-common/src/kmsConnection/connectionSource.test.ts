import type { ConfigMap } from '../kubernetes/objects';
import { testConfigMap, testMeta } from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import type { CephCsiWorkload } from './cephCsiWorkload';
import { connectionsInForce } from './connectionsInForce';
import { connectionSource } from './connectionSource';
import { fileFrom, testWorkload } from './testWorkload';

const DETAILS = 'csi-kms-connection-details';
const FILE = 'rook-ceph-csi-kms-config';

function configMap(name: string, data: Record<string, string>): ConfigMap {
  return { kind: 'ConfigMap', meta: testMeta({ name }), data };
}

function sourceOf(
  workloads: CephCsiWorkload[],
  configMaps: ConfigMap[] = [],
  driver?: string,
) {
  const named = (name: string) =>
    configMaps.find(({ meta }) => meta.name === name);
  return connectionSource(observed(workloads, 'now'), named, driver);
}

function codesOf({ reasons }: ReturnType<typeof sourceOf>) {
  return reasons.map(({ code }) => code);
}

const controller = testWorkload('Deployment', 'csi-rbdplugin-provisioner');
const node = testWorkload('DaemonSet', 'csi-rbdplugin');

it('is the ConfigMap of the API without a mount (ODF, upstream)', () => {
  expect(sourceOf([node, controller])).toEqual({
    style: 'config-map',
    configMap: DETAILS,
    basis: 'workloads',
    differs: false,
    evidence: `Deployment csi-rbdplugin-provisioner reads ConfigMap "${DETAILS}" through the API. DaemonSet csi-rbdplugin reads ConfigMap "${DETAILS}" through the API.`,
    reasons: [],
  });
});

it('is another ConfigMap of the API by the environment', () => {
  const environment = { KMS_CONFIGMAP_NAME: 'connections' };
  expect(
    sourceOf([testWorkload('Deployment', 'csi-rbdplugin', { environment })]),
  ).toMatchObject({ style: 'config-map', configMap: 'connections' });
});

it.each([
  ['Rook up to 1.19', 'csi-rbdplugin-provisioner', FILE, '{}'],
  [
    'ceph-csi-operator',
    'rook-ceph.rbd.csi.ceph.com-ctrlplugin',
    'any-name',
    '{"a":{}}',
  ],
  ['Helm', 'ceph-csi-rbd-provisioner', 'ceph-csi-encryption-kms-config', '{'],
])('is a mounted file, whatever is in it, of %s', (_, name, mounted, text) => {
  const pods = testWorkload('Deployment', name, {
    images: ['mirror.example/storage/csi:1'],
    ...fileFrom(mounted),
  });
  const file = configMap(mounted, { 'config.json': text });
  const source = sourceOf([pods], [file]);
  expect(source).toMatchObject({ style: 'mounted-file', configMap: mounted });
  expect(codesOf(source)).toEqual([]);
});

it('hides the other ConfigMap, and says so', () => {
  const pods = testWorkload('Deployment', 'csi-rbdplugin', fileFrom(FILE));
  const source = sourceOf(
    [pods],
    [configMap(FILE, { 'config.json': '{}' }), configMap(DETAILS, {})],
  );
  expect(source.configMap).toBe(FILE);
  expect(codesOf(source)).toEqual(['source-hidden']);
});

it('is the API where an optional mount is absent', () => {
  const pods = testWorkload(
    'Deployment',
    'csi-rbdplugin',
    fileFrom(FILE, true),
  );
  const source = sourceOf([pods]);
  expect(source).toMatchObject({ style: 'config-map', configMap: DETAILS });
  expect(codesOf(source)).toEqual(['source-file-missing']);
});

it('is the API where the mounted ConfigMap has no file', () => {
  const pods = testWorkload('Deployment', 'csi-rbdplugin', fileFrom(FILE));
  const source = sourceOf([pods], [configMap(FILE, { other: '{}' })]);
  expect(source.style).toBe('config-map');
  expect(codesOf(source)).toEqual(['source-file-missing']);
});

it('is a mounted file that is yet to come where the pods wait for it', () => {
  const pods = testWorkload('Deployment', 'csi-rbdplugin', fileFrom(FILE));
  const source = sourceOf([pods]);
  expect(source).toMatchObject({ style: 'mounted-file', configMap: FILE });
  expect(codesOf(source)).toEqual(['source-mount-missing']);
});

it('says that controllers and node plugins differ', () => {
  const mounting = testWorkload('DaemonSet', 'csi-rbdplugin', fileFrom(FILE));
  const file = configMap(FILE, { 'config.json': '{}' });
  const source = sourceOf([mounting, controller], [file]);
  expect(source).toMatchObject({ differs: true, configMap: DETAILS });
  expect(codesOf(source)).toEqual(['source-differs']);
  expect(source.reasons[0].message).toContain(
    `Deployment csi-rbdplugin-provisioner reads ConfigMap "${DETAILS}" through the API; DaemonSet csi-rbdplugin reads the mounted file config.json of ConfigMap "${FILE}"`,
  );
});

describe('drivers that read different ConfigMaps', () => {
  const cephfs = testWorkload(
    'Deployment',
    'csi-cephfsplugin-provisioner',
    fileFrom(FILE),
  );
  const all = [cephfs, controller, node];
  const file = configMap(FILE, { 'config.json': '{}' });

  it('differ for the cluster', () => {
    expect(sourceOf(all, [file]).differs).toBe(true);
  });

  it.each([
    ['rook-ceph.rbd.csi.ceph.com', DETAILS],
    ['rook-ceph.cephfs.csi.ceph.com', FILE],
  ])('and do not for %s', (driver, name) => {
    expect(sourceOf(all, [file], driver)).toMatchObject({
      differs: false,
      configMap: name,
    });
  });
});

it.each([
  ['csi-rbdplugin-holder-rook', []],
  ['csi-nfsplugin', []],
  ['rook-ceph-operator', ['rook/ceph:v1.19']],
])('does not take %s for Ceph CSI', (name, images: string[]) => {
  const changes = images.length > 0 ? { images } : {};
  expect(sourceOf([testWorkload('DaemonSet', name, changes)])).toMatchObject({
    style: 'unknown',
    basis: 'nothing-seen',
    configMap: DETAILS,
  });
});

it('is not known, and why, where nobody may look', () => {
  const source = connectionSource(unknown('denied', 'No right.'), () => {
    throw new Error('Nothing is to be looked up.');
  });
  expect(source).toMatchObject({ style: 'unknown', basis: 'unread' });
  expect(source.evidence).toContain('No right.');
  expect(codesOf(source)).toEqual(['source-unknown']);
});

describe('the connections in force', () => {
  const both = testConfigMap({ 'config.json': '{"a":{}}', b: '{}' });

  it('are all in a mounted file', () => {
    expect(connectionsInForce({ style: 'mounted-file' }, both)).toBe(both);
  });

  it.each(['config-map', 'unknown'] as const)(
    'are not in a key of that name: %s',
    style => {
      expect(connectionsInForce({ style }, both)?.data).toEqual({ b: '{}' });
    },
  );

  it('are blocked by a key of that name which is not JSON', () => {
    const broken = testConfigMap({ 'config.json': '{', b: '{}' });
    expect(connectionsInForce({ style: 'config-map' }, broken)).toBe(broken);
  });

  it('may be none', () => {
    expect(connectionsInForce({ style: 'unknown' }, undefined)).toBeUndefined();
  });
});
