import {
  areSameCidrs,
  tenantMountPath,
  tenantPaths,
  VolumeEncryptionError,
  type CustodyNames,
} from 'backstage-plugin-volume-encryption-common';
import type {
  Kms,
  TokenDescription,
} from 'backstage-plugin-volume-encryption-node';
import { lookUpOurToken } from './ourToken';
import type { Tenant } from './TenantCredential';

/**
 * Asks Vault by the accessor, without using the token, whether it is ours and
 * does for the tenant what Ceph CSI needs: create, update, read and delete keys
 * (`deploy/vault/csi-tenant-token.hcl`) and nothing with those of others. What
 * counts is what its policies, and those of its entity, allow, not their names.
 *
 * Throws `not-ours`; `kms-denied` naming the right that it lacks; `not-allowed`
 * when it reaches what is not its tenant's, or works from other addresses than
 * tokens shall be bound to; and what the KMS throws.
 */
export async function verifyNewToken(
  credential: Tenant & { id: string; accessor: string },
  kms: Kms,
): Promise<void> {
  const { accessor, tenantId } = credential;
  const token = await lookUpOurToken(credential, kms.tokens);
  if (!token) throw gone(credential);
  requireBound(credential, token, kms.custodyNames);
  const own = needsOf(tenantMountPath(kms.mountPrefix, tenantId));
  const foreign = foreignPaths(credential, kms.mountPrefix);
  const paths = [...own.map(({ path }) => path), ...foreign];
  const may = await kms.capabilities.ofAccessor(accessor, paths, {});
  if (!may) throw gone(credential);
  for (const { path, needed } of own) {
    const missing = needed.filter(it => !allows(may.get(path), it));
    if (missing.length > 0) throw tooWeak(credential, { path, missing });
  }
  const open = foreign.find(path => !isDenied(may.get(path)));
  if (open !== undefined) throw tooStrong(credential, open);
}

/** Where no addresses are configured, those of the token role are taken as meant. */
function requireBound(
  { tenantId, kms }: Tenant,
  { boundCidrs }: TokenDescription,
  { tokenBoundCidrs, tokenRole }: CustodyNames,
): void {
  if (tokenBoundCidrs.length === 0) return;
  if (areSameCidrs(boundCidrs, tokenBoundCidrs)) return;
  throw new VolumeEncryptionError(
    'not-allowed',
    `The new token of tenant "${tenantId}" is bound to ${boundCidrs.join(', ') || 'no addresses'}, not to ${tokenBoundCidrs.join(', ')}. It was ended, and what the tenant had before stays. Set token_bound_cidrs of the token role "${tokenRole}" in Vault "${kms}", or tokenBoundCidrs of the portal's configuration, so that they are the same; then run it again.`,
    { field: 'tokenBoundCidrs' },
  );
}

/** Ceph CSI destroys a key by its metadata (`vaultDestroyKeys`). */
function needsOf(mount: string) {
  return [
    {
      path: `${mount}/data/probe`,
      needed: ['create', 'read', 'update', 'delete'],
    },
    { path: `${mount}/metadata/probe`, needed: ['delete'] },
  ];
}

/** Of a tenant with another name, and of one whose name begins with its own. */
function foreignPaths({ cluster, tenantId }: Tenant, prefix: string): string[] {
  return [`${cluster}.0-nobody`, `${tenantId}-0-nobody`].flatMap(other =>
    tenantPaths(prefix, other),
  );
}

function allows(may: readonly string[] = [], needed: string): boolean {
  return may.includes(needed);
}

function isDenied(may: readonly string[] = []): boolean {
  return may.length === 1 && may[0] === 'deny';
}

function tooWeak(
  { tenantId, kms }: Tenant,
  { path, missing }: { path: string; missing: string[] },
): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'kms-denied',
    `The new token of tenant "${tenantId}" may not ${missing.join(', ')} at ${path}, so Ceph CSI could not keep keys with it. It was ended, and what the tenant had before stays. Check in Vault "${kms}" the policy of tenants' tokens and that the token role gives it; the drift of its set-up names the line.`,
  );
}

function tooStrong(
  { tenantId, kms }: Tenant,
  path: string,
): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'not-allowed',
    `The new token of tenant "${tenantId}" reaches ${path}, which is not its own. It was ended, and what the tenant had before stays. Check in Vault "${kms}" the policy of tenants' tokens, and the policies that the token role and the tenant's entity give besides.`,
  );
}

function gone({ tenantId, kms }: Tenant): VolumeEncryptionError {
  return new VolumeEncryptionError(
    'conflict',
    `Vault "${kms}" does not know the token any more that it just made for tenant "${tenantId}": somebody revoked it, or its node lost it. Run it again.`,
  );
}
