import type { KeyRotationRequest } from '../contract/api';
import type { KeyRotationFacts } from '../keyRotation/keyRotationFacts';
import {
  annotatedClaim,
  scheduled,
  seen,
  switchedOff,
  testRotation,
} from '../keyRotation/testRotation';
import {
  testClaim,
  testClass,
  testConfigMap,
  testMeta,
  testVolume,
} from '../kubernetes/testObjects';
import { planKeyRotation } from './planKeyRotation';
import { BAD_NAMES } from './testState';

const request: KeyRotationRequest = {
  operation: 'key-rotation',
  entityRef: 'component:default/shop',
  cluster: 'prod',
  namespace: 'payments',
  name: 'data',
  schedule: '@weekly',
};
const planned = (
  fields: Partial<KeyRotationRequest> = {},
  facts: Partial<KeyRotationFacts> = {},
) => planKeyRotation({ ...request, ...fields }, testRotation(facts));
const codes = ({ notes }: ReturnType<typeof planned>) =>
  notes.map(({ code }) => code);

it('annotates the very claim that was looked at', () => {
  expect(planned().steps).toEqual([
    {
      kind: 'patch',
      id: 'key-rotation',
      title: 'PersistentVolumeClaim payments/data: key rotation @weekly',
      change: 'update',
      cluster: 'prod',
      target: {
        kind: 'PersistentVolumeClaim',
        namespace: 'payments',
        name: 'data',
        uid: 'uid-of-data',
      },
      patch: { annotations: scheduled('@weekly') },
    },
  ]);
  expect(codes(planned())).toEqual(['key-rotation-proof']);
});

it('changes nothing that is so already', () => {
  const claim = annotatedClaim(scheduled('@weekly'));
  expect(planned({}, { claim }).steps).toMatchObject([{ change: 'none' }]);
  const none = planned({ schedule: undefined });
  expect(none.steps).toMatchObject([{ change: 'none' }]);
});

describe('without a schedule', () => {
  const claim = annotatedClaim(scheduled('@weekly'));

  it('takes the annotation off, where csi-addons is gone, too', () => {
    const { steps, notes } = planned(
      { schedule: undefined },
      { claim, cronJobs: seen(undefined) },
    );
    expect(steps).toMatchObject([
      {
        change: 'update',
        patch: {
          annotations: { 'keyrotation.csiaddons.openshift.io/schedule': null },
        },
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('says whose schedule counts then', () => {
    const meta = testMeta({ annotations: scheduled('@monthly') });
    const storageClass = seen(testClass({}, { meta }));
    const plan = planned({ schedule: undefined }, { claim, storageClass });
    expect(plan.notes).toMatchObject([
      {
        code: 'key-rotation-inherited',
        message: 'The schedule @monthly of the storage-class counts then.',
      },
    ]);
  });
});

it('warns of what keeps the schedule from being followed', () => {
  const claim = annotatedClaim(switchedOff);
  expect(codes(planned({}, { claim, pods: seen([]) }))).toEqual([
    'key-rotation-off',
    'key-rotation-proof',
    'key-rotation-unattached',
  ]);
});

it.each<[string, string, Partial<KeyRotationFacts>, string]>([
  [
    'where csi-addons is not installed',
    'name',
    { cronJobs: seen(undefined) },
    'Install csi-addons',
  ],
  [
    'for a volume that is not encrypted',
    'name',
    { volume: seen(testVolume({ encrypted: undefined })) },
    'not encrypted',
  ],
  [
    'for a volume encrypted by the file',
    'name',
    { volume: seen(testVolume({ encryptionType: 'file' })) },
    'encryptionType "block"',
  ],
  [
    'where only the class counts',
    'schedule',
    {
      settings: seen(testConfigMap({ 'schedule-precedence': 'storageclass' })),
    },
    'Annotate the class',
  ],
])('refuses it %s', (_, field, facts, message) => {
  expect(() => planned({}, facts)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      field,
      message: expect.stringContaining(message),
    }),
  );
});

it('refuses a schedule that is none', () => {
  expect(() => planned({ schedule: 'often' })).toThrow(
    expect.objectContaining({ code: 'invalid-input', field: 'schedule' }),
  );
});

it('leaves a claim alone that is being deleted', () => {
  const deletedAt = '2026-03-08T00:00:00Z';
  const claim = testClaim({ meta: testMeta({ deletedAt }) });
  expect(() => planned({}, { claim })).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
});

it.each(BAD_NAMES)('takes no name %j', name => {
  for (const field of ['cluster', 'namespace', 'name']) {
    expect(() => planned({ [field]: name })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field }),
    );
  }
});
