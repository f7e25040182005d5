import {
  ANNOTATION_DEFAULT_CLASS,
  ANNOTATION_DEFAULT_CLASS_BETA,
} from '../contract/annotations';
import { testClass, testMeta } from '../kubernetes/testObjects';
import { observed, unknown } from '../observation/observed';
import { viewDefaultClass } from './viewDefaultClass';

type Class = ReturnType<typeof testClass>;

/** A class of that name, marked as default where not said otherwise. */
function marked(name: string, given: Partial<Class> & { day?: number } = {}) {
  const { day = 1, ...changes } = given;
  return testClass(
    {},
    {
      meta: testMeta({
        name,
        namespace: '',
        createdAt: `2026-01-0${day}T00:00:00.000Z`,
        annotations: { [ANNOTATION_DEFAULT_CLASS]: 'true' },
      }),
      ...changes,
    },
  );
}

const plain = { parameters: {} };
const viewOf = (...classes: Class[]) =>
  viewDefaultClass('prod', observed(classes, '2026-03-01T00:00:00Z'));
const codesOf = (...classes: Class[]) =>
  viewOf(...classes).reasons.map(({ code }) => code);

it('is well with one class that asks for encryption', () => {
  expect(viewOf(marked('encrypted'), testClass())).toEqual({
    cluster: 'prod',
    names: ['encrypted'],
    reasons: [
      expect.objectContaining({
        code: 'default-class-encrypted',
        severity: 'ok',
      }),
    ],
  });
});

it('finds that there is none', () => {
  expect(codesOf()).toEqual(['default-class-missing']);
  expect(codesOf(testClass())).toEqual(['default-class-missing']);
});

it.each([
  ['true', 'false', ['both']],
  ['false', 'true', ['both']],
  ['false', 'false', []],
  ['TRUE', '1', []],
])('with marks %s and %s', (mark, beta, names) => {
  const annotations = {
    [ANNOTATION_DEFAULT_CLASS]: mark,
    [ANNOTATION_DEFAULT_CLASS_BETA]: beta,
  };
  const meta = testMeta({ name: 'both', annotations });
  expect(viewOf(marked('both', { meta })).names).toEqual(names);
});

it('says which of several counts, and judges that one', () => {
  const { names, reasons } = viewOf(
    marked('b-old'),
    marked('a-new', { day: 2, ...plain }),
    marked('c-new', { day: 2 }),
  );
  expect(names).toEqual(['a-new', 'c-new', 'b-old']);
  expect(reasons).toMatchObject([
    {
      code: 'default-class-several',
      message: expect.stringMatching(/^3 .*"a-new" counts.*"c-new" does/),
    },
    { code: 'default-class-unencrypted', severity: 'error' },
  ]);
});

it.each<[string, string, Partial<Class>, string]>([
  ['asks for none', 'default-class-unencrypted', plain, 'error'],
  [
    'asks for what the driver refuses',
    'record-invalid',
    { parameters: { encrypted: 'yes' } },
    'error',
  ],
  [
    'is of a driver that nobody knows',
    'record-ambiguous',
    { provisioner: 'example.com/storage' },
    'warning',
  ],
  [
    'leaves it to the account',
    'record-ambiguous',
    { provisioner: 'ebs.csi.aws.com', ...plain },
    'warning',
  ],
  [
    'is of an array that encrypts below',
    'default-class-unencrypted',
    { provisioner: 'pure-csi', ...plain },
    'warning',
  ],
  [
    'is of Longhorn, encrypted',
    'default-class-encrypted',
    {
      provisioner: 'driver.longhorn.io',
      parameters: { encrypted: 'true' },
    },
    'ok',
  ],
])('of a class that %s says %s', (_, code, changes, severity) => {
  expect(viewOf(marked('standard', changes)).reasons).toMatchObject([
    { code, severity, message: expect.stringContaining('"standard"') },
  ]);
});

it('knows nothing where the classes could not be read', () => {
  const denied = unknown('denied', 'RBAC hides them.');
  expect(viewDefaultClass('prod', denied)).toEqual({
    cluster: 'prod',
    names: [],
    reasons: [
      {
        code: 'default-class-unread',
        severity: 'warning',
        message:
          'Whether there is a default StorageClass is not known. RBAC hides them.',
      },
    ],
  });
});
