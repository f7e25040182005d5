import { seen, testFacts, testTenant } from '../assessment/testFacts';
import type { VolumeFacts } from '../assessment/volumeFacts';
import {
  LABEL_KUBERNETES_ID,
  LABEL_MANAGED_BY,
  MANAGER,
} from '../contract/annotations';
import type { Pod } from '../kubernetes/objects';
import {
  testClaim,
  testClass,
  testMeta,
  testPod,
  testVolume,
} from '../kubernetes/testObjects';
import { unknown } from '../observation/observed';
import type { MoveRequest, MoveState } from './moveRequest';
import { planMove } from './planMove';

const lost = unknown('denied', 'RBAC forbids it.');

const request: MoveRequest = {
  cluster: 'prod',
  namespace: 'payments',
  claim: 'data',
  storageClass: 'encrypted',
};
const CLEAR = { encrypted: undefined, encryptionKMSID: undefined };

/** Of a clear RBD volume in a namespace that is ready for the class. */
function stateOf(
  facts: Partial<VolumeFacts> = {},
  changes: Partial<MoveState> = {},
): MoveState {
  return {
    facts: testFacts({ volume: seen(testVolume(CLEAR)), ...facts }),
    target: testFacts(),
    namespace: { kind: 'Namespace', meta: testMeta({ name: 'payments' }) },
    storageClass: testClass(),
    kubernetesId: 'shop',
    ...changes,
  };
}

const planned = (
  facts: Partial<VolumeFacts> = {},
  changes: Partial<MoveState> = {},
  asked: Partial<MoveRequest> = {},
) => planMove({ ...request, ...asked }, stateOf(facts, changes));

const podOf = (kind: string, owner: string, changes: Partial<Pod> = {}) =>
  testPod({
    meta: testMeta({
      name: `${owner}-0`,
      owners: [{ kind, name: owner, uid: 'u' }],
    }),
    ...changes,
  });

const shared = testClaim({ accessModes: ['ReadWriteMany'] });
const ours = testClaim({
  meta: testMeta({
    name: 'data-encrypted',
    labels: { [LABEL_MANAGED_BY]: MANAGER, [LABEL_KUBERNETES_ID]: 'shop' },
  }),
});

describe('a plan that can be followed', () => {
  it('has steps, manifests and no blocker', () => {
    const plan = planned();
    expect(plan).toMatchObject({
      claim: 'data',
      newClaim: 'data-encrypted',
      size: '10Gi',
      accessModes: ['ReadWriteOnce'],
      blockers: [],
      snapshot: { answer: 'refused' },
    });
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'claim',
      'keep',
      'stop',
      'copy',
      'check',
      'switch',
      'start',
      'remove',
      'clear-data',
    ]);
    const [claim, job] = plan.files;
    expect(claim.content).toContain('storageClassName: encrypted');
    expect(claim.content).toContain(`${LABEL_KUBERNETES_ID}: shop`);
    expect(job.content).toContain('claimName: data-encrypted');
    expect(job.content).toContain('readOnly: true');
    expect(job.content).not.toContain('COPY_BLOCKS');
    expect(plan.steps.at(-1)?.detail).toContain('no key to destroy');
  });

  it('makes no claim twice: it goes on with its own', () => {
    const plan = planned({}, { existing: ours });
    expect(plan.blockers).toEqual([]);
    expect(plan.steps[0].title).toBe('The new claim data-encrypted is there');
  });

  it('stops what uses the volume, a Deployment by its name', () => {
    const pods = seen([podOf('ReplicaSet', 'web-7d9c8b')]);
    const { steps, notes } = planned({ pods });
    expect(steps.find(({ id }) => id === 'stop')?.commands).toContain(
      'kubectl -n payments scale deployment/web --replicas=0',
    );
    expect(steps.find(({ id }) => id === 'switch')?.detail).toContain(
      'Deployment web',
    );
    expect(notes).toContainEqual(
      expect.objectContaining({
        code: 'move-in-use',
        message: expect.stringContaining('web-7d9c8b-0'),
      }),
    );
  });

  it('keeps the name of the claim for a StatefulSet', () => {
    const pods = seen([podOf('StatefulSet', 'db')]);
    const { steps } = planned({ pods });
    const ids = steps.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['rename', 'template']));
    expect(ids).not.toContain('switch');
    const rename = steps.find(({ id }) => id === 'rename');
    expect(rename?.who).toBe('platform-team');
    const lines = rename?.commands ?? '';
    const at = (text: string) => lines.indexOf(text);
    expect(
      at('kubectl patch pv "$NEW" --type=merge -p \'{"spec":{"pers'),
    ).toBeGreaterThan(0);
    expect(at('Retain')).toBeLessThan(at('delete pvc data data-encrypted'));
    expect(at('delete pvc')).toBeLessThan(at('"claimRef":null'));
    expect(lines).toMatch(/name: data\n[^]*volumeName: \$NEW/);
    expect(steps.find(({ id }) => id === 'remove')?.commands).not.toContain(
      'delete pvc',
    );
  });

  it('copies a block volume by its bytes, into one with room for the header', () => {
    const claim = testClaim({ volumeMode: 'Block' });
    const { size, files, notes } = planned({ claim });
    expect(size).toBe('10256Mi');
    expect(files[1].content).toContain('volumeDevices');
    expect(files[1].content).toContain('blockdev');
    expect(files[1].content).not.toContain('volumeMounts');
    expect(notes.map(({ code }) => code)).not.toContain('move-smaller-inside');
  });

  it('runs as another user where it is told to', () => {
    const { files } = planned(
      {},
      {},
      { runAsUser: 70, image: 'reg.example/x:1' },
    );
    expect(files[1].content).toContain('runAsNonRoot: true');
    expect(files[1].content).toContain('fsGroup: 70');
    expect(files[1].content).toContain('image: reg.example/x:1');
    expect(files[1].content).not.toContain('CHOWN');
  });

  it.each([
    ['move-use-unknown', { pods: lost }],
    [
      'move-one-pod',
      { claim: testClaim({ accessModes: ['ReadWriteOncePod'] }) },
    ],
    ['move-back-by-policy', {}],
    ['move-clear-remains', {}],
    [
      'move-user-of-range',
      {},
      {
        namespace: {
          kind: 'Namespace',
          meta: testMeta({
            annotations: { 'openshift.io/sa.scc.uid-range': '1000/10000' },
          }),
        },
      },
    ],
    ['move-both-at-once', {}],
    ['move-smaller-inside', {}],
    ['move-hidden-when-stopped', {}],
    [
      'move-source-unknown',
      { volume: seen(testVolume({ encrypted: 'perhaps' })) },
    ],
    [
      'waits-for-first-consumer',
      {},
      { storageClass: testClass({}, { bindingMode: 'WaitForFirstConsumer' }) },
    ],
    [
      'passphrase-shared',
      {},
      { storageClass: testClass({ encryptionKMSID: undefined }) },
    ],
    ['connections-unread', {}, { target: testFacts({ connections: lost }) }],
    [
      'credential-unread',
      {},
      { target: testFacts({ tenant: testTenant({ serviceAccount: lost }) }) },
    ],
  ] as [string, Partial<VolumeFacts>, Partial<MoveState>?][])(
    'tells of %s',
    (code, facts, changes = {}) => {
      const { blockers, notes } = planned(facts, changes);
      expect(blockers).toEqual([]);
      expect(notes.map(note => note.code)).toContain(code);
    },
  );

  it('says nothing of Retain where that is set, or of a label that is there', () => {
    const labels = { [LABEL_KUBERNETES_ID]: 'shop' };
    const { notes, steps } = planned({
      claim: testClaim({ meta: testMeta({ labels }) }),
      volume: seen(testVolume(CLEAR, { reclaimPolicy: 'Retain' })),
    });
    const codes = notes.map(({ code }) => code);
    expect(codes).not.toContain('move-back-by-policy');
    expect(codes).not.toContain('move-hidden-when-stopped');
    expect(steps.map(({ id }) => id)).not.toContain('keep');
  });
});

describe('what is in the way', () => {
  it.each([
    [
      'move-not-bound',
      {
        claim: testClaim({ phase: 'Pending', volumeName: undefined }),
        volume: seen(undefined),
      },
    ],
    [
      'move-not-bound',
      {
        volume: seen(
          testVolume(CLEAR, { claim: { namespace: 'other', name: 'data' } }),
        ),
      },
    ],
    ['move-volume-unread', { volume: lost }],
    [
      'move-claim-ends',
      {
        claim: testClaim({
          meta: testMeta({ deletedAt: '2026-03-01T10:00:00Z' }),
        }),
      },
    ],
    ['move-already-encrypted', { volume: seen(testVolume()) }],
    [
      'move-cannot-be-written',
      { claim: testClaim({ accessModes: ['ReadOnlyMany'] }) },
    ],
    ['move-cannot-be-written', { claim: shared }],
    [
      'move-new-claim-taken',
      {},
      { existing: testClaim({ meta: testMeta({ name: 'data-encrypted' }) }) },
    ],
    ['move-new-claim-taken', {}, { existing: { ...ours, requested: '1Gi' } }],
    [
      'move-new-claim-refused',
      {},
      { refusal: 'ResourceQuota "q" is used up.' },
    ],
    [
      'move-no-root',
      {},
      {
        namespace: {
          kind: 'Namespace',
          meta: testMeta({
            labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
          }),
        },
      },
    ],
    [
      'tenant-account-missing',
      {},
      {
        target: testFacts({
          tenant: testTenant({ serviceAccount: seen(undefined) }),
        }),
      },
    ],
    [
      'tenant-token-missing',
      {},
      { storageClass: testClass({ encryptionKMSID: 'vault-tokens' }) },
    ],
    [
      'connection-missing',
      {},
      { storageClass: testClass({ encryptionKMSID: 'gone' }) },
    ],
  ] as [string, Partial<VolumeFacts>, Partial<MoveState>?][])(
    '%s, and then there are neither steps nor files',
    (code, facts, changes = {}) => {
      const { blockers, steps, files } = planned(facts, changes);
      expect(blockers.map(it => it.code)).toEqual([code]);
      expect(blockers[0].severity).toBe('error');
      expect([steps, files]).toEqual([[], []]);
    },
  );

  it('is told all at once', () => {
    const { blockers } = planned(
      { claim: shared },
      { refusal: 'no' },
      { newClaim: 'data' },
    );
    expect(blockers.map(({ code }) => code)).toEqual([
      'move-cannot-be-written',
      'move-new-claim-taken',
      'move-new-claim-refused',
    ]);
  });

  it('lets a shared volume go to a class that can share it', () => {
    const storageClass = testClass(
      {},
      { provisioner: 'rook-ceph.cephfs.csi.ceph.com' },
    );
    expect(planned({ claim: shared }, { storageClass }).blockers).toEqual([]);
  });

  it('takes a restricted namespace with a user for the Job', () => {
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    const namespace = {
      kind: 'Namespace' as const,
      meta: testMeta({ labels }),
    };
    expect(planned({}, { namespace }, { runAsUser: 70 }).blockers).toEqual([]);
  });
});

describe('a request that is not valid', () => {
  it.each([
    ['cluster', 'invalid-input', { cluster: 'A' }],
    ['namespace', 'invalid-input', { namespace: '..' }],
    ['claim', 'invalid-input', { claim: '' }],
    ['newClaim', 'invalid-input', { newClaim: 'No' }],
    ['storageClass', 'invalid-input', { storageClass: '/' }],
    ['size', 'invalid-input', { size: 'many' }],
    ['size', 'invalid-input', { size: '9Gi' }],
    ['image', 'invalid-input', { image: 'x\nkind: Pod' }],
    ['image', 'invalid-input', { image: '' }],
    ['storageClass', 'unknown-storage-class', {}, { storageClass: undefined }],
    [
      'storageClass',
      'invalid-input',
      {},
      { storageClass: testClass({ encrypted: 'false' }) },
    ],
    [
      'storageClass',
      'invalid-input',
      {},
      { storageClass: testClass({}, { provisioner: 'nobody.knows' }) },
    ],
    [
      'storageClass',
      'invalid-input',
      {},
      { storageClass: testClass({}, { provisioner: 'nfs.csi.k8s.io' }) },
    ],
    ['namespace', 'not-found', {}, { namespace: undefined }],
    ['entityRef', 'invalid-input', {}, { kubernetesId: 'not a label' }],
  ] as [string, string, Partial<MoveRequest>, Partial<MoveState>?][])(
    'names the field %s: %s %j',
    (field, code, asked, changes = {}) => {
      expect(() => planned({}, changes, asked)).toThrow(
        expect.objectContaining({ name: 'VolumeEncryptionError', code, field }),
      );
    },
  );
});

describe('by driver', () => {
  const sourceOf = (driver: string, attributes: Record<string, string> = {}) =>
    seen(
      testVolume(
        { ...CLEAR, ...attributes },
        {
          csi: { driver, volumeHandle: 'h', attributes },
          meta: testMeta({
            name: 'pvc-1',
            namespace: '',
            annotations: { 'pv.kubernetes.io/provisioned-by': driver },
          }),
        },
      ),
    );
  const classOf = (provisioner: string, parameters = {}) =>
    testClass(parameters, { provisioner });

  it.each([
    ['rook-ceph.rbd.csi.ceph.com', 'rook-ceph.rbd.csi.ceph.com', {}, 'refused'],
    [
      'rook-ceph.cephfs.csi.ceph.com',
      'rook-ceph.cephfs.csi.ceph.com',
      {},
      'stays-clear',
    ],
    [
      'rook-ceph.cephfs.csi.ceph.com',
      'rook-ceph.rbd.csi.ceph.com',
      {},
      'refused',
    ],
    ['ebs.csi.aws.com', 'rook-ceph.rbd.csi.ceph.com', {}, 'refused'],
    ['ebs.csi.aws.com', 'ebs.csi.aws.com', {}, 'possible'],
    [
      'driver.longhorn.io',
      'driver.longhorn.io',
      { encrypted: 'true' },
      'stays-clear',
    ],
    ['nobody.knows', 'rook-ceph.rbd.csi.ceph.com', {}, 'unknown'],
  ])('%s to %s: a snapshot is %#', (from, to, parameters, answer) => {
    const plan = planned(
      { volume: sourceOf(from) },
      { storageClass: classOf(to, parameters) },
    );
    expect(plan.snapshot.answer).toBe(answer);
    expect(plan.blockers).toEqual([]);
    expect(plan.files.map(({ content }) => content).join()).not.toMatch(
      /dataSource|VolumeSnapshot/,
    );
  });

  it('does not call the passphrase of another driver shared', () => {
    const { notes } = planned(
      { volume: sourceOf('driver.longhorn.io') },
      { storageClass: classOf('driver.longhorn.io', { encrypted: 'true' }) },
    );
    expect(notes.map(({ code }) => code)).not.toContain('passphrase-shared');
  });
});
