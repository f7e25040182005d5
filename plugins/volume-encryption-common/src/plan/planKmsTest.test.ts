import type { Job } from '../kubernetes/runningPods';
import { planKmsTest, type KmsTestState } from './planKmsTest';
import { BAD_NAMES, metaOf, NOW, OURS } from './testState';
import { viewPlan } from './viewPlan';

const request = {
  operation: 'kms-test',
  cluster: 'prod',
  kmsId: 'vault-tenant-sa',
} as const;
const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

const configMapOf = (entry: object): KmsTestState['configMap'] => ({
  kind: 'ConfigMap',
  meta: metaOf('csi-kms-connection-details', { namespace: 'rook-ceph' }),
  data: { 'vault-tenant-sa': JSON.stringify(entry) },
});
const entryOf = (options: object) => ({
  encryptionKMSType: 'vaulttenantsa',
  vaultAddress: 'https://vault.example:8200/',
  ...options,
});

function planned(options: object = {}, state: Partial<KmsTestState> = {}) {
  return planKmsTest(request, {
    ...{ now: NOW, runId: 'abcd', image: 'curl:1', csiNamespace: 'rook-ceph' },
    configMap: configMapOf(entryOf(options)),
    kms: { name: 'main', authorities: CA },
    ...state,
  });
}

const environmentOf = (options: object, state?: Partial<KmsTestState>) => {
  const { manifests } = viewPlan(planned(options, state));
  const found = manifests.matchAll(/- name: ([A-Z_]+)\n +value: (.*)/g);
  return Object.fromEntries(
    Array.from(found, ([, name, value]) => [name, value]),
  );
};

it('makes one Job beside Ceph CSI, without a volume or a Secret', () => {
  const { steps, notes } = planned();
  expect(steps).toMatchObject([
    { kind: 'kms-test', change: 'create', cluster: 'prod' },
  ]);
  const { manifests } = viewPlan(planned());
  expect(manifests).toContain('namespace: rook-ceph');
  expect(manifests).not.toMatch(/volumes|secret|envFrom|valueFrom/i);
  expect(notes).toMatchObject([
    { code: 'kms-test-authority', message: expect.stringContaining('"main"') },
  ]);
});

it.each<[string, object, object]>([
  ['the address', {}, { ADDRESS: 'https://vault.example:8200/v1/sys/health' }],
  [
    'the usual port, and a path',
    { vaultAddress: 'https://vault.example/kms' },
    { ADDRESS: 'https://vault.example:443/kms/v1/sys/health' },
  ],
  [
    'the name in the certificate',
    { vaultTLSServerName: 'vault.internal' },
    {
      ADDRESS: 'https://vault.internal:8200/v1/sys/health',
      CONNECT_TO: '::vault.example:8200',
    },
  ],
  ['not to look at it', { vaultCAVerify: 'false' }, { INSECURE: 'yes' }],
])('tells the Job %s', (_, options, expected) => {
  expect(environmentOf(options)).toMatchObject(expected);
});

it('gives no credential that somebody wrote into the address', () => {
  const vaultAddress = 'https://u:secret@vault.example';
  expect(environmentOf({ vaultAddress })).toMatchObject({
    ADDRESS: 'https://vault.example:443/v1/sys/health',
  });
});

it('gives no authorities where none are known, or none count', () => {
  expect(environmentOf({})).toHaveProperty('CA');
  expect(environmentOf({}, { kms: undefined })).not.toHaveProperty('CA');
  expect(environmentOf({ vaultCAVerify: 'false' })).not.toHaveProperty('CA');
});

it.each<[string, object, string]>([
  ['not checked', { vaultCAVerify: 'false' }, 'not checked'],
  ['in a Secret', { vaultCAFromSecret: 'vault-ca' }, '"vault-ca", which no'],
])('says of a certificate that it is %s', (_, options, words) => {
  expect(planned(options).notes[0].message).toContain(words);
});

it('says nothing of a certificate where there is none', () => {
  const vaultAddress = 'http://vault.example:8200';
  expect(planned({ vaultAddress }).notes).toEqual([]);
});

const jobOf = (createdAt: string, labels: Record<string, string>): Job => ({
  kind: 'Job',
  meta: metaOf('volume-encryption-kms-test', {
    ...{ namespace: 'rook-ceph', createdAt, labels, uid: 'job' },
  }),
});
const label = { 'volume-encryption.backstage.io/test-run': 'former' };
const LONG_AGO = '2026-01-01T11:44:00Z';

it('first removes what a test left that was cut off', () => {
  const job = jobOf(LONG_AGO, { ...OURS, ...label });
  expect(planned({}, { job }).steps).toMatchObject([
    { kind: 'delete', target: { kind: 'Job', uid: 'job' } },
    { kind: 'kms-test' },
  ]);
});

it.each<[string, string, object, Partial<KmsTestState>]>([
  ['no such connection', 'unknown-connection', {}, { configMap: undefined }],
  [
    'one whose keys are elsewhere',
    'invalid-input',
    { encryptionKMSType: 'metadata' },
    {},
  ],
  ['one without an address', 'invalid-input', { vaultAddress: '' }, {}],
  [
    'an address with a query',
    'invalid-input',
    { vaultAddress: 'https://vault.example/?a=b' },
    {},
  ],
  ["somebody's Job", 'not-ours', {}, { job: jobOf(LONG_AGO, {}) }],
  [
    'another test',
    'conflict',
    {},
    { job: jobOf('2026-01-01T11:59:00Z', { ...OURS, ...label }) },
  ],
])('refuses %s', (_, code, options, state) => {
  expect(() => planned(options, state)).toThrow(
    expect.objectContaining({ code, field: 'kmsId' }),
  );
});

it.each(BAD_NAMES)('takes no cluster %j', cluster => {
  const state = { now: NOW, runId: 'a', image: 'i', csiNamespace: 'c' };
  expect(() => planKmsTest({ ...request, cluster }, state)).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'cluster' }),
  );
});
