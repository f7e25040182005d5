import type { ClaimRequest } from '../contract/api';
import { type ClaimState, planClaim } from './planClaim';
import {
  BAD_NAMES,
  OURS,
  claimOf,
  metaOf,
  namespaceOf,
  storageClassOf,
} from './testState';

const request: ClaimRequest = {
  operation: 'claim',
  entityRef: 'component:default/shop',
  cluster: 'prod',
  namespace: 'payments',
  name: 'data',
  storageClass: 'encrypted',
  size: '10Gi',
  accessMode: 'ReadWriteOnce',
  volumeMode: 'Filesystem',
};
const empty: ClaimState = {
  namespace: namespaceOf(),
  storageClass: storageClassOf(),
  kubernetesId: 'shop',
};
const planned = (
  fields: Partial<ClaimRequest> = {},
  state: Partial<ClaimState> = {},
) => planClaim({ ...request, ...fields }, { ...empty, ...state });

const cephFs = storageClassOf({ provisioner: 'rook-ceph.cephfs.csi.ceph.com' });

describe('a new claim', () => {
  it('is one manifest with the labels by which it is found again', () => {
    expect(planned()).toEqual({
      operation: 'claim',
      notes: [],
      steps: [
        {
          kind: 'apply',
          id: 'claim',
          title: 'PersistentVolumeClaim payments/data',
          change: 'create',
          cluster: 'prod',
          manifest: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: {
              name: 'data',
              namespace: 'payments',
              labels: { ...OURS, 'backstage.io/kubernetes-id': 'shop' },
            },
            spec: {
              accessModes: ['ReadWriteOnce'],
              volumeMode: 'Filesystem',
              resources: { requests: { storage: '10Gi' } },
              storageClassName: 'encrypted',
            },
          },
        },
      ],
    });
  });

  it('says that it waits for its first pod', () => {
    const storageClass = storageClassOf({
      bindingMode: 'WaitForFirstConsumer',
    });
    expect(planned({}, { storageClass }).notes).toEqual([
      expect.objectContaining({
        code: 'waits-for-first-consumer',
        severity: 'info',
      }),
    ]);
  });

  it.each<Record<string, string>>([
    { encrypted: 'true' },
    { encrypted: '1', encryptionKMSID: 'default' },
  ])('says of a class with %j that its passphrase is shared', parameters => {
    const storageClass = storageClassOf({ parameters });
    expect(planned({}, { storageClass }).notes).toEqual([
      expect.objectContaining({
        code: 'passphrase-shared',
        severity: 'warning',
      }),
    ]);
  });
});

describe('an input that is not acceptable', () => {
  describe.each(['cluster', 'namespace', 'name', 'storageClass'] as const)(
    'in %s',
    field => {
      it.each([...BAD_NAMES, 'Upper'])('%.20j is refused by name', value => {
        expect(() => planned({ [field]: value })).toThrow(
          expect.objectContaining({ code: 'invalid-input', field }),
        );
      });
    },
  );

  it.each(BAD_NAMES)(
    'is the Kubernetes id %.20j, which could not be a label',
    kubernetesId => {
      expect(() => planned({}, { kubernetesId })).toThrow(
        expect.objectContaining({ code: 'invalid-input', field: 'entityRef' }),
      );
    },
  );

  it.each(['', '0', '0Gi', '-5Gi', '5GB', 'ten', '1e300', '8Ei', '10'])(
    'is the size %j',
    size => {
      expect(() => planned({ size })).toThrow(
        expect.objectContaining({ code: 'invalid-input', field: 'size' }),
      );
    },
  );

  it('is a namespace that is not there', () => {
    expect(() => planned({}, { namespace: undefined })).toThrow(
      expect.objectContaining({ code: 'not-found', field: 'namespace' }),
    );
  });
});

describe('a class', () => {
  it('that is not there is refused', () => {
    expect(() => planned({}, { storageClass: undefined })).toThrow(
      expect.objectContaining({
        code: 'unknown-storage-class',
        field: 'storageClass',
      }),
    );
  });

  it.each([
    ['says nothing', { parameters: {} }, /does not encrypt/],
    ['says false', { parameters: { encrypted: 'false' } }, /does not encrypt/],
    ['says nonsense', { parameters: { encrypted: 'yes' } }, /not sure.*"yes"/],
    [
      'is of CephFS and says false',
      {
        provisioner: 'rook-ceph.cephfs.csi.ceph.com',
        parameters: { encrypted: 'false' },
      },
      /not sure/,
    ],
    ['is of a driver we do not know', { provisioner: 'x.y' }, /not sure.*x\.y/],
  ])('that %s is refused', (_what, fields, message) => {
    const storageClass = storageClassOf(fields);
    expect(() => planned({}, { storageClass })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'storageClass',
        message: expect.stringMatching(message),
      }),
    );
  });

  it.each<[string, Partial<ClaimRequest>]>([
    ['RBD', { accessMode: 'ReadWriteOncePod' }],
    ['RBD', { volumeMode: 'Block' }],
    ['RBD', { volumeMode: 'Block', accessMode: 'ReadWriteMany' }],
    ['CephFS', { accessMode: 'ReadWriteMany' }],
  ])('of %s takes %j', (driver, modes) => {
    const storageClass = driver === 'RBD' ? storageClassOf() : cephFs;
    expect(planned(modes, { storageClass }).steps).toHaveLength(1);
  });

  it('of RBD refuses a file system on several nodes', () => {
    expect(() => planned({ accessMode: 'ReadWriteMany' })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        field: 'accessMode',
        message: expect.stringContaining('Block'),
      }),
    );
  });

  it('of CephFS refuses a block device', () => {
    expect(() =>
      planned({ volumeMode: 'Block' }, { storageClass: cephFs }),
    ).toThrow(
      expect.objectContaining({ code: 'invalid-input', field: 'volumeMode' }),
    );
  });
});

describe('a claim of that name', () => {
  it.each(['10Gi', '10240Mi', '10737418240'])(
    'that is ours and of %s needs no change',
    requested => {
      const plan = planned({}, { existing: claimOf({ requested }) });
      expect(plan.steps.map(({ change }) => change)).toEqual(['none']);
    },
  );

  it('that is not ours is refused even when equal', () => {
    const meta = metaOf('data', {
      namespace: 'payments',
      labels: { 'backstage.io/kubernetes-id': 'shop' },
    });
    expect(() => planned({}, { existing: claimOf({ meta }) })).toThrow(
      expect.objectContaining({
        code: 'not-ours',
        message: expect.stringContaining('PersistentVolumeClaim payments/data'),
      }),
    );
  });

  it('that is going away is waited for', () => {
    const { meta } = claimOf();
    const existing = claimOf({ meta: { ...meta, deletedAt: 'now' } });
    expect(() => planned({}, { existing })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
  });

  it("that is another component's is not taken from it", () => {
    const existing = claimOf();
    expect(() => planned({}, { existing, kubernetesId: 'thief' })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('another component'),
      }),
    );
  });

  it.each([
    ['storageClass', { storageClassName: 'plain' }],
    ['storageClass', { storageClassName: undefined }],
    ['accessMode', { accessModes: ['ReadWriteMany'] }],
    ['accessMode', { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] }],
    ['volumeMode', { volumeMode: 'Block' as const }],
  ])('that differs in %s is refused: %j', (name, fields) => {
    expect(() => planned({}, { existing: claimOf(fields) })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        field: 'name',
        message: expect.stringContaining(`differs in ${name},`),
      }),
    );
  });

  it.each([
    ['9Gi', /Making it larger is a separate matter/],
    ['11Gi', /cannot be made smaller/],
    ['odd', /cannot be made smaller/],
  ])('that has %s instead is left so', (requested, message) => {
    expect(() => planned({}, { existing: claimOf({ requested }) })).toThrow(
      expect.objectContaining({
        code: 'conflict',
        field: 'size',
        message: expect.stringMatching(message),
      }),
    );
  });
});
