import { parseObject } from './parseObject';

const metadata = {
  name: 'storage',
  namespace: 'payments',
  creationTimestamp: '2026-03-01T10:00:00Z',
};

const quotaOf = (fields: object) =>
  parseObject('ResourceQuota', { metadata, ...fields });

it('reads what a quota allows and what is used', () => {
  const hard = { 'requests.storage': '20Gi' };
  const used = { 'requests.storage': '5Gi' };
  const old = { hard: { 'requests.storage': '10Gi' }, used };
  expect(quotaOf({ spec: { hard }, status: old })).toMatchObject({
    kind: 'ResourceQuota',
    hard,
    used,
    isScoped: false,
  });
});

it('reads a quota that nobody has counted yet', () => {
  expect(quotaOf({ spec: { hard: { pods: '1' } } })).toMatchObject({
    hard: { pods: '1' },
    used: {},
  });
});

it.each([
  { scopes: ['BestEffort'] },
  { scopeSelector: { matchExpressions: [] } },
])('sees that a quota with %j counts only some objects', spec => {
  expect(quotaOf({ spec }).isScoped).toBe(true);
});

it('reads of a limit range what is said of claims', () => {
  const limits = [
    { type: 'Container', max: { cpu: '1', storage: '1Gi' } },
    { type: 'PersistentVolumeClaim', min: { storage: '1Gi' } },
    { type: 'PersistentVolumeClaim', max: { storage: '100Gi' } },
  ];
  const range = parseObject('LimitRange', { metadata, spec: { limits } });
  expect(range.claims).toEqual([{ min: '1Gi' }, { max: '100Gi' }]);
});

it('has no limits where none are set', () => {
  expect(parseObject('LimitRange', { metadata }).claims).toEqual([]);
});
