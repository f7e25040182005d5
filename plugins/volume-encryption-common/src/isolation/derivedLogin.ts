import type { SetupObject } from '../contract/api';
import { isVolumeEncryptionError } from '../contract/errors';
import { custodyDrift } from '../custodySetup/custodyDrift';
import { accessorsIn, type FoundSetup } from '../custodySetup/FoundSetup';
import type { SetupPlace } from '../custodySetup/SetupPlace';
import { setupPaths } from '../custodySetup/setupPaths';
import { valueOf } from '../observation/observed';
import { derivedCapabilities } from './derivedCapabilities';

/** The set-up of one cluster's tenants, as it is read. @public */
export interface ReadSetup {
  place: SetupPlace;
  found: FoundSetup;
  /** How it differs from what it has to be. */
  drift: readonly SetupObject[];
}

/** A set-up, compared once for all tenants that log in by it. @public */
export function comparedSetup(place: SetupPlace, found: FoundSetup): ReadSetup {
  return { place, found, drift: custodyDrift(place, found) };
}

/** What a login gives, and why that is not to be relied on, if it is not. */
export interface DerivedLogin {
  capabilitiesOf: (path: string) => readonly string[];
  doubt?: string;
}

/**
 * What an account of a namespace gets that logs in by a set-up: from its role
 * and policy as read. Only `doubt` where nothing can be derived.
 * @param known - objects of which it is known already what they are good for
 */
export function derivedLogin(
  { place, found, drift }: ReadSetup,
  namespace: string,
  known: readonly string[] = [],
): DerivedLogin | { doubt: string } {
  const { accountPolicy, tokenRole, tokenPolicy } = setupPaths(place);
  const aside = [accountPolicy, tokenRole, tokenPolicy, ...known];
  const login = drift.find(
    it => it.state !== 'as-expected' && !aside.includes(it.object),
  );
  if (login) return { doubt: inWords(login) };
  const policy = drift.find(it => it.object === accountPolicy);
  const text = valueOf(found.accountPolicy);
  const accessor = accessorsIn(found, place).kubernetes;
  if (!policy || text === undefined || accessor === undefined) {
    return { doubt: policy ? inWords(policy) : 'Nothing is known.' };
  }
  try {
    const doubt = policy.state === 'as-expected' ? undefined : inWords(policy);
    const capabilitiesOf = derivedCapabilities(text, { accessor, namespace });
    return { capabilitiesOf, doubt };
  } catch (error) {
    if (!isVolumeEncryptionError(error)) throw error;
    return { doubt: `${accountPolicy}: ${error.message}` };
  }
}

function inWords({ object, state, message }: SetupObject): string {
  return `Nothing is known: ${object} is ${state}. ${message}`;
}
