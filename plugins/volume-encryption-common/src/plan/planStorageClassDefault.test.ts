import {
  ANNOTATION_DEFAULT_CLASS,
  ANNOTATION_DEFAULT_CLASS_BETA,
} from '../contract/annotations';
import type { StorageClass } from '../kubernetes/objects';
import { testClass, testConnections } from '../kubernetes/testObjects';
import { observed } from '../observation/observed';
import { planStorageClassDefault } from './planStorageClassDefault';
import { BAD_NAMES, metaOf, NOW, OURS } from './testState';

const request = {
  operation: 'storage-class-default' as const,
  cluster: 'prod',
  name: 'encrypted',
};
const mark = { [ANNOTATION_DEFAULT_CLASS]: 'true' };

function classOf(
  name: string,
  meta: Parameters<typeof metaOf>[1] = {},
  changes: Partial<StorageClass> = {},
): StorageClass {
  return testClass({}, { meta: metaOf(name, meta), ...changes });
}

const planned = (classes: StorageClass[], fields = {}) =>
  planStorageClassDefault(
    { ...request, ...fields },
    { classes, connections: observed(testConnections(), NOW) },
  );
const refusalOf = (code: string, message: string) =>
  expect.objectContaining({
    code,
    field: 'name',
    message: expect.stringContaining(message),
  });

it('marks the class first, and takes the mark off the others after that', () => {
  const both = {
    [ANNOTATION_DEFAULT_CLASS]: 'true',
    [ANNOTATION_DEFAULT_CLASS_BETA]: 'true',
  };
  const { steps, operation } = planned([
    classOf('old', { annotations: { ...mark, other: 'kept' } }),
    classOf('older', { annotations: both, createdAt: '2020-01-01T00:00:00Z' }),
    classOf('plain', { annotations: { [ANNOTATION_DEFAULT_CLASS]: 'false' } }),
    classOf('encrypted'),
  ]);
  expect(operation).toBe('storage-class-default');
  const step = { kind: 'patch', change: 'update', cluster: 'prod' };
  const target = { kind: 'StorageClass', resourceVersion: '1' };
  expect(steps).toEqual([
    {
      ...step,
      id: 'default-class',
      title: 'StorageClass encrypted: the default',
      target: { ...target, name: 'encrypted', uid: 'uid-of-encrypted' },
      patch: { annotations: mark },
    },
    {
      ...step,
      id: 'former-default-old',
      title: 'StorageClass old: the default no more',
      target: { ...target, name: 'old', uid: 'uid-of-old' },
      patch: { annotations: { [ANNOTATION_DEFAULT_CLASS]: null } },
    },
    {
      ...step,
      id: 'former-default-older',
      title: 'StorageClass older: the default no more',
      target: { ...target, name: 'older', uid: 'uid-of-older' },
      patch: {
        annotations: {
          [ANNOTATION_DEFAULT_CLASS]: null,
          [ANNOTATION_DEFAULT_CLASS_BETA]: null,
        },
      },
    },
  ]);
});

it('goes on after a crash between the two writes, then has nothing to do', () => {
  const chosen = classOf('encrypted', { annotations: mark });
  const other = classOf('old', { annotations: mark });
  const again = planned([chosen, other]);
  expect(again.steps.map(({ change }) => change)).toEqual(['none', 'update']);
  const done = planned([chosen, classOf('old')]);
  expect(done.steps.map(({ change }) => change)).toEqual(['none']);
  expect(done.notes).toEqual([]);
});

it('leaves the former name of the mark where it is enough', () => {
  const annotations = { [ANNOTATION_DEFAULT_CLASS_BETA]: 'true' };
  const { steps } = planned([classOf('encrypted', { annotations })]);
  expect(steps.map(({ change }) => change)).toEqual(['none']);
});

it('says whose classes it changes, and what comes of it', () => {
  const { notes } = planned([
    classOf('encrypted', { labels: OURS }),
    classOf('theirs', { annotations: mark }),
  ]);
  expect(notes).toMatchObject([
    { code: 'default-class-reach' },
    {
      code: 'default-class-kept-elsewhere',
      severity: 'warning',
      message: expect.stringContaining('this portal: theirs.'),
    },
  ]);
  const ours = planned([classOf('encrypted', { labels: OURS })]);
  expect(ours.notes.map(({ code }) => code)).toEqual(['default-class-reach']);
});

it.each<[string, string, StorageClass[], string]>([
  ['that is not there', 'unknown-storage-class', [], 'no StorageClass'],
  [
    'that is being deleted',
    'conflict',
    [classOf('encrypted', { deletedAt: NOW })],
    'being deleted',
  ],
  [
    'that asks for no encryption',
    'invalid-input',
    [classOf('encrypted', {}, { parameters: { encrypted: 'false' } })],
    'does not encrypt',
  ],
  [
    'that its driver refuses',
    'invalid-input',
    [classOf('encrypted', {}, { parameters: { encrypted: 'yes' } })],
    'makes no volumes',
  ],
  [
    'of a driver that nobody knows',
    'invalid-input',
    [classOf('encrypted', {}, { provisioner: 'example.com/storage' })],
    'may or may not',
  ],
  [
    'whose KMS connection is gone',
    'invalid-input',
    [
      classOf(
        'encrypted',
        {},
        { parameters: { encrypted: 'true', encryptionKMSID: 'gone' } },
      ),
    ],
    'no KMS connection "gone"',
  ],
])('refuses a class %s', (_, code, classes, message) => {
  const other = classOf('old', { annotations: mark });
  expect(() => planned([...classes, other])).toThrow(refusalOf(code, message));
});

it('warns of a class whose volumes share a passphrase', () => {
  const parameters = { encrypted: 'true' };
  const { notes } = planned([classOf('encrypted', {}, { parameters })]);
  expect(notes[0]).toMatchObject({ code: 'passphrase-shared' });
});

it('takes an encrypted class of another driver', () => {
  const longhorn = {
    provisioner: 'driver.longhorn.io',
    parameters: { encrypted: 'true' },
  };
  const { steps } = planned([classOf('encrypted', {}, longhorn)]);
  expect(steps).toMatchObject([{ change: 'update' }]);
});

it.each(BAD_NAMES)('takes no name %j', name => {
  for (const field of ['cluster', 'name']) {
    expect(() => planned([], { [field]: name })).toThrow(
      expect.objectContaining({ code: 'invalid-input', field }),
    );
  }
});
