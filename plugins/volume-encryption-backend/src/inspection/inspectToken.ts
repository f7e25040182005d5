import {
  unknown,
  type Observed,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Kms,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import { lookUpOurToken } from '../custody/ourToken';
import type { FoundTenant } from './findTenants';
import { observe } from '../status/observe';

/**
 * What Vault says of the tenant's delivered token, by the accessor on record.
 * Unknown also where the token turns out not to be ours.
 */
export async function inspectToken(
  { credential }: FoundTenant,
  { kms, at }: { kms: Kms; at: string },
): Promise<Observed<TokenDescription | undefined>> {
  if (credential?.accessor === undefined) {
    return unknown('not-applicable', 'No delivered token is on record.');
  }
  return observe(at, () => lookUpOurToken(credential, kms.tokens));
}
