import { testClaim, testMeta, testPod } from '../kubernetes/testObjects';
import { claimsOfEntity } from './entityClaims';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

type Labels = Record<string, string>;

const claim = (name: string, labels: Labels = {}, namespace = 'payments') =>
  testClaim({ meta: testMeta({ name, namespace, labels }) });

function pod(
  name: string,
  claimNames: string[],
  options: { labels?: Labels; kind?: string; namespace?: string } = {},
) {
  const { labels = {}, kind, namespace = 'payments' } = options;
  const owners = kind ? [{ kind, name: 'db', uid: 'u' }] : [];
  return testPod({
    meta: testMeta({ name, namespace, labels, owners }),
    claimNames,
  });
}

function namesOf(
  annotations: Labels,
  claims: ReturnType<typeof claim>[],
  pods: ReturnType<typeof pod>[] = [],
) {
  const input = { annotations, cluster: 'prod', claims, pods };
  return claimsOfEntity(input).map(
    ({ meta }) => `${meta.namespace}/${meta.name}`,
  );
}

const mine = { [ID]: 'shop' };

describe('claims by their own labels', () => {
  const claims = [
    claim('a', { [ID]: 'shop' }),
    claim('b', { [ID]: 'other' }),
    claim('c', { app: 'shop' }),
    claim('d'),
    claim('e', { [ID]: 'shop' }, 'orders'),
  ];
  it.each<[string, Labels, string[]]>([
    ['the Kubernetes id', mine, ['payments/a', 'orders/e']],
    ['a label selector', { [SELECTOR]: 'app=shop' }, ['payments/c']],
    [
      'either of both',
      { ...mine, [SELECTOR]: 'app=shop' },
      ['payments/a', 'payments/c', 'orders/e'],
    ],
    [
      'a namespace, narrowing',
      { ...mine, [NAMESPACE]: 'orders' },
      ['orders/e'],
    ],
    ['a namespace alone, which is nothing', { [NAMESPACE]: 'payments' }, []],
    [
      'this cluster, narrowing',
      { ...mine, [CLUSTER]: 'prod' },
      ['payments/a', 'orders/e'],
    ],
    ['another cluster, which leaves none', { ...mine, [CLUSTER]: 'dev' }, []],
    ['no annotation at all', {}, []],
    ['an empty id', { [ID]: '' }, []],
    ['a blank selector', { [SELECTOR]: ' ' }, []],
  ])('%s', (_, annotations, expected) => {
    expect(namesOf(annotations, claims)).toEqual(expected);
  });

  it('says that the selector is none', () => {
    expect(() => namesOf({ [SELECTOR]: 'a in b' }, claims)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});

describe('claims by the pods that name them', () => {
  it.each<[string, ReturnType<typeof pod>, string[]]>([
    [
      'a pod of the entity',
      pod('web', ['a'], { labels: mine }),
      ['payments/a'],
    ],
    ['a pod of somebody else', pod('web', ['a']), []],
    [
      'a pod of the entity in another namespace',
      pod('web', ['a'], { labels: mine, namespace: 'orders' }),
      [],
    ],
  ])('%s', (_, aPod, expected) => {
    expect(namesOf(mine, [claim('a'), claim('b')], [aPod])).toEqual(expected);
  });

  it('only in the namespace that the entity is narrowed to', () => {
    const pods = [pod('web', ['a'], { labels: mine })];
    const narrowed = { ...mine, [NAMESPACE]: 'orders' };
    expect(namesOf(narrowed, [claim('a')], pods)).toEqual([]);
  });
});

describe('claims of the StatefulSet that owns such pods', () => {
  const claims = [
    claim('data-db-0'),
    claim('data-db-1'),
    claim('data-db-12'),
    claim('logs-db-0'),
    claim('data-dbx-0'),
    claim('data-db-backup'),
    claim('data-db-1', {}, 'orders'),
  ];
  const labels = mine;

  it('also of the pods that do not run', () => {
    const pods = [pod('db-0', ['data-db-0'], { labels, kind: 'StatefulSet' })];
    expect(namesOf(mine, claims, pods)).toEqual([
      'payments/data-db-0',
      'payments/data-db-1',
      'payments/data-db-12',
    ]);
  });

  it.each([
    ['no owner', pod('db-0', ['data-db-0'], { labels })],
    ['another owner', pod('db-0', ['data-db-0'], { labels, kind: 'Job' })],
    [
      'a claim that is not named after it',
      pod('db-9', ['data-db-0'], { labels, kind: 'StatefulSet' }),
    ],
  ])('not by a pod with %s', (_, aPod) => {
    expect(namesOf(mine, claims, [aPod])).toEqual(['payments/data-db-0']);
  });
});
