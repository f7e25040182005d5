import type { TenantCredentialState } from 'backstage-plugin-volume-encryption-common';

/** The states that ask for somebody's attention, the worst first. */
export const troubledStates = [
  'expired',
  'missing',
  'lost',
  'refused',
  'expiring',
  'foreign',
] as const satisfies TenantCredentialState[];

/** All of them. */
export const credentialStates: readonly TenantCredentialState[] = [
  ...troubledStates,
  'unknown',
  'live',
];
