import { NOW, seen, testKms } from '../assessment/testFacts';
import { observed, valueOf } from '../observation/observed';
import { preflight } from './preflight';
import type { PreflightFacts } from './preflightFacts';
import { completeClass, denied, preflightFacts } from './testPreflight';

const lookAt = (changes: Partial<PreflightFacts> = {}) =>
  preflight(preflightFacts(changes));

it('looks at everything, in the order of what rests on what', () => {
  const { outcome, checks, observedAt } = lookAt();
  expect([outcome, observedAt]).toEqual(['ok', NOW]);
  expect(checks.map(it => it.about)).toEqual([
    ...['namespace', 'consent', 'claim', 'size-limits', 'quota'],
    ...['storage-class', 'class-secrets', 'access-mode', 'binding-mode'],
    ...['driver', 'kms-connection', 'kms', 'key-mount', 'credential'],
  ]);
  expect(checks.every(it => it.outcome === 'ok')).toBe(true);
});

const sealed = { kms: seen(testKms({ state: 'sealed' })) };
const unread = { quotas: denied };
const shared = {
  storageClass: seen(completeClass({ encryptionKMSID: undefined })),
};

it.each([
  ['blocked', { ...sealed, ...unread }],
  ['unknown', { ...unread, ...shared }],
  ['warning', shared],
])('is %s by the gravest of what it found', (expected, facts) => {
  expect(lookAt(facts).outcome).toBe(expected);
});

const FACTS = Object.keys(preflightFacts()).filter(
  it => !['now', 'request', 'kubernetesId', 'owners'].includes(it),
);

it.each(FACTS.filter(it => it !== 'tenant' && it !== 'driverInstalled'))(
  'is not ok while %s may not be read',
  fact => {
    expect(lookAt({ [fact]: denied }).outcome).toBe('unknown');
  },
);

it.each(['configMap', 'serviceAccount', 'namespace', 'role'])(
  "is not ok while the tenant's %s may not be read",
  fact => {
    const { tenant } = preflightFacts();
    const hidden = { tenant: { ...tenant, [fact]: denied } };
    expect(lookAt(hidden).outcome).toBe('unknown');
  },
);

it('does not trust an answer about the role that is old', () => {
  const { tenant } = preflightFacts();
  const role = observed(valueOf(tenant.role), '2026-03-01T23:00:00Z');
  expect(lookAt({ tenant: { ...tenant, role } }).outcome).toBe('unknown');
});

it('says who can mend it of all that is not ok', () => {
  const everything = Object.fromEntries(FACTS.map(it => [it, denied]));
  const hidden = lookAt({ ...everything, tenant: preflightFacts().tenant });
  const nobody = [...hidden.checks, ...lookAt(sealed).checks].filter(
    ({ outcome, owner }) => outcome !== 'ok' && owner === undefined,
  );
  expect(nobody).toEqual([]);
});
