import type { Drift } from '../contract/api';
import { accountDrift } from './accountDrift';
import { configMapDrift } from './configMapDrift';
import { credentialDrift } from './credentialDrift';
import { deletionDrift } from './deletionDrift';
import { connectionDrift } from './connectionDrift';
import type { InspectedTenant } from './inspectedTenant';
import { ignoredOverrideDrift } from './ignoredOverrideDrift';
import { keysDrift } from './keysDrift';
import { loginDrift } from './loginDrift';
import { mountDrift } from './mountDrift';
import { namespaceDrift } from './namespaceDrift';
import { secondCredentialDrift } from './secondCredentialDrift';
import { secretDrift } from './secretDrift';
import { tokenDrift } from './tokenDrift';

/** Each looks at one thing; all are asked. */
const checks: readonly ((tenant: InspectedTenant) => Drift[])[] = [
  connectionDrift,
  namespaceDrift,
  mountDrift,
  configMapDrift,
  ignoredOverrideDrift,
  accountDrift,
  loginDrift,
  secretDrift,
  tokenDrift,
  credentialDrift,
  deletionDrift,
  secondCredentialDrift,
  keysDrift,
];

/**
 * Each difference between a tenant as it should be and as it is, in the order of
 * the chain from connection to key. What could not be read gives none: that it
 * is unknown is told apart from drift.
 *
 * @public
 */
export function inspectTenant(tenant: InspectedTenant): Drift[] {
  return checks.flatMap(check => check(tenant));
}
