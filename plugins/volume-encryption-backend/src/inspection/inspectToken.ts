import {
  unknown,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Kms,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import { requireOurToken } from '../custody/requireOurToken';
import type { FoundTenant } from './findTenants';
import { observe } from './observe';

/**
 * What Vault says of the tenant's delivered token, by the accessor on record.
 * Unknown also where the token turns out not to be ours.
 */
export async function inspectToken(
  { credential }: FoundTenant,
  { kms, at }: { kms: Kms; at: string },
): Promise<Observed<TokenDescription | undefined>> {
  const accessor = credential?.accessor;
  if (!credential || accessor === undefined) {
    return unknown('not-applicable', 'No delivered token is on record.');
  }
  return observe(at, async () => {
    const token = await kms.tokens.lookup(accessor, {});
    if (token) requireOurToken(credential, token, kms.tokens.creationPath);
    return token;
  });
}
