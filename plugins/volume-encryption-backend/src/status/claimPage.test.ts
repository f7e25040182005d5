import { claimOf } from '../__testUtils__/objects';
import { emptySnapshot } from '../volumeIndex';
import { claimPage, type PageRequest } from './claimPage';

const on = (name: string, ...refs: string[]) => ({
  snapshot: emptySnapshot({ name, csiNamespace: 'rook-ceph' }),
  claims: refs.map(ref => claimOf(ref)),
});
const found = [
  on('west', 'orders/cache', 'orders/data', 'shop/data'),
  on('nothing-here'),
  on('east', 'bills/data', 'orders/data'),
];

/** The total, and each claim of the page as one word. */
function page(wanted: Partial<PageRequest>) {
  const { total, claims } = claimPage(found, {
    limit: 50,
    offset: 0,
    ...wanted,
  });
  return [
    total,
    ...claims.map(
      ({ snapshot, claim: { meta } }) =>
        `${snapshot.cluster}/${meta.namespace}/${meta.name}`,
    ),
  ];
}

const everything = [
  'west/orders/cache',
  'west/orders/data',
  'west/shop/data',
  'east/bills/data',
  'east/orders/data',
];

it('is all there is when that fits', () => {
  expect(page({})).toEqual([5, ...everything]);
  expect(page({ search: '' })).toEqual([5, ...everything]);
});

it.each([1, 2, 3, 4, 5, 6])('of %i, one after the other, are all', limit => {
  const pages = [0, 1, 2, 3, 4].map(number =>
    page({ limit, offset: number * limit }),
  );
  expect(pages.map(([total]) => total)).toEqual([5, 5, 5, 5, 5]);
  expect(pages.flatMap(([, ...claims]) => claims)).toEqual(everything);
});

it('is empty beyond the end', () => {
  expect(page({ offset: 5 })).toEqual([5]);
  expect(page({ offset: Number.MAX_SAFE_INTEGER })).toEqual([5]);
});

it.each([
  ['a claim', 'ACH', ['west/orders/cache']],
  ['a namespace', 'hop', ['west/shop/data']],
  ['a cluster', 'East', ['east/bills/data', 'east/orders/data']],
  ['nothing', 'payroll', []],
])('of a search for part of %s', (_, search, claims) => {
  expect(page({ search })).toEqual([claims.length, ...claims]);
});

it('of a search starts with the first that matches', () => {
  const search = 'orders';
  expect(page({ search, limit: 1, offset: 2 })).toEqual([
    3,
    'east/orders/data',
  ]);
});
