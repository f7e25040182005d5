import {
  testClass,
  testConfigMap,
  testConnections,
  testMeta,
} from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import { viewStorageClass } from './viewStorageClass';

const seen = <T>(value: T) => observed(value, '2026-03-01T00:00:00Z');

function viewOf(
  storageClass = testClass(),
  connections: Parameters<typeof viewStorageClass>[0]['connections'] = seen(
    testConnections(),
  ),
) {
  return viewStorageClass({ cluster: 'prod', storageClass, connections });
}

it('shows a class that is well', () => {
  expect(viewOf()).toEqual({
    cluster: 'prod',
    name: 'encrypted',
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    encryption: 'block',
    kmsId: 'vault-tenants',
    kmsType: 'vaulttenantsa',
    isDefault: false,
    bindingMode: 'Immediate',
    reclaimPolicy: 'Delete',
    createdAt: '2026-01-01T00:00:00.000Z',
    reasons: [],
    asDefault: expect.objectContaining({ severity: 'ok' }),
  });
});

it.each<[string, Record<string, string | undefined>, string, string]>([
  ['no encryption', { encrypted: undefined }, 'none', ''],
  [
    'a shared passphrase',
    { encryptionKMSID: '' },
    'block',
    'passphrase-shared',
  ],
  [
    'the KMS id default',
    { encryptionKMSID: 'default' },
    'block',
    'passphrase-shared',
  ],
  ['what is invalid', { encrypted: 'yes' }, 'invalid', 'record-invalid'],
  ['file encryption', { encryptionType: 'file' }, 'file', ''],
  [
    'a connection that is gone',
    { encryptionKMSID: 'gone' },
    'block',
    'connection-missing',
  ],
])('of a class that asks for %s', (_, parameters, encryption, code) => {
  const view = viewOf(testClass(parameters));
  expect(view.encryption).toBe(encryption);
  expect(view.reasons.map(it => it.code).join()).toBe(code);
});

it.each([
  ['cannot be read', unknown('denied', 'No.'), 'connections-unread', undefined],
  ['are not there', seen(undefined), 'connection-missing', undefined],
  ['are empty', seen(testConfigMap({})), 'connection-missing', undefined],
  [
    'hold a malformed entry',
    seen(testConnections({ theirs: '{' })),
    'connections-malformed',
    'vaulttenantsa',
  ],
])('when connections %s', (_, connections, code, kmsType) => {
  const view = viewOf(testClass(), connections);
  expect(view.reasons.map(it => it.code)).toEqual([code]);
  expect(view).toMatchObject({ encryption: 'block', kmsId: 'vault-tenants' });
  expect(view.kmsType).toBe(kmsType);
});

it('does not know what another driver makes of it', () => {
  const other = testClass({}, { provisioner: 'ebs.csi.aws.com' });
  expect(viewOf(other)).toMatchObject({
    encryption: 'unknown',
    reasons: [{ code: 'record-ambiguous', severity: 'warning' }],
  });
});

it.each([
  ['ebs.csi.aws.com', { encrypted: 'true' }, 'ok'],
  ['driver.longhorn.io', { encrypted: 'true' }, 'ok'],
  ['pd.csi.storage.gke.io', {}, 'ok'],
  ['driver.longhorn.io', {}, 'error'],
  ['csi.vsphere.vmware.com', { storagepolicyname: 'encrypted' }, 'warning'],
  ['new.example', { encrypted: 'true' }, 'warning'],
])('as the default of %s with %j it is %s', (provisioner, parameters, told) => {
  const other = testClass({}, { provisioner, parameters });
  expect(viewOf(other).asDefault.severity).toBe(told);
});

it.each([
  ['storageclass.kubernetes.io/is-default-class', 'true', true],
  ['storageclass.beta.kubernetes.io/is-default-class', 'true', true],
  ['storageclass.kubernetes.io/is-default-class', 'false', false],
])('with %s=%s', (annotation, value, isDefault) => {
  const meta = testMeta({ annotations: { [annotation]: value } });
  expect(viewOf(testClass({}, { meta })).isDefault).toBe(isDefault);
});

it('tells a class for files of a connection that gives out no passphrase', () => {
  const kmip = { encryptionKMSType: 'kmip', KMIP_ENDPOINT: 'a:1' };
  const connections = seen(testConfigMap({ kmip: JSON.stringify(kmip) }));
  const of = (encryptionType: string) =>
    viewOf(testClass({ encryptionKMSID: 'kmip', encryptionType }), connections)
      .reasons;
  expect(of('file')).toMatchObject([
    { code: 'connection-no-file-encryption', severity: 'error' },
  ]);
  expect(of('block')).toEqual([]);
});
