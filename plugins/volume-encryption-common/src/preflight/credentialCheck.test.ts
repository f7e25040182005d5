import {
  seen,
  testAccount,
  testRole,
  testTenant,
} from '../assessment/testFacts';
import type { TenantFacts } from '../assessment/volumeFacts';
import { checksOf, completeClass, denied, inShort } from './testPreflight';

const account = (changes: Partial<TenantFacts>) =>
  inShort('credential', { tenant: testTenant(changes) });

const token = (changes: Partial<TenantFacts>) =>
  inShort('credential', {
    storageClass: seen(completeClass({ encryptionKMSID: 'vault-tokens' })),
    tenant: testTenant({
      tokenSecret: seen(true),
      tokenTerm: seen({ id: 'a', expiresAt: '2026-04-01T00:00:00Z' }),
      ...changes,
    }),
  });

it.each<[string, Partial<TenantFacts>, string]>([
  ['is there and admitted', {}, 'ok'],
  [
    'is missing',
    { serviceAccount: seen(undefined) },
    'blocked platform-team service-account-missing',
  ],
  [
    'is being deleted',
    { serviceAccount: seen(testAccount('2026-03-01T00:00:00Z')) },
    'blocked platform-team',
  ],
  [
    'has no role',
    { role: seen(undefined) },
    'blocked vault-admin vault-role-missing',
  ],
  [
    'is not admitted',
    { role: seen(testRole({ bound_service_account_names: ['other'] })) },
    'blocked vault-admin vault-role-not-bound',
  ],
  ['may not be looked up', { serviceAccount: denied }, 'unknown platform-team'],
  [
    'has a role that may not be read',
    { role: denied },
    'unknown platform-team',
  ],
])('an account that %s', (_, changes, expected) => {
  expect(account(changes)).toBe(expected);
});

it.each<[string, Partial<TenantFacts>, string]>([
  ['lives', {}, 'ok'],
  [
    'is missing',
    { tokenSecret: seen(false) },
    'blocked platform-team token-secret-missing',
  ],
  [
    'has ended',
    { tokenTerm: seen({ id: 'a', expiresAt: '2026-01-01T00:00:00Z' }) },
    'blocked platform-team vault-token-invalid',
  ],
  [
    'is lost',
    {
      tokenTerm: seen({
        id: 'a',
        expiresAt: '2026-04-01T00:00:00Z',
        lost: true,
      }),
    },
    'blocked platform-team vault-token-invalid',
  ],
  [
    'ends soon',
    { tokenTerm: seen({ id: 'a', expiresAt: '2026-03-03T00:00:00Z' }) },
    'warning platform-team',
  ],
  ['may not be looked up', { tokenSecret: denied }, 'unknown platform-team'],
])('a token that %s', (_, changes, expected) => {
  expect(token(changes)).toBe(expected);
});

it('names the namespace in the next step', () => {
  const tenant = testTenant({ serviceAccount: seen(undefined) });
  expect(checksOf('credential', { tenant })[0].nextStep).toBe(
    'Run the template "Onboard a tenant" for namespace payments with custody vaulttenantsa.',
  );
});

it("cannot tell of the driver's own account", () => {
  const storageClass = seen(completeClass({ encryptionKMSID: 'vault-driver' }));
  expect(inShort('credential', { storageClass })).toBe('unknown platform-team');
});
