import type { IsolationRow, SetupObject } from '../contract/api';
import { isVolumeEncryptionError } from '../contract/errors';
import { custodyDrift } from '../custodySetup/custodyDrift';
import { accessorsIn, type FoundSetup } from '../custodySetup/FoundSetup';
import type { SetupPlace } from '../custodySetup/SetupPlace';
import { setupPaths } from '../custodySetup/setupPaths';
import { valueOf } from '../observation/observed';
import { derivedCapabilities } from './derivedCapabilities';
import {
  isolationRow,
  unknownRow,
  type IsolationQuestion,
} from './isolationRow';

/**
 * The row of a tenant that logs in with its ServiceAccount. Its logins are batch
 * tokens, which have no accessor to ask by; so it is derived from the role and
 * the policy as read. Where these are not as set up nothing counts as denied,
 * and what the policy gives it nonetheless is named.
 * @param namespace - the tenant's
 *
 * @public
 */
export function derivedRow(
  question: IsolationQuestion,
  namespace: string,
  { place, found }: { place: SetupPlace; found: FoundSetup },
): IsolationRow {
  const { accountPolicy, tokenRole, tokenPolicy } = setupPaths(place);
  const drift = custodyDrift(place, found);
  const aside = [accountPolicy, tokenRole, tokenPolicy];
  const login = drift.find(
    it => it.state !== 'as-expected' && !aside.includes(it.object),
  );
  if (login) return unknownRow(question, inWords(login));
  const policy = drift.find(it => it.object === accountPolicy);
  const text = valueOf(found.accountPolicy);
  const accessor = accessorsIn(found, place).kubernetes;
  if (!policy || text === undefined || accessor === undefined) {
    return unknownRow(question, policy ? inWords(policy) : 'Nothing is known.');
  }
  const isAsSetUp = policy.state === 'as-expected';
  try {
    return isolationRow(question, {
      basis: isAsSetUp ? 'derived' : 'unknown',
      capabilitiesOf: derivedCapabilities(text, { accessor, namespace }),
      message: isAsSetUp ? derivedFrom(place) : inWords(policy),
    });
  } catch (error) {
    if (!isVolumeEncryptionError(error)) throw error;
    return unknownRow(question, `${accountPolicy}: ${error.message}`);
  }
}

function derivedFrom(place: SetupPlace): string {
  const { accountRole, accountPolicy } = setupPaths(place);
  return `Derived from ${accountRole} and ${accountPolicy}. What an administrator gives to an entity or a group, or by another role, is not seen.`;
}

function inWords({ object, state, message }: SetupObject): string {
  return `Nothing is known: ${object} is ${state}. ${message}`;
}
